import 'server-only';
import { cookies } from 'next/headers';
import { getServerSession, type NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { env } from '@/lib/env';
import { isAppError, type AppError } from '@/lib/errors';
import { currentRequestId } from '@/lib/http/caller';
import { CLIENT_ADDRESS_HEADER } from '@/lib/http/client-address';
import { cookieName } from '@/lib/http/own-cookies';
import { LOCALE_COOKIE } from '@/lib/i18n/locale';
import { log } from '@/lib/log';
import { secrets } from '@/lib/secrets';
import type { SignInClient } from '@/lib/users/enter';
import { signInWithPasskey } from '@/lib/users/passkeys/sign-in';
import { passkeySite } from '@/lib/users/passkeys/site';
import { passkeySignInSchema } from '@/lib/users/schema';
import { signInWithPassword, signOut } from '@/lib/users/sign-in';
import { newDeviceCookie } from './device-cookie';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

type Headers = Record<string, string | undefined> | undefined;

/** A passkey that comes without an address is enough by itself. */
function admit(credentials: Record<string, string> | undefined, client: SignInClient) {
  const alone =
    credentials?.email === undefined ? passkeySignInSchema.safeParse(credentials).data : undefined;
  return alone ? signInWithPasskey(alone.passkey, client) : signInWithPassword(credentials, client);
}

async function signIn(credentials: Record<string, string> | undefined, headers: Headers, isHttps: boolean) {
  const jar = await cookies();
  const signedIn = await admit(credentials, {
    site: await passkeySite(),
    address: headers?.[CLIENT_ADDRESS_HEADER] ?? 'unknown',
    userAgent: headers?.['user-agent'] ?? '',
    cookie: (name) => jar.get(cookieName(name, isHttps))?.value,
    ownSession: async () => (await getServerSession(authOptions({ isHttps })))?.sessionId,
  });
  if (signedIn) {
    const device = newDeviceCookie(signedIn.email);
    jar.set({ ...device, name: cookieName(device.name, isHttps), secure: isHttps });
  }
  // For scripts too: a page writes it when another language is chosen (components/data/preference-cookie.ts).
  if (signedIn?.locale) {
    const lasts = { maxAge: YEAR_SECONDS, sameSite: 'lax' as const, path: '/', secure: isHttps };
    jar.set({ name: LOCALE_COOKIE, value: signedIn.locale, ...lasts });
  }
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
  };
}

type Asked = {
  /** `servedByHttps()` */
  isHttps: boolean;
  /** Is told what signing in was refused with: next-auth answers 401 to everything. */
  onRefused?: (error: AppError) => void;
};

/** A function, since the secret may have to be read from DATA_DIR, which `next build` does not have. */
export function authOptions({ isHttps, onRefused }: Asked): NextAuthOptions {
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
        authorize: async (credentials, request) => {
          try {
            return await signIn(credentials, request.headers, isHttps);
          } catch (error) {
            const refusal = isAppError(error) ? { code: error.code, values: error.values } : fault(error);
            if (isAppError(error)) onRefused?.(error);
            // next-auth hands the text to the form: a code that the form translates.
            throw new Error(JSON.stringify(refusal));
          }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sessionId: user.sessionId } : token),
      session: ({ session, token }) => ({ expires: session.expires, sessionId: token.sessionId }),
    },
    events: { signOut: ({ token }) => signOut(token?.sessionId) },
  };
}
