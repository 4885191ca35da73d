import 'server-only';
import type { Sight } from '@/lib/auth/actor';
import { db, type Tx } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { seenApps, seesWork } from './sight';

// What a team keeps order with and no Mini Program owns: tags, folders, shared views, designs with their pictures, paper and
// labels. Each keeps in `appIds` what its maker saw, or looked at, so that two brands do not read in each other's lists what they plan.

type Seeing = { sees: Sight };

/** Of things that are everybody's, and of those of people with whom one shares a Mini Program. */
export function seenShared({ sees }: Seeing): {
  OR?: [{ appIds: { isEmpty: true } }, { appIds: { hasSome: string[] } }];
} {
  return sees === 'all' ? {} : { OR: [{ appIds: { isEmpty: true } }, { appIds: { hasSome: [...sees] } }] };
}

/**
 * For the `appIds` of a thing, the names of the Mini Programs that it is kept to, as far as the reader sees them. None where it
 * is for all that they see: it would stand at everything.
 */
export async function keptToNames(seeing: Seeing): Promise<(appIds: readonly string[]) => string[]> {
  const select = { id: true, name: true } as const;
  const apps = await db().miniProgram.findMany({ where: seenApps(seeing), select, orderBy: { name: 'asc' } });
  return (appIds) => {
    const kept = apps.filter(({ id }) => appIds.includes(id));
    return kept.length === apps.length ? [] : kept.map(({ name }) => name);
  };
}

/** `appIds` of what somebody makes; an empty list is everybody's. @throws AppError FORBIDDEN for who sees nothing */
export function keptTo({ sees, makesFor }: Seeing & { makesFor?: readonly string[] }): string[] {
  if (makesFor) return makesFor.toSorted();
  if (sees === 'all') return [];
  if (sees.length === 0) throw new AppError('FORBIDDEN');
  return sees.toSorted();
}

/** Another name, or none, is one for all who know it. @throws AppError OTHERS_USE_IT for who does not see all that it is for */
export function requireAllOfIt(seeing: Seeing, appIds: readonly string[]): void {
  if (!seesWork(seeing, appIds)) throw new AppError('OTHERS_USE_IT');
}

/** Pictures are seen wherever the design is that they stand in. */
export async function widenPictures(
  tx: Tx,
  ids: readonly string[],
  appIds: readonly string[],
): Promise<void> {
  const rows = await tx.printPicture.findMany({
    where: { id: { in: [...ids] }, NOT: { appIds: { isEmpty: true } } },
    select: { id: true, appIds: true },
  });
  for (const { id, appIds: known } of rows)
    await tx.printPicture.update({
      where: { id },
      data: { appIds: appIds.length === 0 ? [] : [...new Set([...known, ...appIds])] },
      select: { id: true },
    });
}
