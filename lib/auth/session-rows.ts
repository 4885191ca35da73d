import 'server-only';
import { clock } from '@/lib/clock';
import { db, type Tx } from '@/lib/db/client';
import { env } from '@/lib/env';

const HOUR_MS = 60 * 60 * 1000;
/** A request writes only when the last one that did is so long ago. */
const SEEN_EVERY_MS = 5 * 60 * 1000;
const USER_AGENT_MAX_CHARS = 300;

/** Where a request comes from. */
export type Client = { address: string; userAgent: string };

/** Rows last seen before this moment have been idle for too long. */
function idleSince(): Date {
  return new Date(clock.now().getTime() - env().SESSION_IDLE_HOURS * HOUR_MS);
}

/** What a session needs to be good: not past either of its ends. */
export function liveSessions() {
  return { expiresAt: { gt: clock.now() }, lastSeenAt: { gt: idleSince() } };
}

/** @returns the id of a new session, which the cookie carries */
export async function openSession(
  userId: string,
  { address, userAgent }: Client,
  tx: Pick<Tx, 'session'> = db(),
): Promise<string> {
  const now = clock.now();
  const { id } = await tx.session.create({
    data: {
      userId,
      address,
      userAgent: userAgent.slice(0, USER_AGENT_MAX_CHARS),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + env().SESSION_MAX_HOURS * HOUR_MS),
    },
    select: { id: true },
  });
  return id;
}

/** The session and its user as they are now; null when it was ended, has run out or was idle for too long. */
export async function findSession(id: string, address: string) {
  const session = await db().session.findFirst({
    where: { id, ...liveSessions(), user: { deactivatedAt: null } },
    select: {
      id: true,
      lastSeenAt: true,
      expiresAt: true,
      user: {
        select: {
          ...{ id: true, name: true, email: true, role: true, seesAll: true, seenAppIds: true },
          ...{ totpSince: true, theme: true, _count: { select: { passkeys: true } } },
        },
      },
    },
  });
  if (!session) return null;
  const now = clock.now();
  const written = new Date(now.getTime() - SEEN_EVERY_MS);
  if (session.lastSeenAt < written)
    await db().session.updateMany({
      where: { id, lastSeenAt: { lt: written } },
      data: { lastSeenAt: now, address },
    });
  const { totpSince, _count, ...user } = session.user;
  return { ...session, user, hasSecondStep: totpSince !== null || _count.passkeys > 0 };
}

/** @param id undefined in a cookie of an earlier version; to the database that would mean every session */
export async function closeSession(id: string | undefined): Promise<void> {
  if (id !== undefined) await db().session.deleteMany({ where: { id } });
}

/** Removes the rows of sessions that have run out. @returns how many */
export async function sweepSessions(): Promise<number> {
  const { count } = await db().session.deleteMany({
    where: { OR: [{ expiresAt: { lte: clock.now() } }, { lastSeenAt: { lte: idleSince() } }] },
  });
  return count;
}
