import 'server-only';
import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { cookieName } from '@/lib/http/cookie-name';
import { secrets } from '@/lib/secrets';

// What a browser carries from one request of a sign-in to the next: encrypted, for a few minutes, and good for one thing. It is no
// session: no door but the one that reads it knows it.

const LASTS_SECONDS = 10 * 60;

/**
 * `code`: a service has vouched for a member who has the second step, by whose id they are known. `connect`: a member has
 * gone to a service from this session, to sign in by it from now on.
 */
type Purpose = 'code' | 'connect';

const contentSchema = z.object({ id: z.string(), service: z.string() });
export type Ticket = z.output<typeof contentSchema>;

const nameOf = (purpose: Purpose) => `suncode-ticket-${purpose}`;

export async function giveTicket(purpose: Purpose, content: Ticket, isHttps: boolean): Promise<void> {
  const salt = nameOf(purpose);
  const secret = secrets().AUTH_SECRET;
  const value = await encode({ token: content, secret, salt, maxAge: LASTS_SECONDS });
  const lasts = {
    maxAge: LASTS_SECONDS,
    httpOnly: true,
    sameSite: 'lax' as const,
    path: '/',
    secure: isHttps,
  };
  (await cookies()).set({ name: cookieName(salt, isHttps), value, ...lasts });
}

/** @returns null when there is none, it is too old, or not ours */
export async function readTicket(purpose: Purpose, isHttps: boolean): Promise<Ticket | null> {
  const salt = nameOf(purpose);
  const token = (await cookies()).get(cookieName(salt, isHttps))?.value;
  if (token === undefined) return null;
  const content = await decode({ token, secret: secrets().AUTH_SECRET, salt }).catch(() => null);
  const parsed = contentSchema.safeParse(content);
  return parsed.success ? parsed.data : null;
}

export async function dropTicket(purpose: Purpose, isHttps: boolean): Promise<void> {
  const name = cookieName(nameOf(purpose), isHttps);
  (await cookies()).set({ name, value: '', maxAge: 0, path: '/', secure: isHttps });
}
