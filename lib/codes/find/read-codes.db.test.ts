import { expect, test } from 'vitest';
import { systemActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { createKey } from '@/lib/keys/service';
import { useDatabase } from '@/lib/testing/database';
import { openWorld } from '@/lib/testing/world';
import { codeReader } from './read-codes';

useDatabase();

test('codes are read as the database client reads them', async () => {
  const { appId: miniProgramId, codeId: id, batchId } = await openWorld('甲牌');
  const given = { name: '收银', appIds: null, addresses: [], days: 1 };
  const key = await createKey(systemActor('test'), { ...given, permissions: ['codes.read'] });
  const folder = await db().folder.create({ data: { name: '一楼', nameKey: '一楼' } });
  const all = { batchId, folderId: folder.id, createdByKeyId: key.id, tagIds: ['a', 'b'] };
  await db().code.update({
    where: { id },
    data: { ...all, purposeInput: { table: 1 }, generatedAt: new Date() },
  });
  const select = {
    id: true,
    endpoint: true,
    status: true,
    width: true,
    isHyaline: true,
    createdAt: true,
    tagIds: true,
    generatedAt: true,
    archivedAt: true,
    purposeInput: true,
    note: true,
    folder: { select: { id: true, name: true } },
    miniProgram: { select: { id: true, name: true, mode: true } },
    batch: { select: { id: true, name: true } },
    createdBy: { select: { id: true, name: true } },
    createdByKey: { select: { id: true, name: true } },
  } as const;
  const expected = await db().code.findMany({ where: { miniProgramId }, select, orderBy: { id: 'asc' } });
  expect(expected.length).toBeGreaterThan(1);
  const read = codeReader(select);
  expect(await Promise.all(expected.map((code) => read(code.id)))).toEqual(expected);
  expect(await read(batchId)).toBeUndefined();
});
