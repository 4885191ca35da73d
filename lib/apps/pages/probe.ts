import 'server-only';
import { takeCall } from '@/lib/apps/calls/call-budget';
import { connectTo, type Connection } from '@/lib/apps/connection';
import { TokenUnavailableError } from '@/lib/apps/token/access-token';
import { explainNoToken } from '@/lib/apps/token/token-fetch';
import { clock } from '@/lib/clock';
import { db, type Tx } from '@/lib/db/client';
import { moment, sql } from '@/lib/db/sql';
import { isAppError } from '@/lib/errors';
import { currentTarget } from '@/lib/live/current';
import { recordWeChatCall } from '@/lib/metrics/record';
import { emitGonePages } from '@/lib/webhooks/emit-faults';
import { generateCode as callWeChat } from '@/lib/wechat/call/client';
import { explainOutcome } from '@/lib/wechat/errors';

const HOUR_MS = 60 * 60 * 1000;
/** Of the server's clock: customers scan by day. */
const NIGHT = { from: 3, to: 6 };
const ASKED_AGAIN_AFTER_MS = 20 * HOUR_MS;
/** A server that sleeps at night is asked by day. */
const LATE_AFTER_MS = 48 * HOUR_MS;
/** In one night, those first that were asked longest ago. */
const PAGES_AT_ONCE = 200;
/** WeChat's "invalid page": not in the released Mini Program. */
const INVALID_PAGE = 41030;

/** Takes a Mini Program whose turn has come, by one process. @returns null when there is none */
async function claim(): Promise<string | null> {
  const now = clock.now();
  const hour = now.getHours();
  const isNight = hour >= NIGHT.from && hour < NIGHT.to;
  const before = new Date(now.getTime() - (isNight ? ASKED_AGAIN_AFTER_MS : LATE_AFTER_MS));
  const [taken] = await db().$queryRaw<{ id: string }[]>(sql`
    UPDATE "MiniProgram" AS app SET "pagesAskedAt" = ${moment(now)}
    FROM (
      SELECT "id" FROM "MiniProgram"
      WHERE "disabledAt" IS NULL
        AND (COALESCE("pagesAskedAt", "createdAt") < ${moment(before)}
          OR "pagesWantedAt" > COALESCE("pagesAskedAt", "createdAt"))
      ORDER BY "pagesWantedAt", "id" LIMIT 1 FOR UPDATE SKIP LOCKED
    ) AS due
    WHERE app."id" = due."id" RETURNING app."id"`);
  return taken?.id ?? null;
}

/** Pages of unlimited codes of the released version, and of what live codes lead to now; those first that were asked longest ago. */
async function usedPages(miniProgramId: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ page: string }[]>(sql`
    SELECT used."page" FROM (
      SELECT "page" FROM "Code"
      WHERE "miniProgramId" = ${miniProgramId} AND "endpoint" = 'getwxacodeunlimit' AND "status" = 'READY'
        AND "deletedAt" IS NULL AND "archivedAt" IS NULL AND "envVersion" = 'release' AND "page" <> ''
      UNION
      SELECT t."page" FROM "LiveCode" l JOIN "Code" c ON c."id" = l."codeId"
      JOIN ${currentTarget(sql`l."key"`, moment(clock.now()))} ON TRUE
      WHERE c."miniProgramId" = ${miniProgramId} AND c."deletedAt" IS NULL AND t."page" <> ''
    ) AS used LEFT JOIN "AskedPage" AS asked
      ON asked."miniProgramId" = ${miniProgramId} AND asked."page" = used."page"
    ORDER BY asked."askedAt" NULLS FIRST, used."page"`);
  return rows.map(({ page }) => page);
}

type Answer = { isThere: boolean } | { fault: string };

