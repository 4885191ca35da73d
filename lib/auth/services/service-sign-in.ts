import 'server-only';
import { cookies, headers } from 'next/headers';
import type { User } from 'next-auth';
import { memberActor } from '@/lib/auth/actor';
import { findSession } from '@/lib/auth/session-rows';
import { isAppError } from '@/lib/errors';
import { CLIENT_ADDRESS_HEADER } from '@/lib/http/client-address';
import { cookieName } from '@/lib/http/cookie-name';
import { signInByService } from '@/lib/users/sign-in-services/arrive';
import { connectService } from '@/lib/users/sign-in-services/connections';
import { labelOf, type SignInService } from '@/lib/users/sign-in-services/services';
import type { SignedIn, SignInClient } from '@/lib/users/enter';
import { refusalPath, SERVICE_REFUSALS } from './service-refusal';
import { dropTicket, giveTicket, readTicket } from './ticket';

/** What comes next for somebody whom a service has brought: `true` gives the browser the session, a path leads it on. */
type Next = true | string;

type Way = {
  service: SignInService;
  isHttps: boolean;
  ownSession: SignInClient['ownSession'];
  /** Gives the browser its cookies. */
  remember: (signedIn: SignedIn) => Promise<void>;
};

/** Where the browser wanted to go, as next-auth keeps it over the way to the service and back. */
async function wantedPath(isHttps: boolean): Promise<string> {
  const value = (await cookies()).get(cookieName('next-auth.callback-url', isHttps))?.value ?? '';
  if (!URL.canParse(value)) return '/';
  const { pathname, search } = new URL(value);
  return `${pathname}${search}`;
}

/** Of whom who asked for it is still signed in here as. @returns null when nobody of this browser has asked */
async function connecting({ service, isHttps, ownSession }: Way, address: string) {
  const ticket = await readTicket('connect', isHttps);
  if (ticket?.service !== service.id || ticket.id !== (await ownSession())) return null;
  const session = await findSession(ticket.id, address);
  return session && memberActor(session.user);
}

async function refused(error: unknown, page: '/sign-in' | '/settings/account', way: Way): Promise<Next> {
  const code = isAppError(error) ? SERVICE_REFUSALS.find((known) => known === error.code) : undefined;
  if (code) return refusalPath(page, { code, service: way.service.id });
  if (!isAppError(error) || error.code !== 'SECOND_STEP_NEEDED') throw error;
  const { userId, app, passkeys } = error.values;
  await giveTicket('code', { id: String(userId), service: labelOf(way.service) }, way.isHttps);
  const asked = { step: 'code', app: String(app), passkeys: String(passkeys) };
  return `/sign-in?${new URLSearchParams({ ...asked, from: await wantedPath(way.isHttps) })}`;
}

/** @param user of next-auth, which makes its cookie of `sessionId` */
export async function takeVouched(user: User, way: Way): Promise<Next> {
  const { vouched } = user;
  if (!vouched) throw new TypeError('a sign-in service brought nobody');
  const { service, isHttps, ownSession, remember } = way;
  const [jar, asked] = [await cookies(), await headers()];
  const address = asked.get(CLIENT_ADDRESS_HEADER) ?? 'unknown';
  const actor = await connecting(way, address);
  await dropTicket('connect', isHttps);
  if (actor)
    return connectService(actor, vouched, labelOf(service)).then(
      () => '/settings/account',
      (error: unknown) => refused(error, '/settings/account', way),
    );
  const client = {
    ...{ address, userAgent: asked.get('user-agent') ?? '', ownSession },
    cookie: (name: string) => jar.get(cookieName(name, isHttps))?.value,
  };
  try {
    const signedIn = await signInByService(vouched, service, client);
    user.sessionId = signedIn.sessionId;
    await remember(signedIn);
    return true;
  } catch (error) {
    return refused(error, '/sign-in', way);
  }
}
