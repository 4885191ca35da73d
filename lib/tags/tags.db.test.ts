import { beforeEach, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor } from '@/lib/testing/factories';
import { TAGS_MAX } from './limits';
import { listTags } from './queries';
import { createTag, deleteTag, updateTag } from './service';

useDatabase();

let actor: UserActor;

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  await db().tag.deleteMany();
});

test('a tag is made, renamed, coloured and deleted; each leaves its trace', async () => {
  const id = await createTag(actor, { name: ' 海报 ', color: 'red' });
  expect(await listTags(actor)).toEqual([{ id, name: '海报', color: 'red', canChange: true, appNames: [] }]);
  await updateTag(actor, id, { name: '春季海报', color: 'blue' });
  expect(await listTags(actor)).toEqual([
    { id, name: '春季海报', color: 'blue', canChange: true, appNames: [] },
  ]);
  await deleteTag(actor, id);
  expect(await listTags(actor)).toEqual([]);
  const audits = await db().auditEvent.findMany({ where: { targetId: id }, orderBy: { at: 'asc' } });
  expect(audits.map(({ action, details }) => [action, details])).toEqual([
    ['tag.create', { name: '海报' }],
    ['tag.update', { name: '春季海报' }],
    ['tag.delete', { name: '春季海报' }],
  ]);
});

test('two tags never differ by case or width alone', async () => {
  const id = await createTag(actor, { name: 'VIP', color: 'gray' });
  const taken = { code: 'TAG_NAME_TAKEN', values: { name: 'VIP' } };
  await expect(createTag(actor, { name: 'ｖｉｐ', color: 'gray' })).rejects.toMatchObject(taken);
  const other = await createTag(actor, { name: '会员', color: 'gray' });
  await expect(updateTag(actor, other, { name: 'vip', color: 'gray' })).rejects.toMatchObject(taken);
  await expect(updateTag(actor, id, { name: 'Vip', color: 'gray' })).resolves.toBeUndefined();
});

test.each([
  ['', 'errors.issues.required'],
  ['一'.repeat(31), 'errors.issues.tooLong'],
  ['海报,门店', 'errors.issues.format'],
])('the name %j is refused', async (name, key) => {
  await expect(createTag(actor, { name, color: 'gray' })).rejects.toMatchObject({
    issues: [{ field: 'name', key }],
  });
});

test('there are no more tags than a list can hold', async () => {
  const data = Array.from({ length: TAGS_MAX }, (_, i) => ({
    name: `t${i}`,
    nameKey: `t${i}`,
    color: 'gray' as const,
  }));
  await db().tag.createMany({ data });
  await expect(createTag(actor, { name: '多一个', color: 'gray' })).rejects.toMatchObject({
    code: 'TOO_MANY_TAGS',
    values: { max: TAGS_MAX },
  });
});

test('viewers may look at tags and change none', async () => {
  const viewer = await insertActor('VIEWER');
  const id = await createTag(actor, { name: '海报', color: 'red' });
  const forbidden = { code: 'FORBIDDEN' };
  await expect(listTags(viewer)).resolves.toHaveLength(1);
  await expect(createTag(viewer, { name: '别的', color: 'red' })).rejects.toMatchObject(forbidden);
  await expect(updateTag(viewer, id, { name: '别的', color: 'red' })).rejects.toMatchObject(forbidden);
  await expect(deleteTag(viewer, id)).rejects.toMatchObject(forbidden);
});

test('a tag that is not there is not found', async () => {
  await expect(updateTag(actor, 'nowhere', { name: '一', color: 'red' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await expect(deleteTag(actor, 'nowhere')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
