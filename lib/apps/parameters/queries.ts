import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { seenApps } from '@/lib/apps/sight';
import { db, type Tx } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import type { DeclaredPage, DeclaredParameter } from './declaration';
import { keptParametersSchema } from './schema';

export const readKept = (kept: unknown): DeclaredParameter[] => keptParametersSchema.parse(kept);

/** The declared pages of a Mini Program, for whoever has asked for it already; by their names. */
export async function declaredPages(
  miniProgramId: string,
  reader: Pick<Tx, 'declaredPage'> = db(),
): Promise<DeclaredPage[]> {
  const rows = await reader.declaredPage.findMany({ where: { miniProgramId }, orderBy: { page: 'asc' } });
  return rows.map(({ page, parameters }) => ({ page, parameters: readKept(parameters) }));
}

/** Which parameters the pages of a Mini Program take; those that were removed too. @throws AppError NOT_FOUND */
export async function getDeclaredPages(actor: Actor, miniProgramId: string): Promise<DeclaredPage[]> {
  requirePermission(actor, 'apps.read');
  const where = { id: miniProgramId, AND: seenApps(actor) };
  if ((await db().miniProgram.count({ where })) === 0) throw new AppError('NOT_FOUND');
  return declaredPages(miniProgramId);
}

type Placed = { miniProgramId: string; page: string | null };

/** What is declared of the pages of codes that the caller sees. */
export async function declaredFor(codes: readonly Placed[]): Promise<(code: Placed) => DeclaredParameter[]> {
  const places = codes.filter((code) => Boolean(code.page));
  const rows =
    places.length === 0
      ? []
      : await db().declaredPage.findMany({
          where: {
            miniProgramId: { in: [...new Set(places.map(({ miniProgramId }) => miniProgramId))] },
            page: { in: [...new Set(places.flatMap(({ page }) => page ?? []))] },
          },
        });
  const placeOf = (place: Placed) => `${place.miniProgramId} ${place.page}`;
  const found = new Map(rows.map((row) => [placeOf(row), readKept(row.parameters)]));
  return (code) => found.get(placeOf(code)) ?? [];
}
