import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { QuotaState } from '@/lib/db/generated/enums';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { listQuotas } from './queries';

useDatabase();

const DAY_MS = 24 * 60 * 60 * 1000;
const realNow = clock.now;
/** Noon, so that no zone of a server makes it another day. */
const NOON = new Date(2026, 5, 15, 12);
const daysAgo = (days: number) => new Date(NOON.getTime() - days * DAY_MS);

let viewer: UserActor;
let one: string;
let other: string;

beforeAll(async () => {
  viewer = await insertActor('VIEWER');
});

beforeEach(async () => {
  one = (await insertApp({ quotaBaseline: 7 })).id;
  other = (await insertApp({ quotaBaseline: 99_000 })).id;
  clock.now = () => NOON;
});

afterEach(() => {
  clock.now = realNow;
});

type Entry = { days: number; state?: QuotaState; uncertain?: boolean };

/** Rows of the ledger of one Mini Program, counted so many days ago. */
async function count(miniProgramId: string, entries: Entry[]): Promise<void> {
  await db().quotaEntry.createMany({
    data: entries.map(({ days, state = 'CONFIRMED', uncertain = false }, n) => ({
      ...{ miniProgramId, fingerprint: `${n}`, state, uncertain, createdAt: daysAgo(days) },
    })),
  });
  const quotaUsed = entries.length;
  await db().miniProgram.update({ where: { id: miniProgramId }, data: { quotaUsed } });
}

const quotaOf = async (id: string) => (await listQuotas(viewer)).find(({ app }) => app.id === id);

describe('the quota of each Mini Program', () => {
  test('says what was made here and elsewhere, what is certain, and what is not', async () => {
    await count(one, [
      { days: 1 },
      { days: 2 },
      { days: 1, state: 'RESERVED' },
      { days: 1, state: 'RESERVED', uncertain: true },
    ]);
    await count(other, [{ days: 1, state: 'RESERVED', uncertain: true }]);
    expect(await quotaOf(one)).toMatchObject({ used: 11, limit: 100_000, confirmed: 2, uncertain: 1 });
    expect(await quotaOf(other)).toMatchObject({ used: 99_001, confirmed: 0, uncertain: 1 });
  });

  test('forecasts from its own codes of the last thirty days, and from its first one ever', async () => {
    await count(one, [{ days: 200 }, { days: 31 }, ...Array.from({ length: 60 }, () => ({ days: 29 }))]);
    await count(
      other,
      Array.from({ length: 30 }, () => ({ days: 10 })),
    );
    expect((await quotaOf(one))?.forecast).toMatchObject({ perDay: 2 });
    expect((await quotaOf(other))?.forecast).toMatchObject({ perDay: 3 });
    const left = 1_000 - 30;
    expect((await quotaOf(other))?.forecast.fullAt).toEqual(new Date(NOON.getTime() + (left / 3) * DAY_MS));
  });

  test('without a code has no end in sight', async () => {
    expect(await quotaOf(one)).toMatchObject({
      ...{ used: 7, confirmed: 0, uncertain: 0 },
      forecast: { perDay: 0, fullAt: null },
    });
  });
});
