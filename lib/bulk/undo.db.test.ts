import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import { createFolder, deleteFolder } from '@/lib/folders/service';
import { createTag, deleteTag } from '@/lib/tags/service';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { insertCodes, readCodes } from './bulk.fixture';
import { UNDO_MS, type BulkAction } from './kinds';
import { startBulk, undoBulk } from './start';
import { forgetChanges } from './worker';

useDatabase();

const realNow = clock.now;
let actor: UserActor;
let app: string;

beforeAll(async () => {
  actor = await insertActor();
});

beforeEach(async () => {
  app = (await insertApp()).id;
});

afterEach(() => {
  clock.now = realNow;
});

const start = (action: BulkAction, codeIds: string[]) => startBulk(actor, { ...action, scope: { codeIds } });

describe('an undo leaves alone', () => {
  test.each([
    ['archive', 'archivedAt', 'unarchive'],
    ['delete', 'deletedAt', 'restore'],
  ] as const)('what somebody took back and did anew since: %s', async (kind, column, back) => {
    const ids = await insertCodes(app, [{}, {}]);
    const [again = ''] = ids;
    const bulk = await start({ kind }, ids);
    await start({ kind: back }, [again]);
    clock.now = () => new Date(realNow().getTime() + 1_000);
    await start({ kind }, [again]);
    expect(await undoBulk(actor, bulk.id)).toMatchObject({ changed: 1 });
    expect((await readCodes(ids)).map((code) => code[column] !== null)).toEqual([true, false]);
  });

  test('what was restored and deleted anew since', async () => {
    const [id = ''] = await insertCodes(app, [{ deletedAt: new Date(0) }]);
    const bulk = await start({ kind: 'restore' }, [id]);
    await start({ kind: 'delete' }, [id]);
    expect(await undoBulk(actor, bulk.id)).toMatchObject({ changed: 0 });
    expect(await readCodes([id])).not.toMatchObject([{ deletedAt: new Date(0) }]);
  });
});

test('a folder that is gone takes nothing back, which is counted; a tag that is gone is not brought back', async () => {
  const folder = await createFolder(actor, { name: '一楼' });
  const other = await createFolder(actor, { name: '二楼' });
  const ids = await insertCodes(app, [{ folderId: folder }, {}]);
  const moved = await start({ kind: 'move', values: { folderId: other } }, ids);
  await deleteFolder(actor, folder);
  const undo = await undoBulk(actor, moved.id);
  expect((await readCodes(ids)).map(({ folderId }) => folderId)).toEqual([other, null]);
  expect(undo).toMatchObject({ changed: 1, failed: 1 });

  const tag = await createTag(actor, { name: '午市', color: 'red' });
  const kept = await createTag(actor, { name: '晚市', color: 'red' });
  const [tagged = ''] = await insertCodes(app, [{ tagIds: [tag, kept] }]);
  const untagged = await start({ kind: 'removeTags', values: { tagIds: [tag, kept] } }, [tagged]);
  await deleteTag(actor, tag);
  await undoBulk(actor, untagged.id);
  expect(await readCodes([tagged])).toMatchObject([{ tagIds: [kept] }]);
});

test('what is no longer known cannot be taken back, nor what changed nothing', async () => {
  const ids = await insertCodes(app, [{}]);
  const { id } = await start({ kind: 'archive' }, ids);
  const nothing = await start({ kind: 'archive' }, ids);
  const noUndo = { code: 'BULK_NO_UNDO' };
  await expect(undoBulk(actor, nothing.id)).rejects.toMatchObject(noUndo);
  clock.now = () => new Date(realNow().getTime() + UNDO_MS + 1_000);
  await forgetChanges();
  await expect(undoBulk(actor, id)).rejects.toMatchObject(noUndo);
  await expect(undoBulk(actor, 'gone')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await readCodes(ids)).map(({ archivedAt }) => archivedAt !== null)).toEqual([true]);
});

describe('a code', () => {
  test('that waits for its turn in a batch goes into no trash', async () => {
    const ids = await insertCodes(app, [{ status: 'QUEUED' }, { status: 'FAILED' }]);
    expect(await start({ kind: 'delete' }, ids)).toMatchObject({ changed: 1, failed: 1 });
    expect((await readCodes(ids)).map(({ deletedAt }) => deletedAt !== null)).toEqual([false, true]);
  });

  test('in the trash is not tagged, moved, renamed, archived or unarchived', async () => {
    const tag = await createTag(actor, { name: '新品', color: 'red' });
    const folder = await createFolder(actor, { name: '三楼' });
    const deletedAt = new Date(0);
    const ids = await insertCodes(app, [
      { deletedAt, name: '门口' },
      { deletedAt, archivedAt: deletedAt },
    ]);
    const before = await readCodes(ids);
    const actions: BulkAction[] = [
      { kind: 'addTags', values: { tagIds: [tag] } },
      { kind: 'move', values: { folderId: folder } },
      { kind: 'rename', values: { pattern: '{seq}', start: 1 } },
      { kind: 'archive' },
      { kind: 'unarchive' },
      { kind: 'delete' },
    ];
    for (const action of actions) expect(await start(action, ids)).toMatchObject({ changed: 0, failed: 0 });
    expect(await readCodes(ids)).toEqual(before);
  });
});

test('one tag of several that is not there refuses them all', async () => {
  const ids = await insertCodes(app, [{}]);
  const tag = await createTag(actor, { name: '外卖', color: 'red' });
  await expect(
    start({ kind: 'addTags', values: { tagIds: [tag, randomUUID()] } }, ids),
  ).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await readCodes(ids)).toMatchObject([{ tagIds: [] }]);
});
