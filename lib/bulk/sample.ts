import 'server-only';
import { viewerOf, type Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import type { BulkScope } from './kinds';
import type { PatternValues } from './name-pattern';
import { readScope, scopeConditions } from './scope';
import { nextIds, readNamed } from './walk';

const SHOWN = 4;

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
