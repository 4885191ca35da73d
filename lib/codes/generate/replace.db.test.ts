import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { getReplacement } from '@/lib/codes/find/queries';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { refusal, useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { generateCode, regenerateCode } from './service';

const weChat = useWeChat();
useDatabase();

let actor: UserActor;
let miniProgramId: string;
let folderId: string;
let old: { id: string; name: string };

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  miniProgramId = (await insertApp()).id;
  const nameKey = randomUUID();
  folderId = (await db().folder.create({ data: { name: '静安寺店', nameKey } })).id;
  old = await insertCode({ miniProgramId, name: '7 号桌', scene: 't=7', page: 'pages/menu', folderId });
});

const replace = (input: { replaces?: string; scene?: string; name?: string } = {}) =>
  generateCode(actor, {
    ...{ miniProgramId, endpoint: 'getwxacodeunlimit', name: '7 号桌', scene: 't=7', page: 'pages/order' },
    ...{ replaces: old.id, ...input },
  });
const find = (id: string) => db().code.findUniqueOrThrow({ where: { id } });

const TABLE = { columns: ['桌号'], tableKey: 'none', rowCount: 1 };

async function insertRow(codeId: string) {
  const batch = await db().batch.create({
    data: { ...TABLE, miniProgramId, name: randomUUID(), source: 'paste', state: 'FINISHED' },
  });
  const row = {
    batchId: batch.id,
    rowNumber: 1,
    line: 1,
    verdict: 'new' as const,
    name: '7 号桌',
    cells: [],
  };
  await db().batchRow.create({ data: { ...row, codeId } });
  await db().code.update({ where: { id: codeId }, data: { batchId: batch.id } });
  return batch.id;
}

test('the new code takes folder, tags and place in the batch; the old one is archived and says which it is', async () => {
  const batchId = await insertRow(old.id);
  const { codeId } = await replace();
  expect(await find(codeId)).toMatchObject({ status: 'READY', folderId, replacesId: old.id, batchId });
  expect(await find(old.id)).toMatchObject({ batchId: null });
  expect((await find(old.id)).archivedAt).not.toBeNull();
  expect(await db().batchRow.findMany({ where: { batchId } })).toMatchObject([{ codeId }]);
  const name = '7 号桌';
  expect(await getReplacement(actor, old.id)).toEqual({ by: { id: codeId, name }, of: null });
  expect(await getReplacement(actor, codeId)).toEqual({ by: null, of: { id: old.id, name } });
  const where = { action: 'code.replace', targetId: old.id };
  const events = await db().auditEvent.findMany({ where });
  expect(events).toMatchObject([{ actorId: actor.id }]);
});

test('what stands on the sticker is the name of the new code, in every batch', async () => {
  const batches = [await insertRow(old.id), await insertRow(old.id)];
  await db().batchRow.updateMany({ where: { batchId: batches[0] ?? '' }, data: { name: '靠窗 7' } });
  const { codeId } = await replace({ scene: 't=999', name: '999 号桌' });
  for (const batchId of batches)
    expect(await db().batchRow.findMany({ where: { batchId } })).toMatchObject([
      { codeId, name: '999 号桌' },
    ]);
});

test('as long as WeChat refuses the new one the old one stays where it is', async () => {
  const batchId = await insertRow(old.id);
  weChat.onCode(() => refusal(41030, 'invalid page'));
  const { codeId } = await replace();
  expect(await find(old.id)).toMatchObject({ archivedAt: null });
  expect(await db().batchRow.findMany({ where: { batchId } })).toMatchObject([{ codeId: old.id }]);
  expect(await getReplacement(actor, old.id)).toEqual({ by: null, of: null });
  expect(await getReplacement(actor, codeId)).toEqual({ by: null, of: null });
  weChat.onCode(() => 'as usual');
  await regenerateCode(actor, codeId);
  expect((await find(old.id)).archivedAt).not.toBeNull();
  expect(await db().batchRow.findMany({ where: { batchId } })).toMatchObject([{ codeId }]);
});

test('what is not seen, in the trash or at work is not replaced, and nothing is made', async () => {
  const notFound = { code: 'NOT_FOUND' };
  const elsewhere = await insertCode({ miniProgramId: (await insertApp()).id });
  const sees = { ...actor, sees: [miniProgramId] };
  const input = { miniProgramId, endpoint: 'getwxacodeunlimit', scene: 'x' } as const;
  await expect(generateCode(sees, { ...input, replaces: elsewhere.id })).rejects.toMatchObject(notFound);
  await db().code.update({ where: { id: old.id }, data: { deletedAt: new Date() } });
  await expect(replace()).rejects.toMatchObject(notFound);
  await db().code.update({ where: { id: old.id }, data: { deletedAt: null, status: 'QUEUED' } });
  await expect(replace()).rejects.toMatchObject({ code: 'CODE_BUSY' });
  expect(await db().code.count({ where: { replacesId: { in: [old.id, elsewhere.id] } } })).toBe(0);
  expect(weChat.codeCalls).toHaveLength(0);
});

test('with nothing changed it is the code that is there already', async () => {
  const { codeId } = await replace();
  expect(await replace({ replaces: codeId })).toMatchObject({ outcome: 'existing', codeId });
  expect(await find(codeId)).toMatchObject({ archivedAt: null });
});
