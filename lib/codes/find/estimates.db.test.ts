import { beforeAll, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { countCodes } from './count';
import { countFacet } from './facets';
import { NO_FILTERS } from './filters';

useDatabase();

const MANY = 20_000;
const EVERY = 20;
const RARE = MANY / EVERY;

let viewer: UserActor;

beforeAll(async () => {
  viewer = await insertActor('VIEWER');
  const { id } = await insertApp();
  // By SQL, since one by one they would take minutes: more pages of the table than are looked at for an estimate.
  await db().$executeRaw`
    INSERT INTO "Code" ("id", "miniProgramId", "endpoint", "path", "width", "name", "fingerprint", "status", "createdAt", "updatedAt")
    SELECT gen_random_uuid()::text, ${id}, (CASE WHEN n % ${EVERY}::int = 0 THEN 'getwxacode' ELSE 'createwxaqrcode' END)::"Endpoint",
      'pages/index/index?number=' || lpad(n::text, 80, '0'), 430, 'code ' || n, 'print ' || n, 'READY',
      timestamp '2026-01-01' + n * interval '1 s', now()
    FROM generate_series(1, ${MANY}::int) n`;
});

const rare = { ...NO_FILTERS, endpoint: ['getwxacode' as const] };

/** Pages of a table are drawn, which hold what they hold: a fifth beside the truth is as good as it gets. */
function expectAbout(estimate: number | undefined, truth: number): void {
  expect(estimate).toBeGreaterThan(truth * 0.8);
  expect(estimate).toBeLessThan(truth * 1.2);
  expect(estimate).toBe(Number(estimate?.toPrecision(2)));
}

describe('of twenty thousand codes', () => {
  test('all are more than anybody reads to the last digit', async () => {
    expect(await countCodes(viewer, NO_FILTERS)).toEqual({ count: 10_000, capped: true, estimated: false });
    expect(await countCodes(viewer, NO_FILTERS, { exact: true })).toEqual({
      ...{ count: MANY, capped: false, estimated: false },
    });
  });

  test('what no index leads to is estimated, and counted on demand', async () => {
    const { count, ...how } = await countCodes(viewer, rare);
    expect(how).toEqual({ capped: false, estimated: true });
    expectAbout(count, RARE);
    expect(await countCodes(viewer, rare, { exact: true })).toEqual({
      ...{ count: RARE, capped: false, estimated: false },
    });
  });

  test('the options of a filter say about how many they leave', async () => {
    const { counts, estimated } = await countFacet(viewer, 'endpoint', rare);
    expect(estimated).toBe(true);
    expect(Object.keys(counts).sort()).toEqual(['createwxaqrcode', 'getwxacode']);
    expectAbout(counts.getwxacode, RARE);
    expectAbout(counts.createwxaqrcode, MANY - RARE);
  });
});
