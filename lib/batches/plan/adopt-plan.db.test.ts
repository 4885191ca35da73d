import { beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import type { MiniProgram } from '@/lib/db/generated/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { adoptPlan, adoptPreset } from './adopt-plan';
import { savePreset } from './presets';
import { fileDraft, planOf } from '@/lib/batches/batch.fixture';
import { createDraft } from '@/lib/batches/draft/create-draft';
import { savePlan } from '@/lib/batches/draft/drafts';
import { getDraft } from '@/lib/batches/draft/get-draft';

useDatabase();

let actor: UserActor;
let app: MiniProgram;

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  app = await insertApp();
});

const draftOf = (csv: string) => createDraft(actor, fileDraft(app.id, csv));

describe('the same settings for a new table', () => {
  test('find the columns by their names, and leave out what is not there', async () => {
    const earlier = await draftOf('桌号,名称,备注\nA01,一号桌,靠窗\n');
    const fields = {
      name: { from: 'column', column: 1 },
      note: { from: 'column', column: 2 },
      page: { from: 'fixed', value: 'pages/table' },
    } as const;
    await savePlan(actor, earlier, planOf(fields, { policy: 'all' }));
    const later = await draftOf('名称,桌号\n二号桌,A02\n');
    await adoptPlan(actor, later, earlier);
    const { plan, isGuess } = await getDraft(actor, later);
    expect(isGuess).toBe(false);
    expect(plan.policy).toBe('all');
    expect(plan.fields).toEqual({
      scene: { from: 'column', column: 1 },
      name: { from: 'column', column: 0 },
      page: { from: 'fixed', value: 'pages/table' },
    });
  });

  test('change nothing when the earlier batch has none', async () => {
    const later = await draftOf('桌号\nA02\n');
    await adoptPlan(actor, later, await draftOf('桌号\nA01\n'));
    expect((await getDraft(actor, later)).isGuess).toBe(true);
  });

  test('are refused to those who may not make batches', async () => {
    const [later, earlier] = [await draftOf('桌号\nA02\n'), await draftOf('桌号\nA01\n')];
    const viewer = await insertActor('VIEWER');
    await expect(adoptPlan(viewer, later, earlier)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(adoptPlan(actor, later, 'unknown')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a preset', () => {
  const rows = 'zone,key,label\n北,K1,一\n南,K2,二\n';
  const wanted = { key: 1, label: 2 };

  async function presetOf(csv: string): Promise<string> {
    const earlier = await draftOf(csv);
    const fields = {
      scene: { from: 'column', column: wanted.key },
      name: { from: 'column', column: wanted.label },
    } as const;
    await savePlan(actor, earlier, planOf(fields));
    return savePreset(actor, { name: `方案 ${earlier}`, batchId: earlier });
  }

  const rereadsOf = (targetId: string) =>
    db().auditEvent.count({ where: { targetId, action: 'batch.reread' } });

  // Above it stands a row that looks more like a header than the one which the preset knows.
  test.each([
    ['a file', (text: string) => draftOf(text)],
    [
      'pasted rows',
      (text: string) =>
        createDraft(actor, {
          miniProgramId: app.id,
          source: { kind: 'paste', text: text.replaceAll(',', '\t') },
        }),
    ],
  ])('finds its header in another row of %s', async (_, open) => {
    const presetId = await presetOf(rows);
    const later = await open(`编号,名称,备注\n一,二,三\nlabel,zone,key\n甲,北,N1\n乙,南,N2\n`);
    expect((await getDraft(actor, later)).origin).toMatchObject({ headerRow: 1 });
    expect(await adoptPreset(actor, later, presetId)).toEqual({ missing: [], isReread: true });
    const { plan, origin, rowCount, columns } = await getDraft(actor, later);
    expect(origin).toMatchObject({ headerRow: 3, aboveCount: 2 });
    expect([rowCount, ...columns.map(({ name }) => name)]).toEqual([2, 'label', 'zone', 'key']);
    expect(plan.fields).toEqual({
      scene: { from: 'column', column: 2 },
      name: { from: 'column', column: 0 },
    });
  });

  test('that wants columns which are nowhere changes the mapping and leaves the table as it is', async () => {
    const presetId = await presetOf(rows);
    const later = await draftOf('编号,label\nN1,甲\n');
    expect(await adoptPreset(actor, later, presetId)).toEqual({ missing: ['key'], isReread: false });
    const { plan, origin } = await getDraft(actor, later);
    expect(origin).toMatchObject({ headerRow: 1, asked: {} });
    expect(plan.fields).toEqual({ name: { from: 'column', column: 1 } });
    expect(await rereadsOf(later)).toBe(0);
  });

  test('is refused to those who may not make batches, and when there is none', async () => {
    const [later, presetId] = [await draftOf('桌号\nA02\n'), await presetOf(rows)];
    const viewer = await insertActor('VIEWER');
    await expect(adoptPreset(viewer, later, presetId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(adoptPreset(actor, later, app.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
