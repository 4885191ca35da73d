import { beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { builtInPurposes } from './built-in';
import { BUILT_IN_KEYS, type PurposeDefinition } from './purpose';
import { getPurpose, listPurposes } from './queries';
import { orderPurposes, PURPOSES_MAX, removePurpose, savePurpose, setPurposeHidden } from './service';

useDatabase();

let admin: UserActor;
let operator: UserActor;

const room: PurposeDefinition = {
  name: '客房码',
  summary: '一房一码，叫服务',
  endpoint: 'getwxacodeunlimit',
  fields: [
    { key: 'hotel', label: '酒店', example: '外滩店', parameter: null, required: false, counts: false },
    { key: 'room', label: '房号', example: '0801', parameter: 'room', required: true, counts: true },
  ],
  nameTemplate: '{hotel} · {room}',
  printCm: 5,
};

beforeEach(async () => {
  admin = await insertActor('ADMIN');
  operator = await insertActor('OPERATOR');
  await db().purpose.deleteMany();
});

const keys = async () => (await listPurposes(operator, 'zh-CN')).map(({ key }) => key);

describe('purposes', () => {
  test('come with the product, in the reader’s language, and need no row', async () => {
    const zh = await listPurposes(operator, 'zh-CN');
    expect(zh.map(({ key, origin, hidden, name }) => [key, origin, hidden, name])).toEqual([
      ['table', 'builtIn', false, '门店桌码'],
      ['product', 'builtIn', false, '商品'],
      ['employee', 'builtIn', false, '员工'],
      ['campaign', 'builtIn', false, '活动'],
      ['blank', 'builtIn', false, '空白'],
    ]);
    expect((await listPurposes(operator, 'en'))[0]?.name).toBe('Table');
  });

  test('of the team stand before the blank one, with the page of each Mini Program', async () => {
    const app = await insertApp();
    const pages = { [app.id]: 'pages/room/index' };
    const key = await savePurpose(admin, null, { definition: room, pages });
    expect(await keys()).toEqual(['table', 'product', 'employee', 'campaign', key, 'blank']);
    expect(await getPurpose(admin, key, 'en')).toEqual({
      ...room,
      ...{ key, origin: 'own', hidden: false, pages },
    });
  });

  test('that come with the product are changed in every language, hidden, and put back', async () => {
    const changed = { ...builtInPurposes('zh-CN').table, name: '包间码' };
    expect(await savePurpose(admin, 'table', { definition: changed, pages: {} })).toBe('table');
    await setPurposeHidden(admin, 'table', true);
    expect((await listPurposes(operator, 'en'))[0]).toMatchObject({
      ...{ key: 'table', origin: 'changed', hidden: true, name: '包间码' },
    });
    await removePurpose(admin, 'table');
    expect((await listPurposes(operator, 'en'))[0]).toMatchObject({
      ...{ key: 'table', origin: 'builtIn', hidden: false, name: 'Table' },
    });
    // Nothing was changed any more, so there is nothing to say.
    await removePurpose(admin, 'table');
    const audits = await db().auditEvent.findMany({ where: { actorId: admin.id }, orderBy: { at: 'asc' } });
    expect(audits.map(({ action }) => action)).toEqual(['purpose.update', 'purpose.hide', 'purpose.reset']);
  });

  test('of the team are changed, hidden, shown and deleted, and each leaves its trace', async () => {
    const key = await savePurpose(admin, null, { definition: room, pages: {} });
    await savePurpose(admin, key, { definition: { ...room, name: '房间码' }, pages: {} });
    await setPurposeHidden(admin, key, true);
    expect(await getPurpose(admin, key, 'zh-CN')).toMatchObject({ name: '房间码', hidden: true });
    await setPurposeHidden(admin, key, false);
    await removePurpose(admin, key);
    expect(await keys()).toEqual([...BUILT_IN_KEYS]);
    const audits = await db().auditEvent.findMany({ where: { targetId: key }, orderBy: { at: 'asc' } });
    expect(audits.map(({ action }) => action)).toEqual([
      'purpose.create',
      'purpose.update',
      'purpose.hide',
      'purpose.show',
      'purpose.delete',
    ]);
  });

  test('stand as an administrator puts them, the blank one last, and new ones behind the others', async () => {
    const own = await savePurpose(admin, null, { definition: room, pages: {} });
    await orderPurposes(admin, [
      own,
      'campaign',
      'blank',
      'table',
      'campaign',
      'gone',
      'product',
      'employee',
    ]);
    expect(await keys()).toEqual([own, 'campaign', 'table', 'product', 'employee', 'blank']);
    const next = await savePurpose(admin, null, { definition: { ...room, name: '包间' }, pages: {} });
    expect(await keys()).toEqual([own, 'campaign', 'table', 'product', 'employee', next, 'blank']);
    // What is changed, hidden or put back stays where it stands.
    await savePurpose(admin, 'table', { definition: room, pages: {} });
    await setPurposeHidden(admin, 'campaign', true);
    await removePurpose(admin, 'table');
    expect(await keys()).toEqual([own, 'campaign', 'table', 'product', 'employee', next, 'blank']);
    const last = await db().auditEvent.findFirst({ where: { action: 'purpose.order' } });
    expect(last).toMatchObject({ actorId: admin.id });
    await expect(orderPurposes(admin, [])).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('that two administrators put in order at once stand as one of them wanted', async () => {
    const [one, other] = [
      ['table', 'product', 'employee', 'campaign'],
      ['campaign', 'employee', 'product', 'table'],
    ];
    await Promise.all([orderPurposes(admin, one), orderPurposes(await insertActor('ADMIN'), other)]);
    expect([one, other].map((order) => [...order, 'blank'])).toContainEqual(await keys());
  });

  test('are changed by administrators only', async () => {
    const key = await savePurpose(admin, null, { definition: room, pages: {} });
    const forbidden = { code: 'FORBIDDEN' };
    for (const actor of [operator, await insertActor('VIEWER')]) {
      const input = { definition: room, pages: {} };
      await expect(savePurpose(actor, null, input)).rejects.toMatchObject(forbidden);
      await expect(savePurpose(actor, 'table', input)).rejects.toMatchObject(forbidden);
      await expect(setPurposeHidden(actor, key, true)).rejects.toMatchObject(forbidden);
      await expect(removePurpose(actor, key)).rejects.toMatchObject(forbidden);
      await expect(orderPurposes(actor, [key])).rejects.toMatchObject(forbidden);
      await expect(getPurpose(actor, key, 'en')).rejects.toMatchObject(forbidden);
    }
    expect(await db().purpose.count()).toBe(1);
  });

  test('that are not there are not found', async () => {
    const notFound = { code: 'NOT_FOUND' };
    const input = { definition: room, pages: {} };
    await expect(savePurpose(admin, 'gone', input)).rejects.toMatchObject(notFound);
    await expect(setPurposeHidden(admin, 'gone', true)).rejects.toMatchObject(notFound);
    await expect(removePurpose(admin, 'gone')).rejects.toMatchObject(notFound);
    await expect(getPurpose(admin, 'gone', 'en')).rejects.toMatchObject(notFound);
  });

  test(`are ${PURPOSES_MAX} of the team’s own at most`, async () => {
    await db().purpose.createMany({
      data: Array.from({ length: PURPOSES_MAX - 1 }, () => ({ definition: room })),
    });
    await savePurpose(admin, null, { definition: room, pages: {} });
    await expect(savePurpose(admin, null, { definition: room, pages: {} })).rejects.toMatchObject({
      ...{ code: 'TOO_MANY_PURPOSES', values: { max: PURPOSES_MAX } },
    });
    expect(await savePurpose(admin, 'table', { definition: room, pages: {} })).toBe('table');
  });

  test('whose stored form is of another version do not stand in the way', async () => {
    await db().purpose.createMany({
      data: [{ definition: { fields: 'once' } }, { builtIn: 'table', definition: {}, pages: { a: 1 } }],
    });
    expect(await keys()).toEqual([...BUILT_IN_KEYS]);
  });
});

describe('a purpose is refused', () => {
  const [hotel, number] = room.fields;
  test.each<[string, Partial<PurposeDefinition>]>([
    ['definition.name', { name: ' ' }],
    ['definition.fields', { fields: [] }],
    ['definition.fields.0.parameter', { fields: hotel ? [hotel] : [] }],
    ['definition.fields.1.label', { fields: number && hotel ? [hotel, { ...number, label: '酒店' }] : [] }],
    ['definition.fields.0.parameter', { fields: number ? [{ ...number, parameter: 'a=b' }] : [] }],
    ['definition.fields.0.parameter', { fields: number ? [{ ...number, parameter: 'scancode_time' }] : [] }],
    ['definition.nameTemplate', { nameTemplate: '{floor}' }],
    ['definition.printCm', { printCm: 1 }],
  ])('at %s: %j', async (field, changes) => {
    const input = { definition: { ...room, nameTemplate: '', ...changes }, pages: {} };
    const refused = savePurpose(admin, null, input);
    await expect(refused).rejects.toMatchObject({ code: 'INVALID_INPUT', issues: [{ field }] });
  });

  test.each(['/pages/a', 'pages/a?b=1', 'pages/a b'])('at its page %s', async (page) => {
    const { id } = await insertApp();
    const refused = savePurpose(admin, null, { definition: room, pages: { [id]: page } });
    await expect(refused).rejects.toMatchObject({
      issues: [{ field: `pages.${id}`, key: 'errors.issues.pageAddress' }],
    });
  });
});
