import { beforeEach, describe, expect, test } from 'vitest';
import { declareParameters } from '@/lib/apps/parameters/service';
import type { UserActor } from '@/lib/auth/actor';
import { planOf } from '@/lib/batches/batch.fixture';
import { createDraft } from '@/lib/batches/draft/create-draft';
import type { FieldSource } from '@/lib/batches/plan/plan';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { dryRun, getDryRunRows } from './dry-run';

useDatabase();

let actor: UserActor;
let app: string;
const PAGE = 'pages/table/index';

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  app = (await insertApp()).id;
  const table = { name: 'table', short: 't', type: 'number', isCompact: true, isRequired: true } as const;
  const choices = ['堂食', '外带'];
  const kind = { name: 'kind', short: 'k', type: 'choice' as const, isCompact: true, choices };
  await declareParameters(actor, app, {
    page: PAGE,
    parameters: [table, kind, { name: 'shop', short: 's' }],
  });
});

const template = (text: string): FieldSource => ({ from: 'template', template: text });

async function check(scene: FieldSource, rows: string[], page: FieldSource = { from: 'fixed', value: PAGE }) {
  const text = ['店,桌,方式,页', ...rows].join('\n');
  const id = await createDraft(actor, { miniProgramId: app, source: { kind: 'paste', text } });
  const run = await dryRun(actor, id, planOf({ scene, page }));
  const { items } = await getDryRunRows(actor, id, {});
  const told = items.map(({ target, issues }) =>
    issues.length === 0
      ? target
      : issues.map(({ key, values }) => ({ key: key.split('.').at(-1), ...values })),
  );
  return { told, run };
}

describe('the scene of a row whose page says what it takes', () => {
  test('is packed from a template, by names or short names', async () => {
    const rows = ['A01,1024,外带,', 'A02,７,堂食,'];
    const names = await check(template('shop={店}&table={桌}&kind={方式}'), rows);
    expect(names.told).toEqual(['t=GW&k=1&s=A01', 't=7&k=0&s=A02']);
    const short = await check(template('s={店}&t={桌}'), rows);
    expect(short.told).toEqual(['t=GW&s=A01', 't=7&s=A02']);
    expect(short.run.sampleNames[0]).toBe('s=A01&t=1024');
  });

  test('is wrong where a value is not of its type, with column, value and what is expected', async () => {
    const { told, run } = await check(template('shop={店}&table={桌}&kind={方式}'), [
      'A01,靠窗,堂食,',
      'A01,12,自取,',
      '西湖店,12,堂食,',
    ]);
    expect(told).toMatchObject([
      [{ key: 'parameterNumber', column: '桌', value: '靠窗', name: 'table' }],
      [{ key: 'parameterChoice', column: '方式', value: '自取', choices: '堂食 / 外带' }],
      [{ key: 'parameterCharacters', column: '店', value: '西湖店', characters: '西 湖 店' }],
    ]);
    expect(run.unfit).toEqual({ rows: 1, firstLine: 4 });
    const missing = await check(template('shop={店}'), ['A01,12,堂食,']);
    expect(missing.told).toMatchObject([[{ key: 'parameterMissing', name: 'table', column: 'none' }]]);
  });

  test('is made for the page of each row, and stays as it is for others, for one column, and for other names', async () => {
    const rows = [`A01,12,堂食,${PAGE}`, 'A01,12,堂食,pages/other'];
    const pages = await check(template('shop={店}&table={桌}'), rows, { from: 'column', column: 3 });
    expect(pages.told).toEqual(['t=C&s=A01', 'shop=A01&table=12']);
    expect((await check({ from: 'column', column: 1 }, rows)).told[0]).toBe('12');
    expect((await check(template('id={桌}'), ['A01,12,堂食,'])).told).toEqual(['id=12']);
  });
});
