import { beforeEach, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { FOLDER_DELETE_MAX_CODES, FOLDERS_MAX } from './limits';
import { listFolders } from './queries';
import { createFolder, deleteFolder, renameFolder } from './service';

useDatabase();

let actor: UserActor;

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  await db().folder.deleteMany();
});

test('there are no more folders than a list can hold', async () => {
  const data = Array.from({ length: FOLDERS_MAX - 1 }, (_, n) => ({ name: `f${n}`, nameKey: `f${n}` }));
  await db().folder.createMany({ data });
  await createFolder(actor, { name: '最后一个' });
  await expect(createFolder(actor, { name: '多一个' })).rejects.toMatchObject({
    code: 'TOO_MANY_FOLDERS',
    values: { max: FOLDERS_MAX },
  });
});

test('a folder may change the case of its own name, gives the old name free, and takes nobody’s', async () => {
  const id = await createFolder(actor, { name: 'poster' });
  await renameFolder(actor, id, { name: 'Poster' });
  await renameFolder(actor, id, { name: '海报' });
  await createFolder(actor, { name: 'POSTER' });
  await expect(renameFolder(actor, id, { name: 'poster' })).rejects.toMatchObject({
    code: 'FOLDER_NAME_TAKEN',
    values: { name: 'POSTER' },
  });
  await expect(createFolder(actor, { name: '海报' })).rejects.toMatchObject({ code: 'FOLDER_NAME_TAKEN' });
});

test('folders are listed by name', async () => {
  for (const name of ['b', 'C', 'a']) await createFolder(actor, { name });
  expect((await listFolders(actor)).map(({ name }) => name)).toEqual(['a', 'b', 'C']);
});

test('a folder with as many codes as may be is deleted at once', async () => {
  const { id: miniProgramId } = await insertApp();
  const folderId = await createFolder(actor, { name: '全部' });
  const { id } = await insertCode({ miniProgramId, folderId });
  await db().$executeRaw`
    INSERT INTO "Code" (id, "miniProgramId", endpoint, name, width, fingerprint, status, "updatedAt", "folderId")
    SELECT ${id} || n, "miniProgramId", endpoint, name, width, fingerprint || n, status, "updatedAt", "folderId"
    FROM "Code", generate_series(2, ${FOLDER_DELETE_MAX_CODES}::int) n WHERE id = ${id}`;
  await deleteFolder(actor, folderId);
  expect(await db().code.count({ where: { folderId: null } })).toBe(FOLDER_DELETE_MAX_CODES);
});

test('a folder that is not there is not found', async () => {
  await expect(renameFolder(actor, 'gone', { name: '一' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(deleteFolder(actor, 'gone')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
