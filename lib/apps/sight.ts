import 'server-only';
import type { Sight } from '@/lib/auth/actor';
import type { MiniProgramWhereInput } from '@/lib/db/generated/models';
import { AppError } from '@/lib/errors';

// What of each table somebody may see. Whatever reads or changes rows of a Mini Program for a person puts one of these into
// its `where` (as `AND`, which no other condition of it can overwrite): what is not seen is not there. Lists that can also be
// narrowed to one Mini Program take theirs from narrowing.ts.

type Seeing = { sees: Sight };

export function seenApps({ sees }: Seeing): MiniProgramWhereInput {
  return sees === 'all' ? {} : { id: { in: [...sees] } };
}

/** Of codes, batches and whatever else belongs to one Mini Program. */
export function seenRows({ sees }: Seeing): { miniProgramId?: { in: string[] } } {
  return sees === 'all' ? {} : { miniProgramId: { in: [...sees] } };
}

export const isSeen = ({ sees }: Seeing, miniProgramId: string): boolean =>
  sees === 'all' || sees.includes(miniProgramId);

/** @throws AppError NOT_FOUND for a Mini Program that is not seen; whether there is one is for the caller to find out */
export function requireSeen(seeing: Seeing, miniProgramId: string): void {
  if (!isSeen(seeing, miniProgramId)) throw new AppError('NOT_FOUND');
}

/**
 * What work that somebody asked for keeps to, whoever looks at it later: `appIds` of its row, where an empty list is all.
 * Nobody with an empty sight can ask for any: there are no codes for them.
 */
export function sightOf(appIds: readonly string[]): Sight {
  return appIds.length > 0 ? appIds : 'all';
}

/** Whether somebody sees all that such work is about. */
export function seesWork({ sees }: Seeing, appIds: readonly string[]): boolean {
  return sees === 'all' || (appIds.length > 0 && appIds.every((id) => sees.includes(id)));
}
