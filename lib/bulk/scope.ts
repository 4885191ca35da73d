import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { codeConditions } from '@/lib/codes/find/conditions';
import { codeFiltersSchema } from '@/lib/codes/find/filters-schema';
import { db } from '@/lib/db/client';
import { all, moment, sql, type Sql } from '@/lib/db/sql';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import type { BulkScope } from './kinds';

/**
 * What the codes of a scope must meet; none for ticked ones. Ask before a transaction.
 * @param userId whose codes are meant by the place `recent`
 */
export async function scopeConditions(scope: BulkScope, userId: string | null): Promise<Sql[]> {
  if ('codeIds' in scope) return [];
  const until = moment(new Date(scope.until));
  return [...(await codeConditions(scope.filters, userId)), sql`"createdAt" <= ${until}`];
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
  const userId = actor.kind === 'user' ? actor.id : null;
  return { count: await count(await scopeConditions({ filters, until, count: 0 }, userId)), until };
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
