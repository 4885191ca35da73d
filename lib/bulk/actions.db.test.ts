import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { dayOf } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { createFolder } from '@/lib/folders/service';
import { createTag } from '@/lib/tags/service';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { allThatMatch, insertCodes, readCodes } from './bulk.fixture';
import type { BulkAction, BulkProgress } from './kinds';
import { sampleNames } from './sample';
import { startBulk, undoBulk } from './start';

useDatabase();

let actor: UserActor;
let app: string;
let tags: string[];
let folder: string;

beforeAll(async () => {
  actor = await insertActor();
  tags = [];
  for (const name of ['一', '二', '三']) tags.push(await createTag(actor, { name, color: 'blue' }));
  folder = await createFolder(actor, { name: '春季' });
});

beforeEach(async () => {
  app = (await insertApp({ name: '点餐' })).id;
});

/** The one thing to do, once to ticked codes and once to all that match: both ways must do the same. */
async function start(action: BulkAction, codeIds: string[], by: 'ids' | 'filter'): Promise<BulkProgress> {
  const scope = by === 'ids' ? { codeIds } : await allThatMatch(actor, { app });
  return startBulk(actor, { ...action, scope });
}

const finished = (numbers: Partial<BulkProgress>) => ({ state: 'FINISHED', ...numbers });
const [a, b, c] = ['a', 'b', 'c'];

describe.each(['ids', 'filter'] as const)('on codes given by %s', (by) => {
  test('tags are added behind those that are there, and undo removes only them', async () => {
    const [one = '', two = '', three = ''] = tags;
    const ids = await insertCodes(app, [{ tagIds: [two] }, {}, { tagIds: [one, two] }]);
    const bulk = await start({ kind: 'addTags', values: { tagIds: [one, two] } }, ids, by);
    expect(bulk).toMatchObject(finished({ total: 3, done: 3, changed: 2, failed: 0, canUndo: true }));
    const tagged = (await readCodes(ids)).map(({ tagIds }) => [...tagIds].sort());
    expect(tagged).toEqual([1, 2, 3].map(() => [one, two].sort()));
    await db().code.update({ where: { id: ids[0] }, data: { tagIds: { push: three } } });
    expect(await undoBulk(actor, bulk.id)).toMatchObject(finished({ isUndo: true, changed: 2 }));
    expect((await readCodes(ids)).map(({ tagIds }) => tagIds)).toEqual([[two, three], [], [one, two]]);
  });

  test('tags are removed, and undo brings them back', async () => {
    const [one = '', two = ''] = tags;
    const ids = await insertCodes(app, [{ tagIds: [one, two] }, { tagIds: [two] }, {}]);
    const bulk = await start({ kind: 'removeTags', values: { tagIds: [one] } }, ids, by);
    expect(bulk).toMatchObject(finished({ changed: 1 }));
    expect((await readCodes(ids)).map(({ tagIds }) => tagIds)).toEqual([[two], [two], []]);
    await undoBulk(actor, bulk.id);
    expect((await readCodes(ids)).map(({ tagIds }) => tagIds.length)).toEqual([2, 1, 0]);
  });

  test('codes move into a folder and out of it, and undo leaves those that moved on', async () => {
    const other = await createFolder(actor, { name: `其他 ${by}` });
    const ids = await insertCodes(app, [{ folderId: other }, {}, { folderId: folder }]);
    const bulk = await start({ kind: 'move', values: { folderId: folder } }, ids, by);
    expect(bulk).toMatchObject(finished({ changed: 2 }));
    await db().code.update({ where: { id: ids[1] }, data: { folderId: other } });
    expect(await undoBulk(actor, bulk.id)).toMatchObject(finished({ changed: 1 }));
    expect((await readCodes(ids)).map(({ folderId }) => folderId)).toEqual([other, other, folder]);
    const out = await start({ kind: 'move', values: { folderId: null } }, ids, by);
    expect(out).toMatchObject(finished({ changed: 3 }));
  });

  test('names follow the pattern, newest first, and one that does not fit stays', async () => {
    const rows = [
      { name: a, scene: 's=1' },
      { name: b, scene: 'x'.repeat(80) },
      { name: c, scene: 's=3' },
    ];
    const ids = await insertCodes(app, rows);
    const values = { pattern: '{app} {seq:000} {scene}', start: 7 };
    const bulk = await start({ kind: 'rename', values }, ids, by);
    expect(bulk).toMatchObject(finished({ changed: 2, failed: 1 }));
    expect((await readCodes(ids)).map(({ name }) => name)).toEqual(['点餐 007 s=1', b, '点餐 009 s=3']);
    // They are called so already.
    expect(await start({ kind: 'rename', values }, ids, by)).toMatchObject(
      finished({ changed: 0, failed: 1 }),
    );
    await db().code.update({ where: { id: ids[0] }, data: { name: 'by hand' } });
    await undoBulk(actor, bulk.id);
    expect((await readCodes(ids)).map(({ name }) => name)).toEqual(['by hand', b, c]);
  });

  test('codes go into the archive and back', async () => {
    const ids = await insertCodes(app, [{}, { archivedAt: new Date(0) }]);
    const bulk = await startBulk(actor, { kind: 'archive', scope: { codeIds: ids } });
    expect(bulk).toMatchObject(finished({ changed: 1 }));
    await undoBulk(actor, bulk.id);
    expect((await readCodes(ids)).map(({ archivedAt }) => archivedAt)).toEqual([null, new Date(0)]);
    const out = await startBulk(actor, { kind: 'unarchive', scope: { codeIds: ids } });
    await undoBulk(actor, out.id);
    expect((await readCodes(ids)).map(({ archivedAt }) => archivedAt)).toEqual([null, new Date(0)]);
  });

  test('codes go into the trash, except one that is being generated, and undo brings back only them', async () => {
    const before = new Date(0);
    const ids = await insertCodes(app, [{}, { status: 'GENERATING' }]);
    const [gone = ''] = await insertCodes(app, [{ deletedAt: before }]);
    const bulk = await start({ kind: 'delete' }, by === 'ids' ? [...ids, gone] : ids, by);
    expect(bulk).toMatchObject(finished({ changed: 1, failed: 1 }));
    expect((await readCodes(ids)).map(({ deletedAt }) => deletedAt !== null)).toEqual([true, false]);
    await undoBulk(actor, bulk.id);
    expect((await readCodes([...ids, gone])).map(({ deletedAt }) => deletedAt)).toEqual([null, null, before]);
  });
});

