import { beforeAll, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { listBatchRows } from './row-queries';

useDatabase();

let actor: UserActor;
let batchId: string;

/** 3,000 rows: shops of 100 tables, every tenth of them left out. */
beforeAll(async () => {
  actor = await insertActor('VIEWER');
  const { id: miniProgramId } = await insertApp();
  const batch = { miniProgramId, name: '桌码', source: 'paste', state: 'FINISHED', tableKey: 't' } as const;
  ({ id: batchId } = await db().batch.create({ data: { ...batch, rowCount: 3_000, startedAt: new Date() } }));
  const rows = Array.from({ length: 3_000 }, (_, at) => {
    const [shop, table] = [`分店${Math.floor(at / 100) + 1}`, (at % 100) + 1];
    return {
      ...{ batchId, rowNumber: at + 1, line: at + 2, name: `${shop} · ${table} 号桌`, parameters: {} },
      cells: [shop, String(table), at === 2_999 ? '备注 "100%_好"' : ''],
      verdict: at % 10 === 9 ? ('reused' as const) : ('new' as const),
    };
  });
  await db().batchRow.createMany({ data: rows });
});

const found = async (filter: Record<string, string>) =>
  (await listBatchRows(actor, batchId, filter)).items.map(({ name }) => name);

test.each([
  // Words are found in any order, as in the gallery.
  ['分店12 7', ['分店7 · 12 号桌', '分店12 · 7 号桌']],
  ['分店30·99号桌', ['分店30 · 99 号桌']],
  ['备注', ['分店30 · 100 号桌']],
  ['100%_', ['分店30 · 100 号桌']],
  ['没有', []],
])('%s finds its rows', async (q, names) => {
  expect(await found({ q })).toEqual(names);
});

test('a search goes together with what became of the rows, page after page', async () => {
  const reused: string[] = [];
  let after: number | null = 0;
  while (after !== null) {
    const page: Awaited<ReturnType<typeof listBatchRows>> = await listBatchRows(actor, batchId, {
      ...{ q: '号桌', status: 'reused', after: String(after) },
    });
    expect(page.items.length).toBeLessThanOrEqual(50);
    reused.push(...page.items.map(({ name }) => name));
    after = page.nextAfter;
  }
  expect(reused).toHaveLength(300);
  expect(new Set(reused).size).toBe(300);
  expect(await found({ q: '分店2 10', status: 'reused' })).toEqual(['分店2 · 10 号桌']);
  expect(await found({ q: '分店2 11', status: 'reused' })).toEqual([]);
});

test('a search of spaces is none', async () => {
  expect(await found({ q: ' · ' })).toHaveLength(50);
});
