import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { seenApps } from '@/lib/apps/sight';
import { recentPages } from '@/lib/codes/find/recent-pages';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { comparePages } from './compare';
import type { KnownPages } from './known-pages';
import { getAskedPages, type AskedPages } from './asked';
import { RELEASES_MAX } from './limits';
import { findLed, findPageCodes, type Led, type PageCodes } from './page-codes';

/** Releases, the last one that somebody gave first. */
export const NEWEST_FIRST = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];

const release = {
  id: true,
  version: true,
  pages: true,
  entryPage: true,
  createdAt: true,
  createdBy: { select: { name: true } },
} as const;

type Found = { version: string; pages: string[]; entryPage: string; createdAt: Date };

const known = ({ version, pages, entryPage, createdAt }: Found): KnownPages => ({
  ...{ version, pages, entryPage },
  givenAt: createdAt.toISOString(),
});

async function findReleases(actor: Actor, miniProgramId: string, take: number) {
  const where = { id: miniProgramId, AND: seenApps(actor) };
  const releases = { orderBy: NEWEST_FIRST, take, select: release };
  const app = await db().miniProgram.findUnique({ where, select: { id: true, name: true, releases } });
  if (!app) throw new AppError('NOT_FOUND');
  return app;
}

/** The pages of a Mini Program, for whoever has asked for it already; null where nobody has given an app.json. */
export async function newestPages(miniProgramId: string): Promise<KnownPages | null> {
  const found = await db().appRelease.findFirst({
    where: { miniProgramId },
    orderBy: NEWEST_FIRST,
    select: { version: true, pages: true, entryPage: true, createdAt: true },
  });
  return found && known(found);
}

/** The pages that fields complete from and warn by; null where nobody has given an app.json. @throws AppError NOT_FOUND */
export async function getKnownPages(actor: Actor, miniProgramId: string): Promise<KnownPages | null> {
  requirePermission(actor, 'apps.read');
  const [newest] = (await findReleases(actor, miniProgramId, 1)).releases;
  return newest ? known(newest) : null;
}

export type PageCount = { pages: number };

/** How many pages each Mini Program has that the actor sees, by its id; without those of which nobody has given an app.json. */
export async function listPageCounts(actor: Actor): Promise<Map<string, PageCount>> {
  requirePermission(actor, 'apps.read');
  const releases = { orderBy: NEWEST_FIRST, take: 1, select: { pages: true } };
  const apps = await db().miniProgram.findMany({
    where: seenApps(actor),
    select: { id: true, releases },
  });
  return new Map(
    apps.flatMap(({ id, releases: [newest] }): [string, PageCount][] =>
      newest ? [[id, { pages: newest.pages.length }]] : [],
    ),
  );
}

/** So many removed pages are looked for among the codes; more are removed when a Mini Program becomes another one. */
const LOOKED_FOR = 30;

/** A page that codes name or live codes lead to, though it is not there. */
export type LostPage = PageCodes & { led: Led };

async function lostPages(actor: Actor, miniProgramId: string, pages: string[]): Promise<LostPage[]> {
  const wanted = pages.slice(0, LOOKED_FOR);
  const [found, led] = await Promise.all([
    findPageCodes(actor, miniProgramId, wanted),
    findLed(miniProgramId, wanted),
  ]);
  return found
    .map((page) => ({ ...page, led: led.get(page.page) ?? { count: 0, codeIds: [] } }))
    .filter((page) => page.codes.count + page.led.count > 0);
}

type Release = Awaited<ReturnType<typeof findReleases>>['releases'][number];

/** `from` and `to` are releases; what opens without a page is that of the later one. */
export type Compared = {
  from: string;
  to: string;
  entryPage: string;
  added: string[];
  removed: string[];
};

const isSame = ({ added, removed }: Pick<Compared, 'added' | 'removed'>) =>
  added.length + removed.length === 0;

export type ReleaseSummary = {
  id: string;
  version: string;
  givenAt: Date;
  givenBy: string | null;
  pages: number;
};

export type AppPagesView = {
  app: { id: string; name: string };
  newest: KnownPages | null;
  /** Of two releases; null when there are none to compare. */
  compared: Compared | null;
  /** Not in the later of these two, though codes in use name them; not in the newest, those of the last codes too. */
  lost: LostPage[];
  /** The newest first. */
  releases: ReleaseSummary[];
  asked: AskedPages;
};

/** Ids of the releases that somebody wants to compare; what is not kept is as if it was not said. */
export type Chosen = { from?: string | undefined; to?: string | undefined };

/** The newest against the last one that had other pages, where nobody says otherwise. */
function compare(releases: readonly Release[], chosen: Chosen) {
  const byId = (wanted: string | undefined) => releases.find(({ id }) => id === wanted);
  const to = byId(chosen.to) ?? releases[0];
  if (!to) return null;
  const older = releases.slice(releases.indexOf(to) + 1);
  const from =
    byId(chosen.from) ?? older.find(({ pages }) => !isSame(comparePages(pages, to.pages))) ?? older[0];
  return from ? { from, to, ...comparePages(from.pages, to.pages) } : null;
}

/**
 * What is known of the pages of a Mini Program, and which codes name others.
 * @throws AppError NOT_FOUND
 */
export async function getAppPages(
  actor: Actor,
  miniProgramId: string,
  chosen: Chosen = {},
): Promise<AppPagesView> {
  requirePermission(actor, 'apps.read');
  const { releases, ...app } = await findReleases(actor, miniProgramId, RELEASES_MAX);
  const [newest] = releases;
  const asked = await getAskedPages(actor, miniProgramId);
  if (!newest) return { app, newest: null, compared: null, lost: [], releases: [], asked };
  const found = compare(releases, chosen);
  const compared = found && { ...found, from: found.from.id, to: found.to.id, entryPage: found.to.entryPage };
  const used = (await recentPages([miniProgramId])).get(miniProgramId) ?? [];
  const isNow = !found || found.to.id === newest.id;
  const unknown = isNow ? comparePages(used, newest.pages).removed : [];
  const missing = [...new Set([...(compared?.removed ?? []), ...unknown])];
  return {
    ...{ app, asked },
    newest: known(newest),
    compared,
    lost: await lostPages(actor, miniProgramId, missing),
    releases: releases.map(({ id, version, createdAt, createdBy, pages }) => ({
      ...{ id, version, givenAt: createdAt, givenBy: createdBy?.name ?? null },
      pages: pages.length,
    })),
  };
}