test('codes come back from the trash, and undo puts them where they were', async () => {
  const moment = new Date('2026-10-01T08:00:00.123Z');
  const ids = await insertCodes(app, [{ deletedAt: moment }, {}]);
  const bulk = await startBulk(actor, { kind: 'restore', scope: { codeIds: ids } });
  expect(bulk).toMatchObject(finished({ changed: 1 }));
  await undoBulk(actor, bulk.id);
  expect((await readCodes(ids)).map(({ deletedAt }) => deletedAt)).toEqual([moment, null]);
});

test('an action is one line of the audit log, and names its code when there is only one', async () => {
  const ids = await insertCodes(app, [{}, {}]);
  const many = await startBulk(actor, { kind: 'archive', scope: { codeIds: ids } });
  await startBulk(actor, { kind: 'delete', scope: { codeIds: ids.slice(0, 1) } });
  const events = await db().auditEvent.findMany({
    where: { targetId: { in: [many.id, ...ids] } },
    orderBy: { at: 'asc' },
  });
  expect(events).toMatchObject([
    { action: 'code.archive', targetId: many.id, actorId: actor.id, details: { count: 2 } },
    { action: 'code.delete', targetId: ids[0] },
  ]);
});

test('an action that the one code refuses, or that changes nothing of it, is no line of the audit log', async () => {
  const [busy = '', named = ''] = await insertCodes(app, [
    { status: 'QUEUED' },
    { name: b, scene: 'x'.repeat(80) },
  ]);
  const tooLong = { kind: 'rename', values: { pattern: '{app} {seq:000} {scene}', start: 1 } } as const;
  const same = { kind: 'rename', values: { pattern: '{name}', start: 1 } } as const;
  const actOn = (id: string, action: BulkAction) => startBulk(actor, { ...action, scope: { codeIds: [id] } });
  expect(await actOn(busy, { kind: 'delete' })).toMatchObject(finished({ changed: 0, failed: 1 }));
  expect(await actOn(named, tooLong)).toMatchObject(finished({ changed: 0, failed: 1 }));
  expect(await actOn(named, same)).toMatchObject(finished({ changed: 0, failed: 0 }));
  expect(await db().auditEvent.count({ where: { targetId: { in: [busy, named] } } })).toBe(0);
});

