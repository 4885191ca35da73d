import { beforeEach, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor } from '@/lib/testing/factories';
import { VIEWS_MAX } from './limits';
import { listViews } from './queries';
import { createView, deleteView, updateView } from './service';

useDatabase();

const view = { name: '失败的', query: 'status=FAILED', shared: false };

let owner: UserActor;

beforeEach(async () => {
  await db().savedView.deleteMany();
  owner = await insertActor('OPERATOR');
});

test('each person keeps up to a hundred views, whatever others keep', async () => {
  const data = Array.from({ length: VIEWS_MAX - 1 }, (_, n) => ({
    ...view,
    name: `v${n}`,
    ownerId: owner.id,
  }));
  await db().savedView.createMany({ data });
  await createView(owner, view);
  await expect(createView(owner, { ...view, name: '多一个' })).rejects.toMatchObject({
    code: 'TOO_MANY_VIEWS',
    values: { max: VIEWS_MAX },
  });
  await expect(createView(await insertActor(), view)).resolves.toEqual(expect.any(String));
});

test('a view leaves a trace when it is made, changed and deleted', async () => {
  const id = await createView(owner, view);
  await updateView(owner, id, { ...view, name: '新名' });
  await deleteView(owner, id);
  const audits = await db().auditEvent.findMany({ where: { targetId: id }, orderBy: { at: 'asc' } });
  expect(audits).toMatchObject([
    { action: 'view.create', actorId: owner.id, details: { name: '失败的' } },
    { action: 'view.update', details: { name: '新名' } },
    { action: 'view.delete', details: { name: '新名' } },
  ]);
});

test('an administrator who changes a shared view is held to the names of its owner, not to their own', async () => {
  const admin = await insertActor('ADMIN');
  const shared = { ...view, shared: true };
  const id = await createView(owner, shared);
  await createView(owner, { ...shared, name: '老板的' });
  await createView(admin, { ...shared, name: '我的' });
  await expect(updateView(admin, id, { ...shared, name: '老板的' })).rejects.toMatchObject({
    code: 'VIEW_NAME_TAKEN',
  });
  await updateView(admin, id, { ...shared, name: '我的' });
  expect((await listViews(owner)).filter(({ name }) => name === '我的')).toHaveLength(2);
});

test('views are listed by name', async () => {
  for (const name of ['b', 'c', 'a']) await createView(owner, { ...view, name });
  expect((await listViews(owner)).map(({ name }) => name)).toEqual(['a', 'b', 'c']);
});

test('a view that is not there is not found, nor is another person’s own', async () => {
  const id = await createView(owner, view);
  const stranger = await insertActor('ADMIN');
  for (const unknown of ['gone', id]) {
    await expect(updateView(stranger, unknown, view)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(deleteView(stranger, unknown)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
});
