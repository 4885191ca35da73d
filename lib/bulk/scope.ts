import 'server-only';
import { viewerOf, type Actor, type Viewer } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { codeConditions } from '@/lib/codes/find/conditions';
import { codeFiltersSchema } from '@/lib/codes/find/filters-schema';
import { appsOfCodes, appsOfFilters, seenCodeIds } from '@/lib/codes/find/seen-codes';
import { db } from '@/lib/db/client';
import { all, moment, sql, type Sql } from '@/lib/db/sql';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import type { BulkScope } from './kinds';
import { bulkScopeSchema } from './schema';

/**
 * The scope that an action of somebody has: ticked codes that they do not see are left out.
 * @throws AppError INVALID_INPUT, NOT_FOUND when they see none of those that they ticked
 */
export async function readScope(actor: Actor, input: unknown): Promise<BulkScope> {
  const scope = parseInput(bulkScopeSchema, input);
  return 'codeIds' in scope ? { codeIds: await seenCodeIds(actor, scope.codeIds) } : scope;
}

/** The Mini Programs that an action keeps to; none for all that match of somebody who sees all of them. */
export function bulkApps(actor: Actor, scope: BulkScope): Promise<string[]> {
  if ('codeIds' in scope) return appsOfCodes(scope.codeIds);
  return Promise.resolve(appsOfFilters(actor, scope.filters.app));
}

/** What the codes of a scope must meet; none for ticked ones. Ask before a transaction. */
export async function scopeConditions(scope: BulkScope, viewer: Viewer): Promise<Sql[]> {
  if ('codeIds' in scope) return [];
  const until = moment(new Date(scope.until));
  return [...(await codeConditions(scope.filters, viewer)), sql`"createdAt" <= ${until}`];
}

async function count(conditions: Sql[]): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::integer AS "count" FROM "Code" WHERE ${all(conditions)}`;
  return row?.count ?? 0;
}

export type Matching = { count: number; until: string };

/**
 * How many codes match, to the last one, and of which moment that is true: what “select all that match” shows, and what
 * an action on them is then held to.
 * @throws AppError INVALID_INPUT
 */
export async function countMatching(actor: Actor, input: unknown): Promise<Matching> {
  requirePermission(actor, 'codes.read');
  const filters = parseInput(codeFiltersSchema, input);
  const until = clock.now().toISOString();
  const conditions = await scopeConditions({ filters, until, count: 0 }, viewerOf(actor));
  return { count: await count(conditions), until };
}

/**
 * How many codes an action is about.
 * @param conditions those of the scope
 * @throws AppError BULK_COUNT_CHANGED when that is no longer what the person agreed to
 */
export async function requireCount(scope: BulkScope, conditions: Sql[]): Promise<number> {
  if ('codeIds' in scope) return scope.codeIds.length;
  const counted = await count(conditions);
  if (counted === scope.count) return counted;
  throw new AppError('BULK_COUNT_CHANGED', { values: { agreed: scope.count, count: counted } });
}
