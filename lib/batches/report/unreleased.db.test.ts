import { beforeAll, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import type { Code } from '@/lib/db/generated/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { openBatch } from './queries';
import { listBatchRows } from './row-queries';

useDatabase();

let viewer: UserActor;
let miniProgramId: string;

beforeAll(async () => {
  viewer = await insertActor('VIEWER');
  miniProgramId = (await insertApp()).id;
});

/** A finished batch with a row for each of these codes. */
async function batchOf(codes: Partial<Omit<Code, 'purposeInput' | 'failureReason'>>[]): Promise<string> {
  const table = { columns: [], tableKey: 'none', rowCount: codes.length };
  const batch = await db().batch.create({
    data: { ...table, miniProgramId, name: '桌贴', source: 'file', state: 'FINISHED' },
  });
  for (const [index, overrides] of codes.entries()) {
    const { id: codeId } = await insertCode({ miniProgramId, batchId: batch.id, ...overrides });
    const row = { batchId: batch.id, rowNumber: index + 1, line: index + 2, name: '一', cells: [] };
    await db().batchRow.create({ data: { ...row, verdict: 'new', codeId } });
  }
  return batch.id;
}

const unreleasedOf = async (codes: Parameters<typeof batchOf>[0]) =>
  (await openBatch(viewer, await batchOf(codes))).unreleased;

const trial = { envVersion: 'trial' as const };
const develop = { envVersion: 'develop' as const };

test('a batch counts the codes that only testers can open, and says which version all of them open', async () => {
  expect(await unreleasedOf([trial, trial])).toEqual({ count: 2, version: 'trial' });
  expect(await unreleasedOf([trial, develop, {}])).toEqual({ count: 2, version: null });
  expect(await unreleasedOf([{}, { endpoint: 'createwxaqrcode', envVersion: null }])).toEqual({
    count: 0,
    version: null,
  });
});

test('what failed, or was put away, is nothing that anybody would print', async () => {
  const away = [{ archivedAt: new Date() }, { deletedAt: new Date() }].map((how) => ({ ...trial, ...how }));
  expect(await unreleasedOf([...away, { ...trial, status: 'FAILED' }])).toEqual({
    count: 0,
    version: 'trial',
  });
});

test('each row says which version its code opens', async () => {
  const { items } = await listBatchRows(viewer, await batchOf([trial, {}]), {});
  expect(items.map(({ envVersion }) => envVersion)).toEqual(['trial', 'release']);
});
