import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import type { CodeFilters } from '@/lib/codes/filters';
import { codeFiltersSchema } from '@/lib/codes/filters-schema';
import { toWhere } from '@/lib/codes/queries';
import { db } from '@/lib/db/client';
import type { CodeWhereInput } from '@/lib/db/generated/models';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import type { BulkScope } from './kinds';

/** All that match and were made up to `until`. */
export function whereMatching(filters: CodeFilters, until: string): CodeWhereInput {
  return { AND: [toWhere(filters), { createdAt: { lte: new Date(until) } }] };
}

export type Matching = { count: number; until: string };

/**
 * How many codes match, to the last one, and of which moment that is true: what “select all that match” shows, and what
 * an action on them is then held to.
 * @throws AppError INVALID_INPUT
 */
export async function countMatching(actor: Actor, filters: unknown): Promise<Matching> {
  requirePermission(actor, 'codes.read');
  const until = clock.now().toISOString();
  const where = whereMatching(parseInput(codeFiltersSchema, filters), until);
  return { count: await db().code.count({ where }), until };
}

/**
 * How many codes an action is about.
 * @throws AppError BULK_COUNT_CHANGED when that is no longer what the person agreed to
 */
export async function requireCount(scope: BulkScope): Promise<number> {
  if ('codeIds' in scope) return scope.codeIds.length;
  const count = await db().code.count({ where: whereMatching(scope.filters, scope.until) });
  if (count === scope.count) return count;
  throw new AppError('BULK_COUNT_CHANGED', { values: { agreed: scope.count, count } });
}
