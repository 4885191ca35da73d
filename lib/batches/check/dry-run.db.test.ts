import { beforeEach, describe, expect, test } from 'vitest';
import { startBulk } from '@/lib/bulk/start';
import type { UserActor } from '@/lib/auth/actor';
import { generateCode } from '@/lib/codes/generate/service';
import { db } from '@/lib/db/client';
import type { MiniProgram } from '@/lib/db/generated/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, quotaState } from '@/lib/testing/factories';
import { fileDraft, planOf } from '@/lib/batches/batch.fixture';
import { createDraft } from '@/lib/batches/draft/create-draft';
import { getDraft } from '@/lib/batches/draft/get-draft';
import { useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { dryRun, getDryRunRows } from './dry-run';
import { rereadDraft, savePlan } from '@/lib/batches/draft/drafts';

const weChat = useWeChat();
useDatabase();

let actor: UserActor;
let app: MiniProgram;

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  app = await insertApp();
});

const create = (csv: string) => createDraft(actor, fileDraft(app.id, csv));
const A = planOf({ path: { from: 'template', template: 'p?t={桌号}' } }, { endpoint: 'getwxacode' });
const path = (value: string) => ({ miniProgramId: app.id, endpoint: 'getwxacode' as const, path: value });
const scene = (value: string) => ({
  miniProgramId: app.id,
  endpoint: 'getwxacodeunlimit' as const,
  scene: value,
});

const countCap = (quotaBaseline: number, quotaFloor = 0) =>
  db().miniProgram.update({ where: { id: app.id }, data: { quotaBaseline, quotaFloor } });

