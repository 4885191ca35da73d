import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import { all, empty, sql } from '@/lib/db/sql';
import { parseInput } from '@/lib/validation';
import { codeConditions } from './conditions';
import { codeFiltersSchema } from './filters-schema';

/** Counting stops here: nobody reads such a number to the last digit. */
export const COUNT_CAP = 10_000;

/** `capped`: there are more than `count`. */
export type CodeCount = { count: number; capped: boolean };

/**
 * How many codes match: exact up to COUNT_CAP, or to the last one when `exact`.
 * @param filters as they came from the URL, checked here
 * @throws AppError INVALID_INPUT
 */
export async function countCodes(
  actor: Actor,
  filters: unknown,
  { exact = false }: { exact?: boolean } = {},
): Promise<CodeCount> {
  requirePermission(actor, 'codes.read');
  const conditions = await codeConditions(
    parseInput(codeFiltersSchema, filters),
    actor.kind === 'user' ? actor.id : null,
  );
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::integer AS "count" FROM (
      SELECT 1 FROM "Code" WHERE ${all(conditions)} ${exact ? empty : sql`LIMIT ${COUNT_CAP + 1}`}
    ) AS "matching"`;
  const count = row?.count ?? 0;
  return exact ? { count, capped: false } : { count: Math.min(count, COUNT_CAP), capped: count > COUNT_CAP };
}
