import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { recordUse } from '@/lib/recent/service';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { countCodes } from './count';
import { countFacet } from './facets';
import { NO_FILTERS, type CodeFilters } from './filters';
import { listCodes, listCreators } from './queries';

useDatabase();

let viewer: UserActor;
let app: string;

beforeAll(async () => {
  viewer = await insertActor('VIEWER');
});

beforeEach(async () => {
  app = (await insertApp()).id;
});

type Row = Omit<Parameters<typeof insertCode>[0], 'miniProgramId'>;
const insert = (row: Row) => insertCode({ miniProgramId: app, ...row });

const find = async (filters: Partial<CodeFilters>, actor = viewer) =>
  (await listCodes(actor, { ...NO_FILTERS, app, ...filters })).items.map(({ name }) => name);
const count = async (filters: Partial<CodeFilters>) =>
  (await countCodes(viewer, { ...NO_FILTERS, app, ...filters })).count;

describe('a place', () => {
  beforeEach(async () => {
    const [earlier, later] = [new Date('2026-01-01'), new Date('2026-01-02')];
    await insert({ name: 'here' });
    await insert({ name: 'archived', archivedAt: earlier });
    await insert({ name: 'archived later', archivedAt: later });
    await insert({ name: 'deleted', deletedAt: earlier });
    await insert({ name: 'deleted from the archive', archivedAt: earlier, deletedAt: later });
  });

  test.each<[CodeFilters['place'], string[]]>([
    ['', ['here']],
    ['archived', ['archived later', 'archived']],
    ['trash', ['deleted from the archive', 'deleted']],
  ])('%j has its codes and no other place’s, the latest first', async (place, names) => {
    expect(await find({ place })).toEqual(names);
    expect(await find({ place, sort: 'oldest' })).toEqual(names.toReversed());
    expect(await count({ place })).toBe(names.length);
  });

  test('of codes used last is each person’s own, and leaves out what is archived or deleted', async () => {
    const codes = await db().code.findMany({ where: { miniProgramId: app } });
    for (const { id } of codes) await recordUse(viewer, id);
    const { id } = await insert({ name: 'used later' });
    await recordUse(viewer, id);
    expect(await find({ place: 'recent' })).toEqual(['used later', 'here']);
    expect(await count({ place: 'recent' })).toBe(2);
    expect(await find({ place: 'recent' }, await insertActor('VIEWER'))).toEqual([]);
  });
});

test('a day ends with its last millisecond', async () => {
  const midnight = new Date('2026-03-02T00:00:00');
  await insert({ name: 'last', createdAt: new Date(midnight.getTime() - 1) });
  await insert({ name: 'first', createdAt: midnight });
  expect(await find({ to: '2026-03-01' })).toEqual(['last']);
  expect(await find({ from: '2026-03-02' })).toEqual(['first']);
  expect(await find({ from: '2026-03-01', to: '2026-03-02' })).toEqual(['first', 'last']);
});

test('who made codes is offered by name, and who made none is not', async () => {
  const [maker, idle, other] = [await insertActor(), await insertActor(), await insertActor()];
  for (const [{ id }, name] of [
    [maker, 'b'],
    [other, 'a'],
  ] as const)
    await db().user.update({ where: { id }, data: { name } });
  for (const { id: createdById } of [maker, other, maker]) await insert({ createdById });
  const ids = (await listCreators(viewer)).map(({ id }) => id);
  expect(ids.filter((id) => id === maker.id || id === other.id)).toEqual([other.id, maker.id]);
  expect(ids).not.toContain(idle.id);
});

test('an option is counted as if its own filter were not set, and all others were', async () => {
  await insert({ status: 'READY', endpoint: 'getwxacode' });
  await insert({ status: 'FAILED', endpoint: 'getwxacode' });
  await insert({ status: 'FAILED', endpoint: 'getwxacodeunlimit' });
  const filters = { ...NO_FILTERS, app, status: ['READY' as const], endpoint: ['getwxacode' as const] };
  expect((await countFacet(viewer, 'status', filters)).counts).toEqual({ READY: 1, FAILED: 1 });
  expect((await countFacet(viewer, 'endpoint', filters)).counts).toEqual({ getwxacode: 1 });
  await expect(countFacet(viewer, 'name', filters)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
});