describe('a dry run', () => {
  test('tells new, reused, duplicate and invalid rows apart, calls nobody and spends nothing', async () => {
    const { codeId } = await generateCode(actor, scene('A2'));
    weChat.codeCalls.length = 0;
    const id = await create('桌号,名称\nA1,一\nA2,二\nA1,三\n桌,四\na2,五\n');
    const result = await dryRun(actor, id, planOf({ name: { from: 'column', column: 1 } }));
    expect(result).toMatchObject({
      rowCount: 5,
      counts: { new: 2, reused: 1, duplicate: 1, invalid: 1 },
      cost: {
        isLimited: false,
        needed: 0,
        counted: 0,
        usedBefore: 0,
        usedAfter: 0,
        limit: 100_000,
        fits: true,
      },
      estimatedSeconds: 1,
      sampleNames: ['一', '二', '五'],
      otherNames: { rows: 1, firstLine: 3, name: '二', known: 'A2' },
      obstacle: null,
    });
    expect(result.badRows).toEqual({
      nextAfter: null,
      items: [
        {
          ...{
            rowNumber: 3,
            line: 4,
            verdict: 'duplicate',
            name: '三',
            target: 'A1',
            cells: ['A1', '三'],
            codeId: null,
          },
          issues: [{ field: 'scene', key: 'batchIssues.duplicateNamed', values: { line: 2, name: '一' } }],
        },
        {
          ...{
            rowNumber: 4,
            line: 5,
            verdict: 'invalid',
            name: '四',
            target: '桌',
            cells: ['桌', '四'],
            codeId: null,
          },
          issues: [{ field: 'scene', key: 'wechat.issues.sceneCharacters', values: { characters: '桌' } }],
        },
      ],
    });
    expect((await getDryRunRows(actor, id, { verdicts: ['reused'] })).items).toMatchObject([
      { name: '二', codeId },
    ]);
    expect(weChat.codeCalls).toEqual([]);
    expect(await quotaState(app.id)).toEqual({ used: 0, entries: 0 });
  });

  test('counts as new what only failed, or was deleted, or belongs to another Mini Program', async () => {
    const other = await insertApp();
    await generateCode(actor, { ...scene('A1'), miniProgramId: other.id });
    const deleted = await generateCode(actor, scene('A2'));
    await startBulk(actor, { kind: 'delete', scope: { codeIds: [deleted.codeId] } });
    const failed = await generateCode(actor, scene('A3'));
    await db().code.update({ where: { id: failed.codeId }, data: { status: 'FAILED' } });
    const waiting = await generateCode(actor, scene('A4'));
    await db().code.update({ where: { id: waiting.codeId }, data: { status: 'QUEUED' } });
    const { counts } = await dryRun(actor, await create('桌号\nA1\nA2\nA3\nA4\n'), planOf());
    expect(counts).toMatchObject({ new: 3, reused: 1 });
  });

  test('says what the new rows cost, and that what was counted before is free', async () => {
    await countCap(41_000);
    await generateCode(actor, path('p?t=1'));
    const deleted = await generateCode(actor, path('p?t=2'));
    await startBulk(actor, { kind: 'delete', scope: { codeIds: [deleted.codeId] } });
    const { counts, cost } = await dryRun(actor, await create('桌号\n1\n2\n3\n4\n5\n'), A);
    expect(counts).toMatchObject({ new: 4, reused: 1 });
    expect(cost).toEqual({
      isLimited: true,
      needed: 3,
      counted: 2,
      usedBefore: 41_002,
      usedAfter: 41_005,
      limit: 100_000,
      floor: 0,
      fits: true,
    });
  });

  test.each([
    [99_998, 0, null],
    [99_999, 0, 'quota'],
    [99_898, 100, null],
    [99_899, 100, 'quota'],
  ])('with %i used and %i kept free has room for two or not: %s', async (used, floor, obstacle) => {
    await countCap(used, floor);
    const { cost, ...result } = await dryRun(actor, await create('桌号\n1\n2\n'), A);
    expect(result.obstacle).toBe(obstacle);
    expect(cost).toMatchObject({ needed: 2, usedAfter: used + 2, floor, fits: obstacle === null });
  });

  test('wants everything to pass, or skips what does not', async () => {
    const id = await create('桌号\nA1\nA1\n');
    expect(await dryRun(actor, id, planOf({}, { policy: 'all' }))).toMatchObject({ obstacle: 'badRows' });
    expect(await dryRun(actor, id, planOf({}, { policy: 'skip' }))).toMatchObject({ obstacle: null });
    const none = await create('桌号\n桌\n');
    expect(await dryRun(actor, none, planOf())).toMatchObject({ obstacle: 'nothing' });
  });

  test('groups what is wrong and what to look out for by cause, with the first line', async () => {
    const rows = ['A1', '桌1', '', '桌2', '桌1', 'A1'];
    const id = await create(`桌号,页面\n${rows.map((cell) => `${cell},pages/a\n`).join('')}`);
    const { problems, warnings } = await dryRun(actor, id, planOf());
    expect(problems).toEqual([
      {
        field: 'scene',
        key: 'wechat.issues.sceneCharacters',
        values: { characters: '桌' },
        rows: 3,
        firstLine: 3,
        left: 3,
      },
      { field: 'scene', key: 'wechat.issues.sceneRequired', values: {}, rows: 1, firstLine: 4, left: 1 },
      { field: 'scene', key: 'batchIssues.duplicate', values: { line: 2 }, rows: 1, firstLine: 7, left: 1 },
    ]);
    expect(warnings).toEqual([{ field: 'page', key: 'pageHome', rows: 1, firstLine: 2 }]);
  });

  test('counts the empty cells of each column, which are mended one by one', async () => {
    const id = await create('门店,桌号\nA,1\n,2\nA,\nA,4\n,5\n');
    const { problems } = await dryRun(
      actor,
      id,
      planOf({ scene: { from: 'template', template: '{门店}-{桌号}' } }),
    );
    expect(problems).toMatchObject([
      { key: 'batchIssues.emptyCell', values: { column: '门店' }, rows: 2, firstLine: 3 },
      { key: 'batchIssues.emptyCell', values: { column: '桌号' }, rows: 1, firstLine: 4 },
    ]);
  });

  test('passes rows that lack what no code needs, once the plan leaves it out', async () => {
    const lines = Array.from({ length: 20 }, (_, at) => (at === 3 ? ',3' : `A01,${at}`));
    const id = await create(`门店编号,桌号\n${lines.join('\n')}\n`);
    const { plan, guess } = await getDraft(actor, id);
    expect((await dryRun(actor, id, plan)).problems).toMatchObject([
      { field: 'scene', key: 'batchIssues.emptyCell', values: { column: '门店编号' }, rows: 1, firstLine: 5 },
    ]);
    const left = await dryRun(actor, id, { ...plan, fields: { ...plan.fields, ...guess.leaving } });
    expect(left).toMatchObject({ problems: [], counts: { new: 20 } });
    const { items } = await getDryRunRows(actor, id, { verdicts: ['new'] });
    expect(items[3]).toMatchObject({ target: 'table=3' });
  });

  test('passes tables that are called by words and numbers, and says what the scene takes of them', async () => {
    const lines = Array.from({ length: 12 }, (_, at) => `A01,${at + 1}号桌`);
    const id = await create(`门店编号,桌号\n${lines.join('\n')}\n`);
    const { plan } = await getDraft(actor, id);
    const mend = { field: 'scene', rows: 12, before: 'store=A01&table=1号桌', after: 'store=A01&table=1' };
    expect(await dryRun(actor, id, plan)).toMatchObject({
      ...{ problems: [], counts: { new: 12 }, mends: [mend] },
    });
    // Whoever takes that back is told what is wrong.
    const { mends: _mends, ...unmended } = plan;
    expect(await dryRun(actor, id, unmended)).toMatchObject({
      ...{ problems: [{ field: 'scene', rows: 12 }], counts: { new: 0 }, mends: [mend] },
    });
  });

  test('estimates by the rate of the Mini Program', async () => {
    await db().miniProgram.update({ where: { id: app.id }, data: { ratePerMinute: 100 } });
    const csv = `桌号\n${Array.from({ length: 250 }, (_, index) => `A${index}`).join('\n')}`;
    expect(await dryRun(actor, await create(csv), planOf())).toMatchObject({ estimatedSeconds: 150 });
  });

  test('of a plan that does not fit names the field', async () => {
    const plan = planOf({ scene: { from: 'template', template: '{店}' } });
    await expect(dryRun(actor, await create('桌号\nA1\n'), plan)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ field: 'scene', key: 'batchIssues.templateColumn', values: { name: '店' } }],
    });
  });
});

