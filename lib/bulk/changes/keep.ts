import 'server-only';
import { clock } from '@/lib/clock';
import { empty, moment, sql, type Sql } from '@/lib/db/sql';

/**
 * More parts of a `WITH`: what codes were before an action, for its undo, and which they are, for their histories.
 * @param bulkId null for an undo, which is not taken back and stands in the record of what it takes back
 * @param rows codes (`id`) with what undo has to know (`keep`)
 */
export function keeping(bulkId: string | null, rows: Sql): Sql {
  if (bulkId === null) return empty;
  return sql`, "kept" AS (
      INSERT INTO "BulkChange" ("bulkId", "codeId", "before")
      SELECT ${bulkId}, v."id", v."keep" FROM ${rows} AS v
    ), "traced" AS (
      INSERT INTO "BulkTrace" ("id", "at", "bulkId", "codeIds")
      SELECT gen_random_uuid()::text, ${moment(clock.now())}, ${bulkId}, array_agg(v."id")
      FROM ${rows} AS v HAVING count(*) > 0
    )`;
}
