import 'server-only';
import { viewerOf, type Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock, minuteOf } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { all, sql, type Sql } from '@/lib/db/sql';
import { readCurrent } from '@/lib/live/current';
import { beginning } from '@/lib/live/retarget';
import { toTarget, type Target } from '@/lib/live/target';
import type { BulkScope } from './kinds';
import type { PatternValues } from './name-pattern';
import { readScope, scopeConditions } from './scope';
import { nextIds, readNamed } from './walk';

const SHOWN = 4;
const TARGETS_SHOWN = 3;

/** What the first names that an action would give can be made of, in its order. @throws AppError INVALID_INPUT, NOT_FOUND */
export async function sampleNames(actor: Actor, input: BulkScope): Promise<Omit<PatternValues, 'seq'>[]> {
  requirePermission(actor, 'codes.write');
  const scope = await readScope(actor, input);
  const viewer = viewerOf(actor);
  const { userId: createdById } = viewer;
  const conditions = await scopeConditions(scope, viewer);
  const { ids } = await nextIds(db(), { bulk: { scope, cursor: null, createdById }, conditions }, SHOWN);
  return (await readNamed(db(), ids)).map(({ values }) => values);
}

/** Of codes as `c`, in the order in which they are shown. */
function inScope(scope: BulkScope, conditions: Sql[]): { where: Sql; order: Sql } {
  if ('codeIds' in scope) {
    const ids = sql`${scope.codeIds}::text[]`;
    return { where: sql`"id" = ANY(${ids})`, order: sql`array_position(${ids}, "id")` };
  }
  const isOldest = scope.filters.sort === 'oldest';
  const order = isOldest ? sql`"createdAt", "id"` : sql`"createdAt" DESC, "id" DESC`;
  return { where: all(conditions), order };
}

/** How many codes of a scope are live, what the first of them lead to, and of which moment that is true. */
export type TargetSample = {
  live: number;
  first: { name: string; target: Target }[];
  /** The wall clock that rules are read by, YYYY-MM-DD HH:MM. */
  at: string;
};

/**
 * @param startsAt as it is typed; empty for now
 * @throws AppError INVALID_INPUT, NOT_FOUND
 */
export async function sampleTargets(actor: Actor, input: BulkScope, startsAt = ''): Promise<TargetSample> {
  requirePermission(actor, 'codes.write');
  const scope = await readScope(actor, input);
  const { where, order } = inScope(scope, await scopeConditions(scope, viewerOf(actor)));
  const rows = await db().$queryRaw<{ live: number; name: string; key: string }[]>(sql`
    WITH "found" AS MATERIALIZED (
      SELECT "id", "name", "createdAt" FROM "Code"
      WHERE ${where} AND "deletedAt" IS NULL AND "id" IN (SELECT "codeId" FROM "LiveCode")
    ), "first" AS (
      SELECT "id", "name", row_number() OVER (ORDER BY ${order}) AS "place" FROM "found"
    )
    SELECT (SELECT count(*)::int FROM "found") AS "live", "first"."name", l."key"
    FROM "first" JOIN "LiveCode" l ON l."codeId" = "first"."id"
    WHERE "place" <= ${TARGETS_SHOWN} ORDER BY "place"`);
  const keys = rows.map(({ key }) => key);
  // A plan for a moment that nobody can plan for is refused when it is sent.
  const at = beginning(startsAt, clock.now());
  const then = new Map((await readCurrent(db(), keys, at)).map((row) => [row.key, toTarget(row)]));
  return {
    at: minuteOf(at),
    live: rows[0]?.live ?? 0,
    first: rows.flatMap(({ name, key }) => {
      const target = then.get(key);
      return target ? [{ name, target }] : [];
    }),
  };
}
