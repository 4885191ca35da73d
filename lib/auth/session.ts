import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getServerSession } from 'next-auth';
import { cache } from 'react';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import type { UserActor } from './actor';
import { authOptions } from './options';
import { PATH_HEADER } from './path-header';

/**
 * The signed-in user, read afresh from the database on each request: a changed role counts at once, and a session
 * whose version is not the user's has been ended.
 */
export const currentActor = cache(async (): Promise<UserActor | null> => {
  const session = await getServerSession(authOptions());
  if (!session?.userId) return null;
  const user = await db().user.findUnique({
    where: { id: session.userId, sessionVersion: session.sessionVersion },
    select: { id: true, name: true, email: true, role: true },
  });
  return user && { kind: 'user', ...user };
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
