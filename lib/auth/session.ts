import 'server-only';
import type { Route } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getServerSession } from 'next-auth';
import { cache } from 'react';
import { AppError } from '@/lib/errors';
import { CLIENT_ADDRESS_HEADER } from '@/lib/http/client-address';
import { servedByHttps } from '@/lib/http/own-cookies';
import { isSecondStepRequired } from '@/lib/users/second-step/queries';
import { memberActor, type UserActor } from './actor';
import { authOptions } from './options';
import { PATH_HEADER } from './path-header';
import { findSession } from './session-rows';

/**
 * The session of this request and its user, read afresh from the database each time: a changed role counts at once, and a
 * cookie whose row is gone is worth nothing, wherever it was copied to.
 */
export const currentSession = cache(async () => {
  const isHttps = await servedByHttps();
  const sessionId = (await getServerSession(authOptions({ isHttps })))?.sessionId;
  if (!sessionId) return null;
  return findSession(sessionId, (await headers()).get(CLIENT_ADDRESS_HEADER) ?? 'unknown');
});

/** The same object throughout a request, so that what is read for a person can be kept by it. */
export const currentActor = cache(async (): Promise<UserActor | null> => {
  const session = await currentSession();
  return session && memberActor(session.user);
});

/** Whether whoever is signed in has to set up the second step before they do anything else. */
const owesSecondStep = cache(async (): Promise<boolean> => {
  const session = await currentSession();
  return session !== null && !session.hasSecondStep && (await isSecondStepRequired());
});

/** For what sets up the second step, and for nothing else. @throws AppError UNAUTHENTICATED */
export async function requireSignedIn(): Promise<UserActor> {
  const actor = await currentActor();
  if (!actor) throw new AppError('UNAUTHENTICATED');
  return actor;
}

/** For route handlers and actions. @throws AppError UNAUTHENTICATED, SECOND_STEP_REQUIRED */
export async function requireActor(): Promise<UserActor> {
  const actor = await requireSignedIn();
  if (await owesSecondStep()) throw new AppError('SECOND_STEP_REQUIRED');
  return actor;
}

async function leadTo(page: '/sign-in' | '/second-step'): Promise<never> {
  const from = (await headers()).get(PATH_HEADER) ?? '/';
  redirect(from === '/' ? page : `${page}?from=${encodeURIComponent(from)}`);
}

/**
 * For pages: sends those who are not signed in to the sign-in page, and those who owe the second step to where it is set
 * up; both lead back afterwards.
 */
export async function pageActor(): Promise<UserActor> {
  const actor = await currentActor();
  if (!actor) return leadTo('/sign-in');
  return (await owesSecondStep()) ? leadTo('/second-step') : actor;
}

/** For the page of that set-up: leads away whoever has no need of it. @param target where they wanted to go */
export async function owingActor(target: Route): Promise<UserActor> {
  const actor = await currentActor();
  if (!actor) redirect(`/sign-in?from=${encodeURIComponent(target)}`);
  return (await owesSecondStep()) ? actor : redirect(target);
}