describe('the rows of a dry run', () => {
  test('come in pages, in the order of the table, each once', async () => {
    const rows = Array.from({ length: 130 }, (_, index) => (index % 2 === 0 ? `A${index}` : `桌${index}`));
    const id = await create(`桌号\n${rows.join('\n')}`);
    const { badRows } = await dryRun(actor, id, planOf());
    const seen: number[] = badRows.items.map(({ rowNumber }) => rowNumber);
    for (let after = badRows.nextAfter; after !== null;) {
      const page = await getDryRunRows(actor, id, { verdicts: ['invalid', 'duplicate'], after, limit: 10 });
      seen.push(...page.items.map(({ rowNumber }) => rowNumber));
      after = page.nextAfter;
    }
    expect(seen).toEqual(Array.from({ length: 65 }, (_, index) => 2 * index + 2));
    expect((await getDryRunRows(actor, id, { limit: 200 })).items).toHaveLength(130);
  });

  test('are gone once mapping or table changed', async () => {
    const id = await create('桌号\nA1\n');
    await expect(getDryRunRows(actor, id, {})).rejects.toMatchObject({ code: 'CONFLICT' });
    await dryRun(actor, id, planOf());
    await savePlan(actor, id, planOf({}, { policy: 'all' }));
    await expect(getDryRunRows(actor, id, {})).resolves.toMatchObject({ items: [{ name: 'A1' }] });
    await savePlan(actor, id, planOf({ page: { from: 'fixed', value: 'pages/other' } }));
    await expect(getDryRunRows(actor, id, {})).rejects.toMatchObject({ code: 'CONFLICT' });
    await dryRun(actor, id, planOf());
    await rereadDraft(actor, id, { options: { headerRow: null } });
    await expect(getDryRunRows(actor, id, {})).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});
