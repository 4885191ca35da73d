import 'server-only';
import { db } from '@/lib/db/client';
import { sql, type Sql } from '@/lib/db/sql';

/** Pages of the table in a sample; some twelve rows lie on each. */
const SAMPLE_PAGES = 400;
const PAGE_BYTES = 8192;

export type Sample = { from: Sql; /** Each of its rows stands for so many. */ scale: number };

/** Some thousand rows of "Code" as they come, the same ones each time; all of them when there are no more. */
export async function sampleOfCodes(): Promise<Sample> {
  const [size] = await db().$queryRaw<{ bytes: number }[]>`
    SELECT pg_relation_size('"Code"')::double precision AS "bytes"`;
  const percent = Math.min(100, (100 * SAMPLE_PAGES * PAGE_BYTES) / Math.max(1, size?.bytes ?? 1));
  return { from: sql`"Code" TABLESAMPLE SYSTEM (${percent}::real) REPEATABLE (1)`, scale: 100 / percent };
}
