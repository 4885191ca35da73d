import 'server-only';
import { recordAudit } from '@/lib/audit/service';
import type { memberActor, UserActor } from '@/lib/auth/actor';
import { closeSession, openSession, type Client } from '@/lib/auth/session-rows';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { isLocale, type Locale } from '@/lib/i18n/locale';
import type { PasskeySite } from './passkeys/site';

/** The browser that asks: its cookies prove that it has signed in before, and `ownSession` tells what it is signed in with now. */
export type SignInClient = Client & {
  cookie: (name: string) => string | undefined;
  ownSession: () => Promise<string | undefined>;
  site?: PasskeySite | null;
};

export type SignedIn = {
  id: string;
  /** What the device cookie of the browser is named after. */
  knownAs: string;
  sessionId: string;
  /** The language that they chose; null for that of the browser. */
  locale: Locale | null;
};

/** What an actor is made of. */
export const MEMBER = {
  ...{ id: true, name: true, email: true, role: true, seesAll: true, seenAppIds: true },
} as const;

/** What signing in asks of a row. */
export const PERSON = { ...MEMBER, deactivatedAt: true, locale: true } as const;
export type Person = Parameters<typeof memberActor>[0] & {
  deactivatedAt: Date | null;
  locale: string | null;
};

/** What the cookie of a browser is named after that has signed in as somebody. */
export const knownAsOf = ({ id, email }: { id: string; email: string | null }) => email ?? id;

/** Opens a session, which replaces the one that the browser had. @param details how they came, where it is not by password */
export async function enter(
  { actor, locale }: { actor: UserActor; locale: string | null },
  client: SignInClient,
  details?: { by: string } | { service: string },
): Promise<SignedIn> {
  const { id, name: targetName } = actor;
  const sessionId = await db().$transaction(async (tx) => {
    await tx.user.update({ where: { id }, data: { lastSignInAt: clock.now() } });
    const opened = await openSession(id, client, tx);
    const known = details && { details };
    await recordAudit(tx, actor, { action: 'session.start', targetId: id, targetName, ...known });
    return opened;
  });
  await closeSession(await client.ownSession());
  return { id, knownAs: knownAsOf(actor), sessionId, locale: isLocale(locale) ? locale : null };
}
