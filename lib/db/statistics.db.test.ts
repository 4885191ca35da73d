import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '@/lib/testing/database';
import { insertApp, insertCode } from '@/lib/testing/factories';
import { db } from './client';
import { refreshStatistics } from './statistics';

useDatabase();

beforeAll(async () => {
  const { id: miniProgramId } = await insertApp();
  for (let at = 0; at < 20; at += 1) await insertCode({ miniProgramId });
});

test('the database knows afterwards that most codes are in no trash', async () => {
  await refreshStatistics();
  const [known] = await db().$queryRaw<{ nulls: number }[]>`
    SELECT null_frac::float8 AS "nulls" FROM pg_stats WHERE tablename = 'Code' AND attname = 'deletedAt'`;
  expect(known?.nulls).toBe(1);
});
