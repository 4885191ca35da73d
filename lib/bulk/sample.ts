import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import { parseInput } from '@/lib/validation';
import type { BulkScope } from './kinds';
import type { PatternValues } from './name-pattern';
import { bulkScopeSchema } from './schema';
import { scopeConditions } from './scope';
import { nextIds, readNamed } from './walk';

const SHOWN = 4;

/** What the first names that an action would give can be made of, in its order. @throws AppError INVALID_INPUT */
export async function sampleNames(actor: Actor, input: BulkScope): Promise<Omit<PatternValues, 'seq'>[]> {
  requirePermission(actor, 'codes.write');
  const scope = parseInput(bulkScopeSchema, input);
  const createdById = actor.kind === 'user' ? actor.id : null;
  const conditions = await scopeConditions(scope, createdById);
  const { ids } = await nextIds(db(), { bulk: { scope, cursor: null, createdById }, conditions }, SHOWN);
  return (await readNamed(db(), ids)).map(({ values }) => values);
}