/** A code of the page, which is not kept: the unlimited endpoint costs nothing of the permanent quota. */
async function ask(miniProgramId: string, connection: Connection, page: string): Promise<Answer> {
  const { newTokenSource, isLive, ...route } = connection;
  try {
    const outcome = await callWeChat({
      ...route,
      tokenSource: newTokenSource(),
      beforeCall: () => takeCall(miniProgramId),
      onAttempt: (one, seconds) =>
        recordWeChatCall({ endpoint: 'getwxacodeunlimit', isLive, outcome: one, seconds }),
      parameters: {
        ...{ endpoint: 'getwxacodeunlimit', scene: 'probe', page, checkPath: true, envVersion: 'release' },
        ...{ width: 280, autoColor: false, lineColor: { r: 0, g: 0, b: 0 }, isHyaline: false },
      },
    });
    if (outcome.kind === 'picture') return { isThere: true };
    if (outcome.kind === 'refused' && outcome.errcode === INVALID_PAGE) return { isThere: false };
    return { fault: explainOutcome(outcome).key };
  } catch (error) {
    if (!(error instanceof TokenUnavailableError)) throw error;
    return { fault: explainNoToken(error.outcome, connection.fromTokenServer).key };
  }
}

type Asked = { miniProgramId: string; page: string; isThere: boolean };

/** @returns whether it has gone since it was last asked about */
async function note(tx: Tx, { miniProgramId, page, isThere }: Asked, askedAt: Date): Promise<boolean> {
  const key = { miniProgramId, page };
  const before = await tx.askedPage.findUnique({ where: { miniProgramId_page: key } });
  const goneSince = isThere ? null : (before?.goneSince ?? askedAt);
  await tx.askedPage.upsert({
    where: { miniProgramId_page: key },
    create: { ...key, askedAt, goneSince },
    update: { askedAt, goneSince },
  });
  return goneSince === askedAt;
}

type Answered = { page: string; isThere: boolean };

/** Until WeChat cannot be asked any more: what it has said until then counts. */
async function askAll(
  miniProgramId: string,
  pages: string[],
): Promise<{ answered: Answered[]; fault: string | null }> {
  const answered: Answered[] = [];
  const connection = await connectTo(miniProgramId);
  for (const page of pages) {
    const answer = await ask(miniProgramId, connection, page);
    if ('fault' in answer) return { answered, fault: answer.fault };
    answered.push({ page, isThere: answer.isThere });
  }
  return { answered, fault: null };
}

async function end(tx: Tx, id: string, pagesFault: string | null): Promise<void> {
  await tx.miniProgram.updateMany({ where: { id }, data: { pagesFault, pagesWantedAt: null } });
}

async function settle(
  miniProgramId: string,
  used: string[],
  { answered, fault }: { answered: Answered[]; fault: string | null },
): Promise<void> {
  await db().$transaction(async (tx) => {
    const at = clock.now();
    const news: string[] = [];
    for (const one of answered) if (await note(tx, { miniProgramId, ...one }, at)) news.push(one.page);
    await tx.askedPage.deleteMany({ where: { miniProgramId, page: { notIn: used } } });
    await end(tx, miniProgramId, fault);
    if (news.length > 0) await emitGonePages(tx, miniProgramId, news);
  });
}

/**
 * Asks WeChat once for each page that codes in use open, of each Mini Program whose night has come or that somebody wants asked
 * now, and keeps which are gone. Nothing is made and nothing of the permanent quota is used.
 * @returns of how many Mini Programs
 */
export async function askDuePages(): Promise<number> {
  for (let asked = 0; ; asked += 1) {
    const miniProgramId = await claim();
    if (miniProgramId === null) return asked;
    const used = await usedPages(miniProgramId);
    const pages = used.slice(0, PAGES_AT_ONCE);
    try {
      await settle(miniProgramId, used, await askAll(miniProgramId, pages));
    } catch (error) {
      // A practice Mini Program where the sandbox is off: nobody is to be told each night.
      if (!isAppError(error)) throw error;
      await db().$transaction((tx) => end(tx, miniProgramId, null));
    }
  }
}
