import 'server-only';
import type { BulkScope } from '@/lib/bulk/kinds';
import { db } from '@/lib/db/client';
import { all, sql, type Sql } from '@/lib/db/sql';

/**
 * How many codes of a scope stand on a print that is not retired: paper that goes on leading people to them. Samples are for
 * trying out and do not count.
 * @param conditions those of the scope; none for ticked codes
 * @param kind what is in the trash already is not deleted again, and nothing else is removed for ever
 */
export async function countPrinted(
  scope: BulkScope,
  conditions: Sql[],
  kind: 'delete' | 'purge',
): Promise<number> {
  const ended = kind === 'purge' ? sql`"Code"."deletedAt" IS NOT NULL` : sql`"Code"."deletedAt" IS NULL`;
  const which = 'codeIds' in scope ? [sql`"Code"."id" = ANY(${scope.codeIds}::text[])`] : conditions;
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::integer AS "count" FROM "Code" WHERE ${all([...which, ended])} AND "Code"."id" IN (
      SELECT p."codeId" FROM "PrintedCode" p JOIN "Export" e ON e."id" = p."exportId"
      WHERE e."removedAt" IS NULL AND e."printState" <> 'retired' AND e."options" -> 'sample' = 'null'::jsonb)`;
  return row?.count ?? 0;
}
