import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getServerSession } from 'next-auth';
import { cache } from 'react';
import { AppError } from '@/lib/errors';
import { CLIENT_ADDRESS_HEADER } from '@/lib/http/client-address';
import { memberActor, type UserActor } from './actor';
import { authOptions } from './options';
import { PATH_HEADER } from './path-header';
import { findSession } from './session-rows';

/**
 * The session of this request and its user, read afresh from the database each time: a changed role counts at once, and a
 * cookie whose row is gone is worth nothing, wherever it was copied to.
 */
export const currentSession = cache(async () => {
  const sessionId = (await getServerSession(authOptions()))?.sessionId;
  if (!sessionId) return null;
  return findSession(sessionId, (await headers()).get(CLIENT_ADDRESS_HEADER) ?? 'unknown');
});

/** The same object throughout a request, so that what is read for a person can be kept by it. */
export const currentActor = cache(async (): Promise<UserActor | null> => {
  const session = await currentSession();
  return session && memberActor(session.user);
});

/** For route handlers and actions. @throws AppError UNAUTHENTICATED */
export async function requireActor(): Promise<UserActor> {
  const actor = await currentActor();
  if (!actor) throw new AppError('UNAUTHENTICATED');
  return actor;
}

/** For pages: sends those who are not signed in to the sign-in page, and back afterwards. */
export async function pageActor(): Promise<UserActor> {
  const actor = await currentActor();
  if (actor) return actor;
  const from = (await headers()).get(PATH_HEADER) ?? '/';
  redirect(from === '/' ? '/sign-in' : `/sign-in?from=${encodeURIComponent(from)}`);
}
