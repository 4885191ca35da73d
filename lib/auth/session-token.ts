import 'server-only';
import type { IncomingMessage } from 'node:http';
import { decode } from 'next-auth/jwt';
import { secrets } from '@/lib/secrets';

/** As `authOptions` names it, over https and over http. */
const COOKIE = /(?:^|;\s*)(?:__Host-)?next-auth\.session-token=([^;]+)/g;

/**
 * Whether a request brings a session's cookie that this installation has made and whose time is not over. Its row may be
 * gone: whether somebody is signed in, `session.ts` says.
 */
export async function bringsSessionToken({ headers }: IncomingMessage): Promise<boolean> {
  for (const [, token] of (headers.cookie ?? '').matchAll(COOKIE)) {
    const content = await decode({ token, secret: secrets().AUTH_SECRET }).catch(() => null);
    if (content?.sessionId) return true;
  }
  return false;
}
