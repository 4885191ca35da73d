import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { DEVICE_COOKIE_PREFIX } from '@/lib/auth/device-cookie';
import { isLaneFull, RETRY_SECONDS } from './password-queue';

const SIGN_IN_PATH = '/api/auth/callback/credentials';

/**
 * Stands before Next: while the lane of strangers is full, their attempts are answered as next-auth would after ten times
 * the work. Browsers that bring a device cookie go on to where it is checked.
 * @returns whether the request was answered
 */
export function refusesFlood(request: IncomingMessage, response: ServerResponse): boolean {
  const { method, url = '', headers } = request;
  if (method !== 'POST' || url.split('?', 1)[0] !== SIGN_IN_PATH) return false;
  if (headers.cookie?.includes(DEVICE_COOKIE_PREFIX) || !isLaneFull('strangers')) return false;
  const error = JSON.stringify({ code: 'SIGN_IN_BUSY', values: { seconds: RETRY_SECONDS } });
  // Of this address next-auth's client reads the error alone.
  const body = JSON.stringify({ url: `http://localhost/sign-in?error=${encodeURIComponent(error)}` });
  request.resume();
  response.writeHead(503, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'retry-after': String(RETRY_SECONDS),
  });
  response.end(body);
  return true;
}
