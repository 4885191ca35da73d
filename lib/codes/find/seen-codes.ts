import 'server-only';
import { isOneApp } from '@/lib/apps/all-apps';
import { seenRows } from '@/lib/apps/sight';
import type { Sight } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';

/**
 * What is left of ids that somebody named, in their order, before anything is done to these codes: all of them for who sees
 * everything, else those of codes that are seen.
 * @throws AppError NOT_FOUND when none is
 */
export async function seenCodeIds(seeing: { sees: Sight }, codeIds: string[]): Promise<string[]> {
  if (seeing.sees === 'all') return codeIds;
  const where = { id: { in: codeIds }, AND: seenRows(seeing) };
  const seen = new Set((await db().code.findMany({ where, select: { id: true } })).map(({ id }) => id));
  if (seen.size === 0) throw new AppError('NOT_FOUND');
  return codeIds.filter((id) => seen.has(id));
}

/** The Mini Programs of these codes. */
export async function appsOfCodes(codeIds: string[]): Promise<string[]> {
  const found = await db().code.findMany({
    where: { id: { in: codeIds } },
    select: { miniProgramId: true },
    distinct: ['miniProgramId'],
  });
  return found.map(({ miniProgramId }) => miniProgramId);
}

/** What work on all codes that match keeps to: the Mini Program of the filters, else all that are seen; none for every one. */
export function appsOfFilters({ sees }: { sees: Sight }, app: string): string[] {
  if (isOneApp(app)) return [app];
  return sees === 'all' ? [] : [...sees];
}
