import 'server-only';
import { db } from '@/lib/db/client';
import { all } from '@/lib/db/sql';
import type { CodeConditions } from './conditions';
import { rowsAlong } from './along';
import { NEWEST, type CodeKey } from './order';

/** As many rows as one step of an exact count walks. */
const COUNT_WALK_ROWS = 20_000;

/** How many of the next rows, newest first, match; `next` is null when there are no more. */
export async function countAlong(conditions: CodeConditions, after: CodeKey | null) {
  const { place, indexed, others } = conditions;
  const along = rowsAlong(conditions, NEWEST, { after, rows: COUNT_WALK_ROWS });
  const [row] = await db().$queryRaw<{ count: number; read: number; value: Date; id: string }[]>`
    WITH "walked" AS MATERIALIZED (
      SELECT "createdAt", "id", ${all([place, ...indexed, ...others])} AS "matches"
      ${along}
    )
    SELECT (SELECT count(*) FILTER (WHERE "matches") FROM "walked")::integer AS "count",
      (SELECT count(*) FROM "walked")::integer AS "read", "createdAt" AS "value", "id"
    FROM "walked" ORDER BY "createdAt", "id" LIMIT 1`;
  if (!row) return { count: 0, next: null };
  const { count, read, value, id } = row;
  return { count, next: read === COUNT_WALK_ROWS ? { value, id } : null };
}