test('an action on many says in the audit log what was done to them', async () => {
  const scope = { codeIds: await insertCodes(app, [{}, {}]) };
  const [one = '', two = ''] = tags;
  const saying = async (action: BulkAction) => {
    const { id } = await startBulk(actor, { ...action, scope });
    return (await db().auditEvent.findFirstOrThrow({ where: { targetId: id } })).details;
  };
  const names = ['一', '二'].sort();
  for (const kind of ['addTags', 'removeTags'] as const)
    expect(await saying({ kind, values: { tagIds: [two, one] } })).toEqual({
      ...{ count: 2, tags: expect.toSatisfy((told: string[]) => told.toSorted().join() === names.join()) },
    });
  expect(await saying({ kind: 'move', values: { folderId: folder } })).toEqual({ count: 2, folder: '春季' });
  expect(await saying({ kind: 'move', values: { folderId: null } })).toEqual({ count: 2, folder: '' });
  const values = { pattern: '{seq}', start: 1 };
  expect(await saying({ kind: 'rename', values })).toEqual({ count: 2, pattern: '{seq}' });
});

test('an action on one says in the audit log what that code was, and what it became', async () => {
  const [id = ''] = await insertCodes(app, [{ name: '门口' }]);
  const tagIds = [];
  for (const name of ['b', 'a']) tagIds.push(await createTag(actor, { name, color: 'red' }));
  const saying = async (action: BulkAction) => {
    const bulk = await startBulk(actor, { ...action, scope: { codeIds: [id] } });
    const { changes, details } = await db().auditEvent.findFirstOrThrow({
      where: { targetId: id, details: { path: ['bulkId'], equals: bulk.id } },
    });
    expect(details).toEqual({ bulkId: bulk.id });
    return changes;
  };
  expect(await saying({ kind: 'addTags', values: { tagIds } })).toEqual({
    tags: { from: [], to: ['a', 'b'] },
  });
  expect(await readCodes([id])).toMatchObject([{ tagIds: tagIds.toReversed() }]);
  expect(await saying({ kind: 'move', values: { folderId: folder } })).toEqual({
    folder: { from: null, to: '春季' },
  });
  expect(await saying({ kind: 'move', values: { folderId: null } })).toEqual({
    folder: { from: '春季', to: null },
  });
  expect(await saying({ kind: 'rename', values: { pattern: '{name} {seq}', start: 3 } })).toEqual({
    name: { from: '门口', to: '门口 3' },
  });
  expect(await saying({ kind: 'archive' })).toBeNull();
});

test('before a rename the first four are shown with all that a name can be made of', async () => {
  const rows = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, scene: name, page: 'pages/p', path: null }));
  const ids = await insertCodes(app, rows);
  const date = dayOf(new Date(Date.UTC(2026, 0, 1)));
  const first = await sampleNames(actor, { codeIds: ids });
  expect(first[0]).toEqual({ name: 'a', scene: 'a', page: 'pages/p', path: '', app: '点餐', date });
  const named = (shown: { name: string }[]) => shown.map(({ name }) => name).join('');
  expect([named(first), named(await sampleNames(actor, { codeIds: ids.toReversed() }))]).toEqual([
    ...['abcd', 'edcb'],
  ]);
  const matching = await sampleNames(actor, await allThatMatch(actor, { app, sort: 'oldest' }));
  expect(named(matching)).toBe('edcb');
});

test('only what ends codes says how many of them stand on paper', async () => {
  const scope = { codeIds: await insertCodes(app, [{}]) };
  expect(await startBulk(actor, { kind: 'archive', scope })).not.toHaveProperty('printed');
  expect(await startBulk(actor, { kind: 'delete', scope })).toMatchObject({ changed: 1, printed: 0 });
  expect(await startBulk(actor, { kind: 'purge', scope })).toMatchObject({ changed: 1, printed: 0 });
});

