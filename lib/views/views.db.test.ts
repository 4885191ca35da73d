import { beforeEach, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor } from '@/lib/testing/factories';
import { listViews } from './queries';
import { createView, deleteView, updateView } from './service';

useDatabase();

let owner: UserActor;
let colleague: UserActor;

beforeEach(async () => {
  await db().savedView.deleteMany();
  owner = await insertActor('OPERATOR');
  colleague = await insertActor('OPERATOR');
});

test('a private view is its owner’s alone; a shared one is for all, with the name of who made it', async () => {
  const view = { name: '失败的', query: 'status=FAILED', shared: false };
  const id = await createView(owner, view);
  expect(await listViews(owner)).toEqual([
    { ...view, id, owner: { id: owner.id, name: owner.name }, appNames: [] },
  ]);
  expect(await listViews(colleague)).toEqual([]);
  await updateView(owner, id, { ...view, shared: true });
  expect(await listViews(colleague)).toMatchObject([{ id, owner: { id: owner.id } }]);
});

test('a view keeps the filters of an address and nothing else', async () => {
  const query = 'view=table&status=FAILED&x=1&q=%E6%B5%B7%E6%8A%A5';
  const id = await createView(owner, { name: '海报', query, shared: false });
  const [kept] = await listViews(owner);
  expect(kept?.id).toBe(id);
  expect(Object.fromEntries(new URLSearchParams(kept?.query))).toEqual({ q: '海报', status: 'FAILED' });
  await expect(
    createView(owner, { name: '坏的', query: 'status=nonsense', shared: false }),
  ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
});

test('only the owner or an administrator changes a shared view; a private one of somebody else is not there', async () => {
  const view = { name: '共享', query: '', shared: true };
  const id = await createView(owner, view);
  const secret = await createView(owner, { ...view, name: '私有', shared: false });
  await expect(updateView(colleague, id, view)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(deleteView(colleague, id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(deleteView(colleague, secret)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const admin = await insertActor('ADMIN');
  await updateView(admin, id, { ...view, name: '团队' });
  await deleteView(admin, id);
  expect(await listViews(owner)).toMatchObject([{ id: secret }]);
});

test('a person’s views have names of their own', async () => {
  const view = { name: '我的', query: '', shared: false };
  const id = await createView(owner, view);
  await expect(createView(owner, view)).rejects.toMatchObject({ code: 'VIEW_NAME_TAKEN' });
  await expect(createView(colleague, view)).resolves.toEqual(expect.any(String));
  await expect(updateView(owner, id, { ...view, query: 'status=READY' })).resolves.toBeUndefined();
});

test('viewers keep views for themselves and share none', async () => {
  const viewer = await insertActor('VIEWER');
  const view = { name: '我的', query: '', shared: false };
  const id = await createView(viewer, view);
  await expect(updateView(viewer, id, { ...view, shared: true })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  await deleteView(viewer, id);
});
