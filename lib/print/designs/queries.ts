import 'server-only';
import { keptToNames, seenShared } from '@/lib/apps/shared-things';
import { seesWork } from '@/lib/apps/sight';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission, roleCan } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { resolveScope } from '@/lib/exports/scope/scope';
import { samplesOf } from '@/lib/print/samples';
import type { DesignStart, PrintSample } from '@/lib/print/print-types';
import { readKept } from './kept-design';
import type { ListedDesign } from './kept-types';

/** Codes that the editor can be looked at with. */
const SAMPLES = 12;

export const mayChangeDesigns = (actor: Actor) => actor.kind === 'user' && roleCan(actor.role, 'codes.write');

const canChange = (actor: Actor, { appIds }: { appIds: string[] }) =>
  mayChangeDesigns(actor) && seesWork(actor, appIds);

/** The designs of the team that somebody knows, by name. */
export async function listDesigns(actor: Actor): Promise<ListedDesign[]> {
  requirePermission(actor, 'codes.export');
  const rows = await db().printDesign.findMany({
    where: seenShared(actor),
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  const namesOf = await keptToNames(actor);
  return rows.map((row) => ({
    ...readKept(row),
    canChange: canChange(actor, row),
    appNames: namesOf(row.appIds),
  }));
}

/** The newest code, to show designs with. @throws AppError FORBIDDEN */
export async function designSample(actor: Actor): Promise<PrintSample | null> {
  requirePermission(actor, 'codes.export');
  const scope = await resolveScope(actor, new URLSearchParams({ app: 'all' }));
  return (await samplesOf(scope, actor.sees, 1))[0] ?? null;
}

/**
 * A design of the team, and codes to see it with.
 * @param fields which codes, as of an address: see `resolveScope`
 * @throws AppError FORBIDDEN, INVALID_INPUT, NOT_FOUND
 */
export async function openDesign(
  actor: Actor,
  designId: string,
  fields: URLSearchParams,
): Promise<DesignStart> {
  requirePermission(actor, 'codes.export');
  const scope = await resolveScope(actor, fields);
  const row = await db().printDesign.findUnique({ where: { id: designId, AND: seenShared(actor) } });
  if (!row) throw new AppError('NOT_FOUND');
  const samples = await samplesOf(scope, actor.sees, SAMPLES);
  return { kept: readKept(row), revision: row.revision, samples, canChange: canChange(actor, row) };
}
