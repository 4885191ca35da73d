import { beforeEach, describe, expect, test } from 'vitest';
import { ALL_APPS } from '@/lib/apps/all-apps';
import type { UserActor } from '@/lib/auth/actor';
import { countCodes } from '@/lib/codes/find/count';
import { NO_FILTERS } from '@/lib/codes/find/filters';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { codesPerDay, codesPutAway } from './trend';

useDatabase();

let viewer: UserActor;
let one: string;
let other: string;

const NOON = new Date(2026, 5, 15, 12);
const at = (daysAgo: number, hour = 12) => new Date(2026, 5, 15 - daysAgo, hour);

beforeEach(async () => {
  viewer = await insertActor('VIEWER');
  one = (await insertApp()).id;
  other = (await insertApp()).id;
});

describe('codes a day', () => {
  test('are of thirty days, the last one today, by Mini Program, as the gallery shows them', async () => {
    const code = (miniProgramId: string, createdAt: Date, more = {}) =>
      insertCode({ miniProgramId, createdAt, ...more });
    await code(one, at(0));
    await code(one, at(0), { status: 'FAILED' });
    await code(other, at(0));
    await code(one, at(29));
    await code(one, at(30));
    await code(one, at(0), { deletedAt: NOON });
    await code(one, at(0), { archivedAt: NOON });
    const own = await codesPerDay(viewer, one, NOON);
    expect(own).toHaveLength(30);
    expect(own[0]).toEqual({ day: '2026-05-17', total: 1, byApp: { [one]: 1 } });
    expect(own[1]).toEqual({ day: '2026-05-18', total: 0, byApp: {} });
    expect(own.at(-1)).toEqual({ day: '2026-06-15', total: 2, byApp: { [one]: 2 } });
    const [today] = (await codesPerDay(viewer, ALL_APPS, NOON)).slice(-1);
    expect(today?.byApp).toMatchObject({ [one]: 2, [other]: 1 });
    const filters = { ...NO_FILTERS, app: one, from: '2026-06-15', to: '2026-06-15' };
    expect((await countCodes(viewer, filters)).count).toBe(2);
  });

  test('leave out what was archived or deleted, and say how many of them each list has', async () => {
    const before = await codesPutAway(viewer, ALL_APPS, NOON);
    const code = (daysAgo: number, more: object, miniProgramId = one) =>
      insertCode({ miniProgramId, createdAt: at(daysAgo), ...more });
    await code(0, {});
    await code(0, { archivedAt: NOON });
    await code(29, { archivedAt: NOON });
    await code(29, { archivedAt: at(3), deletedAt: NOON });
    await code(30, { archivedAt: NOON });
    await code(30, { deletedAt: NOON });
    await code(0, { archivedAt: NOON }, other);
    expect(await codesPutAway(viewer, one, NOON)).toEqual({ archived: 2, trash: 1 });
    const ofAll = { archived: before.archived + 3, trash: before.trash + 1 };
    expect(await codesPutAway(viewer, ALL_APPS, NOON)).toEqual(ofAll);
    const filters = { ...NO_FILTERS, app: one, from: '2026-05-17', to: '2026-06-15' };
    expect((await countCodes(viewer, { ...filters, place: 'archived' })).count).toBe(2);
    expect((await countCodes(viewer, { ...filters, place: 'trash' })).count).toBe(1);
  });

  test('belong to the day of the server, from its first to its last millisecond', async () => {
    const first = new Date(2026, 5, 15);
    const next = new Date(2026, 5, 16);
    for (const createdAt of [first, new Date(first.getTime() - 1), new Date(next.getTime() - 1), next])
      await insertCode({ miniProgramId: one, createdAt });
    const [yesterday, today] = (await codesPerDay(viewer, one, NOON)).slice(-2);
    expect([yesterday, today]).toMatchObject([
      { day: '2026-06-14', total: 1 },
      { day: '2026-06-15', total: 2 },
    ]);
  });
});
