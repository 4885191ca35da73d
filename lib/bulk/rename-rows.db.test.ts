import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { updateCode } from '@/lib/codes/generate/service';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { startBulk, undoBulk } from './start';

// What stands on a sticker of a batch is the name in its row.

useDatabase();

let actor: UserActor;
let codeId: string;
let batchId: string;

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  const miniProgramId = (await insertApp()).id;
  codeId = (await insertCode({ miniProgramId, name: '7 号桌' })).id;
  const batch = await db().batch.create({
    data: {
      ...{ miniProgramId, name: randomUUID(), source: 'paste', state: 'FINISHED' },
      ...{ columns: [], tableKey: 'none', rowCount: 2 },
    },
  });
  batchId = batch.id;
  const row = { batchId, verdict: 'new' as const, cells: [], codeId };
  await db().batchRow.createMany({
    data: ['7 号桌', '靠窗'].map((name, at) => ({ ...row, rowNumber: at + 1, line: at + 2, name })),
  });
});

const names = async () => {
  const rows = await db().batchRow.findMany({ where: { batchId }, orderBy: { rowNumber: 'asc' } });
  return rows.map(({ name }) => name);
};

test('rows of batches follow the name of their code, unless they call it otherwise', async () => {
  await updateCode(actor, codeId, { name: '999 号桌' });
  expect(await names()).toEqual(['999 号桌', '靠窗']);
});

test('they follow an action on many codes, and its undo', async () => {
  const values = { pattern: '{seq:000} 号桌', start: 42 };
  const { id } = await startBulk(actor, { kind: 'rename', values, scope: { codeIds: [codeId] } });
  expect(await names()).toEqual(['042 号桌', '靠窗']);
  await undoBulk(actor, id);
  expect(await names()).toEqual(['7 号桌', '靠窗']);
});