test('a program with a key starts and undoes, and no person has done it', async () => {
  const key = {
    kind: 'apiKey',
    id: randomUUID(),
    name: '收银',
    permissions: ['codes.write'],
    sees: 'all',
  } as const;
  const scope = { codeIds: await insertCodes(app, [{}, {}]) };
  const undo = await undoBulk(key, (await startBulk(key, { kind: 'archive', scope })).id);
  expect(undo).toMatchObject(finished({ isUndo: true, total: 2, done: 2, changed: 2 }));
  const rows = await db().bulk.findMany({ where: { byName: '收银' } });
  expect(rows.map(({ createdById, appIds }) => ({ createdById, appIds }))).toEqual(
    Array(2).fill({ createdById: null, appIds: [app] }),
  );
});

describe('what is refused changes nothing', () => {
  const refused = async (action: BulkAction, codeIds: string[]) =>
    startBulk(actor, { ...action, scope: { codeIds } });

  test('when the number is not the one that the person agreed to', async () => {
    const ids = await insertCodes(app, [{}, {}]);
    const scope = await allThatMatch(actor, { app });
    await db().code.update({ where: { id: ids[0] }, data: { deletedAt: new Date() } });
    await expect(startBulk(actor, { kind: 'archive', scope })).rejects.toMatchObject({
      code: 'BULK_COUNT_CHANGED',
      values: { agreed: 2, count: 1 },
    });
    expect((await readCodes(ids)).map(({ archivedAt }) => archivedAt)).toEqual([null, null]);
  });

  test('codes that are made after the count are no part of it, and do not make it wrong', async () => {
    const ids = await insertCodes(app, [{}, {}]);
    const scope = await allThatMatch(actor, { app });
    const [late = ''] = await insertCodes(app, [{ createdAt: new Date(Date.now() + 1000) }]);
    expect(await startBulk(actor, { kind: 'archive', scope })).toMatchObject({ changed: 2 });
    const archived = (await readCodes([...ids, late])).map(({ archivedAt }) => archivedAt !== null);
    expect(archived).toEqual([true, true, false]);
  });

  test('for a tag, a folder or a pattern that cannot be', async () => {
    const ids = await insertCodes(app, [{}]);
    const before = await db().bulk.count();
    const notFound = { code: 'NOT_FOUND' };
    await expect(refused({ kind: 'addTags', values: { tagIds: [randomUUID()] } }, ids)).rejects.toMatchObject(
      notFound,
    );
    await expect(refused({ kind: 'move', values: { folderId: randomUUID() } }, ids)).rejects.toMatchObject(
      notFound,
    );
    await expect(
      refused({ kind: 'rename', values: { pattern: '{nme}', start: 1 } }, ids),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT', issues: [{ field: 'pattern' }] });
    expect(await db().bulk.count()).toBe(before);
  });

  test('for a tag or a folder that others keep to themselves', async () => {
    const elsewhere = { ...actor, sees: [(await insertApp()).id] };
    const [tag, place] = [
      await createTag(elsewhere, { name: '别家', color: 'red' }),
      await createFolder(elsewhere, { name: '别家' }),
    ];
    const scope = { codeIds: await insertCodes(app, [{}]) };
    const few = { ...actor, sees: [app] };
    const actions: BulkAction[] = [
      { kind: 'addTags', values: { tagIds: [tag] } },
      { kind: 'move', values: { folderId: place } },
    ];
    for (const action of actions) {
      await expect(startBulk(few, { ...action, scope })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(await startBulk(actor, { ...action, scope })).toMatchObject({ changed: 1 });
    }
  });

  test('for a viewer', async () => {
    const ids = await insertCodes(app, [{}]);
    const viewer = await insertActor('VIEWER');
    const scope = { codeIds: ids };
    await expect(startBulk(viewer, { kind: 'delete', scope })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const bulk = await startBulk(actor, { kind: 'delete', scope });
    await expect(undoBulk(viewer, bulk.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('for an undo that was done, or comes a day too late', async () => {
    const ids = await insertCodes(app, [{}]);
    const bulk = await startBulk(actor, { kind: 'archive', scope: { codeIds: ids } });
    const undo = await undoBulk(actor, bulk.id);
    const noUndo = { code: 'BULK_NO_UNDO' };
    await expect(undoBulk(actor, bulk.id)).rejects.toMatchObject(noUndo);
    await expect(undoBulk(actor, undo.id)).rejects.toMatchObject(noUndo);
  });
});
