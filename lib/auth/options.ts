import 'server-only';
import { cookies } from 'next/headers';
import { getServerSession, type NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { env } from '@/lib/env';
import { isAppError, type AppError } from '@/lib/errors';
import { currentRequestId } from '@/lib/http/caller';
import { CLIENT_ADDRESS_HEADER } from '@/lib/http/client-address';
import { cookieName } from '@/lib/http/cookie-name';
import { LOCALE_COOKIE } from '@/lib/i18n/locale';
import { log } from '@/lib/log';
import { secrets } from '@/lib/secrets';
import type { SignedIn, SignInClient } from '@/lib/users/enter';
import { signInWithPasskey } from '@/lib/users/passkeys/sign-in';
import { passkeySite } from '@/lib/users/passkeys/site';
import { passkeySignInSchema, stepSignInSchema } from '@/lib/users/schema';
import { signInWithPassword, signOut } from '@/lib/users/sign-in';
import { signInBySecondStep } from '@/lib/users/sign-in-services/arrive';
import type { SignInService } from '@/lib/users/sign-in-services/services';
import { newDeviceCookie } from './device-cookie';
import { serviceLogger } from './services/service-door';
import { takeVouched } from './services/service-sign-in';
import { dropTicket, readTicket } from './services/ticket';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

type Headers = Record<string, string | undefined> | undefined;

/** A passkey that comes without an address is enough by itself. */
function admit(credentials: Record<string, string> | undefined, client: SignInClient) {
  const alone =
    credentials?.email === undefined ? passkeySignInSchema.safeParse(credentials).data : undefined;
  return alone ? signInWithPasskey(alone.passkey, client) : signInWithPassword(credentials, client);
}

const ownSession = (isHttps: boolean) => async () =>
  (await getServerSession(authOptions({ isHttps })))?.sessionId;

async function clientOf(headers: Headers, isHttps: boolean): Promise<SignInClient> {
  const jar = await cookies();
  return {
    site: await passkeySite(),
    address: headers?.[CLIENT_ADDRESS_HEADER] ?? 'unknown',
    userAgent: headers?.['user-agent'] ?? '',
    cookie: (name) => jar.get(cookieName(name, isHttps))?.value,
    ownSession: ownSession(isHttps),
  };
}

/** Leaves with the browser that it has signed in, and the language of who has. */
async function remember({ knownAs, locale }: SignedIn, isHttps: boolean): Promise<void> {
  const jar = await cookies();
  const device = newDeviceCookie(knownAs);
  jar.set({ ...device, name: cookieName(device.name, isHttps), secure: isHttps });
  // For scripts too: a page writes it when another language is chosen (components/data/preference-cookie.ts).
  if (!locale) return;
  const lasts = { maxAge: YEAR_SECONDS, sameSite: 'lax' as const, path: '/', secure: isHttps };
  jar.set({ name: cookieName(LOCALE_COOKIE, isHttps), value: locale, ...lasts });
}

/** The second step that goes with what a service has vouched for; null when that is too long ago. */
async function takeSecondStep(sent: Sent, client: SignInClient, isHttps: boolean): Promise<SignedIn | null> {
  const ticket = await readTicket('code', isHttps);
  const given = stepSignInSchema.safeParse(sent).data;
  if (!ticket || !given) return null;
  const signedIn = await signInBySecondStep(ticket, given, client);
  await dropTicket('code', isHttps);
  return signedIn;
}

/** next-auth would show the error's own words in an address. */
function fault(error: unknown) {
  const requestId = currentRequestId();
  log().error({ err: error, requestId }, 'signing in failed');
  return { code: 'FAULT', values: { requestId } };
}

/** next-auth's own cookies of the session; without `__Host-` over https only they would be taken from other hosts of the domain. */
function cookiesOf(isHttps: boolean): NextAuthOptions['cookies'] {
  const named = (name: string) => ({
    name: cookieName(`next-auth.${name}`, isHttps),
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: isHttps },
  });
  return {
    sessionToken: named('session-token'),
    callbackUrl: named('callback-url'),
    csrfToken: named('csrf-token'),
    // Of the way to a sign-in service and back, a quarter of an hour at most (next-auth's own).
    state: named('state'),
    nonce: named('nonce'),
    pkceCodeVerifier: named('pkce.code_verifier'),
  };
}

type Asked = {
  /** `servedByHttps()` */
  isHttps: boolean;
  /** Is told what signing in was refused with: next-auth answers 401 to everything. */
  onRefused?: (error: AppError) => void;
  /** The sign-in service that the request is about, and how it is talked to. */
  service?: { service: SignInService; provider: NextAuthOptions['providers'][number] };
};

type Sent = Record<string, string> | undefined;
type SignIn = (sent: Sent, client: SignInClient) => Promise<SignedIn | null>;

/** How next-auth asks a form of ours. */
function authorizeBy(signIn: SignIn, { isHttps, onRefused }: Asked) {
  return async (sent: Sent, request: { headers?: Headers }) => {
    try {
      const signedIn = await signIn(sent, await clientOf(request.headers, isHttps));
      if (signedIn) await remember(signedIn, isHttps);
      return signedIn;
    } catch (error) {
      const refusal = isAppError(error) ? { code: error.code, values: error.values } : fault(error);
      if (isAppError(error)) onRefused?.(error);
      // next-auth hands the text to the form: a code that the form translates.
      throw new Error(JSON.stringify(refusal));
    }
  };
}

const wayOf = (service: SignInService, isHttps: boolean) => ({
  ...{ service, isHttps, ownSession: ownSession(isHttps) },
  remember: (signedIn: SignedIn) => remember(signedIn, isHttps),
});

/** A function, since the secret may have to be read from DATA_DIR, which `next build` does not have. */
export function authOptions(asked: Asked): NextAuthOptions {
  const { isHttps, service } = asked;
  return {
    useSecureCookies: isHttps,
    cookies: cookiesOf(isHttps),
    secret: secrets().AUTH_SECRET,
    // The cookie lives until the absolute end. Pages cannot write it anew, so the row knows about the idle one.
    session: { strategy: 'jwt', maxAge: env().SESSION_MAX_HOURS * 60 * 60 },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {}, code: {}, passkey: {} },
        authorize: authorizeBy(admit, asked),
      }),
      CredentialsProvider({
        id: 'second-step',
        credentials: { code: {}, passkey: {} },
        authorize: authorizeBy((sent, client) => takeSecondStep(sent, client, isHttps), asked),
      }),
      ...(service ? [service.provider] : []),
    ],
    ...(service && { logger: serviceLogger }),
    callbacks: {
      signIn: async ({ user }) => (service ? takeVouched(user, wayOf(service.service, isHttps)) : true),
      jwt: ({ token, user }) => (user ? { sessionId: user.sessionId } : token),
      session: ({ session, token }) => ({ expires: session.expires, sessionId: token.sessionId }),
    },
    events: { signOut: ({ token }) => signOut(token?.sessionId) },
  };
}
