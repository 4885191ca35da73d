import 'server-only';
import { recordAudit } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { seenApps } from '@/lib/apps/sight';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { findLed, findPageCodes, type PageCodes } from './page-codes';

/** Who has waited longer waits for nothing: the process that asked is dead. */
const WAITED_MAX_MS = 5 * 60_000;

const isWanted = (since: Date | null): boolean =>
  since !== null && clock.now().getTime() - since.getTime() < WAITED_MAX_MS;

/** So many are shown, with how many codes each has. */
const SHOWN = 30;

/** A page that is not in the released Mini Program, with the codes that open it and the live codes that lead to it. */
export type GonePage = PageCodes & { since: Date; live: number };

/** What WeChat said of the pages that codes in use open (probe.ts). */
export type AskedPages = {
  askedAt: Date | null;
  /** Somebody wants to know now. */
  isWanted: boolean;
  /** A failure key: why WeChat could not be asked. */
  fault: string | null;
  /** All that were asked about, and those of them that are gone. */
  pages: number;
  goneCount: number;
  /** The first of them. */
  gone: GonePage[];
};

/** Of a Mini Program that the actor sees, which the caller has asked. */
export async function getAskedPages(actor: Actor, miniProgramId: string): Promise<AskedPages> {
  const select = { pagesAskedAt: true, pagesWantedAt: true, pagesFault: true } as const;
  const where = { miniProgramId, goneSince: { not: null } };
  const [app, pages, goneCount, rows] = await Promise.all([
    db().miniProgram.findUniqueOrThrow({ where: { id: miniProgramId }, select }),
    db().askedPage.count({ where: { miniProgramId } }),
    db().askedPage.count({ where }),
    db().askedPage.findMany({ where, orderBy: [{ goneSince: 'desc' }, { page: 'asc' }], take: SHOWN }),
  ]);
  const names = rows.map(({ page }) => page);
  const [codes, live] = await Promise.all([
    findPageCodes(actor, miniProgramId, names),
    findLed(miniProgramId, names),
  ]);
  return {
    ...{ askedAt: app.pagesAskedAt, isWanted: isWanted(app.pagesWantedAt), fault: app.pagesFault },
    ...{ pages, goneCount },
    gone: rows.flatMap(({ goneSince }, at) => {
      const found = codes[at];
      return found && goneSince
        ? [{ ...found, since: goneSince, live: live.get(found.page)?.count ?? 0 }]
        : [];
    }),
  };
}

/** Has WeChat asked soon, and not in the night. @throws AppError FORBIDDEN, NOT_FOUND, APP_DISABLED */
export async function askPagesNow(actor: Actor, miniProgramId: string): Promise<void> {
  requirePermission(actor, 'codes.write');
  await db().$transaction(async (tx) => {
    const where = { id: miniProgramId, AND: seenApps(actor) };
    const app = await tx.miniProgram.findUnique({ where, select: { disabledAt: true, pagesWantedAt: true } });
    if (!app) throw new AppError('NOT_FOUND');
    if (app.disabledAt) throw new AppError('APP_DISABLED');
    if (isWanted(app.pagesWantedAt)) return;
    await tx.miniProgram.updateMany({ where, data: { pagesWantedAt: clock.now() } });
    await recordAudit(tx, actor, { action: 'app.askPages', targetId: miniProgramId });
  });
}
