import 'server-only';
import { recordAudit } from '@/lib/audit/service';
import type { UserActor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { liveSessions } from '@/lib/auth/session-rows';
import { db } from '@/lib/db/client';
import type { Locale } from '@/lib/i18n/locale';
import { deviceName } from './device-name';
import type { PasskeySite } from './passkeys/site';
import { placeOf, type Place } from './place';
import { requireFactor, type Proof } from './second-step/proof';

/** More browsers than anybody looks through. */
const SHOWN = 50;

export type SessionItem = {
  id: string;
  /** “Chrome · Windows”; null when the browser did not say. */
  device: string | null;
  address: string;
  place: Place | null;
  createdAt: Date;
  lastSeenAt: Date;
};

/** Where the actor is signed in, last seen first. @param locale of the names of places */
export async function listSessions(actor: UserActor, locale: Locale): Promise<SessionItem[]> {
  requirePermission(actor, 'account.manage');
  const rows = await db().session.findMany({
    where: { userId: actor.id, ...liveSessions() },
    select: { id: true, userAgent: true, address: true, createdAt: true, lastSeenAt: true },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
    take: SHOWN,
  });
  return Promise.all(
    rows.map(async ({ userAgent, ...row }) => ({
      ...{ ...row, device: deviceName(userAgent) },
      place: await placeOf(row.address, locale),
    })),
  );
}

export type EndedSessions = { id: string } | { except: string };

/** What somebody shows, and where passkeys of theirs are good. */
type Shown = { proof: Proof; site: PasskeySite | null };

/**
 * Ends one session of the actor, or all but one: only with a proof, else whoever finds an open browser keeps its owner out of
 * all others. A session that is no more counts as ended.
 * @returns how many were ended
 * @throws AppError as `requireFactor`
 */
export async function endSessions(
  actor: UserActor,
  which: EndedSessions,
  { proof, site }: Shown,
): Promise<number> {
  requirePermission(actor, 'account.manage');
  await requireFactor(actor, proof, site);
  const id = 'id' in which ? which.id : { not: which.except };
  return db().$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { userId: actor.id, id } });
    if (count > 0)
      await recordAudit(tx, actor, { action: 'user.endSessions', targetId: actor.id, details: { count } });
    return count;
  });
}
