import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { isAppError } from '@/lib/errors';
import { secrets } from '@/lib/secrets';
import { signInWithPassword } from '@/lib/users/sign-in';

const SESSION_SECONDS = 30 * 24 * 60 * 60;

// The first address in X-Forwarded-For is the client's only behind a proxy that sets it; an attacker who forges it
// still meets the limit per account.
function clientAddress(headers: Record<string, string | string[] | undefined> | undefined): string {
  const forwarded = headers?.['x-forwarded-for'];
  return (Array.isArray(forwarded) ? forwarded[0] : forwarded)?.split(',')[0]?.trim() ?? 'unknown';
}

/** A function, since the secret may have to be read from DATA_DIR, which `next build` does not have. */
export function authOptions(): NextAuthOptions {
  return {
    secret: secrets().AUTH_SECRET,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        authorize: async (credentials, request) => {
          try {
            return await signInWithPassword(credentials, clientAddress(request.headers));
          } catch (error) {
            // next-auth hands the text to the form: a code that the form translates.
            if (isAppError(error))
              throw new Error(JSON.stringify({ code: error.code, values: error.values }));
            throw error;
          }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id, sessionVersion: user.sessionVersion } : token),
      session: ({ session, token }) => ({
        expires: session.expires,
        userId: token.sub ?? '',
        sessionVersion: token.sessionVersion,
      }),
    },
  };
}
