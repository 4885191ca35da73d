import 'server-only';
import { recordAudit } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db, type Tx } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import { seenApps } from '@/lib/apps/sight';
import { comparePages } from './compare';
import { RELEASES_MAX } from './limits';
import { NEWEST_FIRST } from './queries';
import { readAppJson, type AppPages } from './read-app-json';
import { appJsonSchema, type AppJsonInput } from './schema';

type Release = AppPages & { version: string };
/** `isNew`: another one than the newest. */
export type GivenAppJson = { isNew: boolean; pages: number; added: number; removed: number };

const said = ({ version, pages, entryPage }: Release) => JSON.stringify([version, pages, entryPage]);

async function keepRelease(tx: Tx, miniProgramId: string, data: Release & { createdById: string | null }) {
  await tx.appRelease.create({ data: { ...data, miniProgramId }, select: { id: true } });
  const known = await tx.appRelease.findMany({
    where: { miniProgramId },
    orderBy: NEWEST_FIRST,
    select: { id: true },
  });
  const old = known.slice(RELEASES_MAX).map(({ id }) => id);
  if (old.length > 0) await tx.appRelease.deleteMany({ where: { id: { in: old } } });
}

/**
 * Keeps which pages a Mini Program has, for fields that complete and warn. The same file again changes nothing.
 * @throws AppError NOT_FOUND, INVALID_INPUT that names what is wrong with the file
 */
export async function giveAppJson(
  actor: Actor,
  miniProgramId: string,
  input: AppJsonInput,
): Promise<GivenAppJson> {
  requirePermission(actor, 'codes.write');
  const { text, version } = parseInput(appJsonSchema, input);
  const release = { ...readAppJson(text), version };
  const createdById = actor.kind === 'user' ? actor.id : null;
  return db().$transaction(async (tx) => {
    const where = { id: miniProgramId, AND: seenApps(actor) };
    const select = { releases: { orderBy: NEWEST_FIRST, take: 1 } } as const;
    const app = await tx.miniProgram.findUnique({ where, select });
    if (!app) throw new AppError('NOT_FOUND');
    const [newest] = app.releases;
    const changed = comparePages(newest?.pages ?? [], release.pages);
    const [added, removed] = [changed.added.length, changed.removed.length];
    const isNew = !newest || said(newest) !== said(release);
    if (isNew) {
      await keepRelease(tx, miniProgramId, { ...release, createdById });
      const details = { version, appPages: release.pages.length, pagesAdded: added, pagesRemoved: removed };
      await recordAudit(tx, actor, { action: 'app.givePages', targetId: miniProgramId, details });
    }
    return { isNew, pages: release.pages.length, added, removed };
  });
}
