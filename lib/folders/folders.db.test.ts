import { beforeEach, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { FOLDER_DELETE_MAX_CODES } from './limits';
import { listFolders } from './queries';
import { createFolder, deleteFolder, renameFolder } from './service';

useDatabase();

let actor: UserActor;

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  await db().folder.deleteMany();
});

test('a folder is made, renamed and deleted; each leaves its trace', async () => {
  const id = await createFolder(actor, { name: ' 门店 ' });
  await renameFolder(actor, id, { name: '上海门店' });
  expect(await listFolders(actor)).toEqual([{ id, name: '上海门店', canChange: true, appNames: [] }]);
  await deleteFolder(actor, id);
  expect(await listFolders(actor)).toEqual([]);
  const audits = await db().auditEvent.findMany({ where: { targetId: id }, orderBy: { at: 'asc' } });
  expect(audits.map(({ action }) => action)).toEqual(['folder.create', 'folder.update', 'folder.delete']);
});

test('the codes of a deleted folder stay, in no folder', async () => {
  const { id: miniProgramId } = await insertApp();
  const folderId = await createFolder(actor, { name: '门店' });
  const { id } = await insertCode({ miniProgramId, folderId });
  await deleteFolder(actor, folderId);
  expect(await db().code.findUnique({ where: { id } })).toMatchObject({ folderId: null, deletedAt: null });
});

test('a folder with very many codes is emptied first', async () => {
  const { id: miniProgramId } = await insertApp();
  const folderId = await createFolder(actor, { name: '全部' });
  const { id } = await insertCode({ miniProgramId, folderId });
  await db().$executeRaw`
    INSERT INTO "Code" (id, "miniProgramId", endpoint, name, width, fingerprint, status, "updatedAt", "folderId")
    SELECT ${id} || n, "miniProgramId", endpoint, name, width, fingerprint || n, status, "updatedAt", "folderId"
    FROM "Code", generate_series(1, ${FOLDER_DELETE_MAX_CODES}::int) n WHERE id = ${id}`;
  await expect(deleteFolder(actor, folderId)).rejects.toMatchObject({
    code: 'FOLDER_FULL',
    values: { name: '全部', max: FOLDER_DELETE_MAX_CODES },
  });
});

test('two folders never differ by case alone, and a name has 1 to 40 characters', async () => {
  await createFolder(actor, { name: 'Poster' });
  await expect(createFolder(actor, { name: 'POSTER' })).rejects.toMatchObject({ code: 'FOLDER_NAME_TAKEN' });
  for (const name of ['  ', 'x'.repeat(41)])
    await expect(createFolder(actor, { name })).rejects.toMatchObject({ issues: [{ field: 'name' }] });
});

test('viewers may look at folders and change none', async () => {
  const viewer = await insertActor('VIEWER');
  const id = await createFolder(actor, { name: '门店' });
  const forbidden = { code: 'FORBIDDEN' };
  await expect(listFolders(viewer)).resolves.toHaveLength(1);
  await expect(createFolder(viewer, { name: '别的' })).rejects.toMatchObject(forbidden);
  await expect(renameFolder(viewer, id, { name: '别的' })).rejects.toMatchObject(forbidden);
  await expect(deleteFolder(viewer, id)).rejects.toMatchObject(forbidden);
});
