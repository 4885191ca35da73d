import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError } from '@/lib/errors';
import { refuse } from '@/lib/http/refusal';
import { log } from '@/lib/log';
import { admitOrigin, isForeign } from './own-origin';

/** Of addresses that somebody made up, no more are logged. */
const LOGGED_MAX = 20;

/**
 * Stands before Next: answers what pages ask for that are not this server's. Those that may change something are told where
 * they are open, once for each address in the log too. What it returns tells whether a request was answered.
 */
export function originGate(appUrl: string | undefined) {
  const logged = new Set<string>();
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const refusal = admitOrigin(request, appUrl);
    if (!refusal && !isForeign(request)) return false;
    if (!refusal) {
      refuse({ request, response }, new AppError('FOREIGN_PAGE'));
      return true;
    }
    const { origin, host } = refusal;
    const pair = `${origin} ${host}`;
    if (!logged.has(pair) && logged.size < LOGGED_MAX) {
      logged.add(pair);
      log().warn(
        { origin, host, appUrl: appUrl ?? null },
        appUrl
          ? 'a request was refused: its page is open at another address than APP_URL'
          : 'a request was refused: its page is open at another address than the one that the proxy passes on; if people open Suncode there, set APP_URL to it',
      );
    }
    // Exactly this type: Next's client then hands the text to the page.
    response.writeHead(403, { 'content-type': 'text/plain', 'cache-control': 'no-store' });
    response.end(JSON.stringify(refusal));
    return true;
  };
}
