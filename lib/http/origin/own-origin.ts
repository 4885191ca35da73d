import type { IncomingHttpHeaders } from 'node:http';
import { pathOf } from '@/lib/http/refusal';

/** A request that was not let in: the page is open at another address than this server knows as its own. */
export type OriginRefusal = {
  code: 'ORIGIN_REFUSED';
  /** Where the browser says the page is open. */
  origin: string;
  /** What the request says it was sent to, after all proxies. */
  host: string;
  appUrl: string | null;
};

type Request = { method?: string | undefined; url?: string | undefined; headers: IncomingHttpHeaders };

const first = (value: string | string[] | undefined) =>
  (Array.isArray(value) ? value[0] : value)?.split(',')[0]?.trim() ?? '';

/** As Next reads it: what the last proxy passed on, else the Host header. */
export function requestedHost(headers: IncomingHttpHeaders): string {
  return first(headers['x-forwarded-host']) || first(headers.host);
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}

const CHANGES_NOTHING = ['GET', 'HEAD', 'OPTIONS'];
/** Programs come here from anywhere; no session is known there. */
const FOR_PROGRAMS = /^\/(?:sandbox|gateway)\//;
const WITH_KEY = /^\/(?:api\/v1\/|mcp$)/;

/** No browser adds a key by itself: who brings one means it, wherever the page is open. */
function isOfProgram({ url, headers }: Pick<Request, 'url' | 'headers'>): boolean {
  const path = pathOf({ url });
  if (FOR_PROGRAMS.test(path)) return true;
  return WITH_KEY.test(path) && /^bearer\s/i.test(headers.authorization ?? '');
}

const mayChange = ({ method = 'GET', url, headers }: Request): boolean =>
  !CHANGES_NOTHING.includes(method) && !isOfProgram({ url, headers });

/** Pages may be linked to from anywhere, and so may what sign-in services lead back to; health and readiness are told to everybody alike. */
const LINKED = /^\/api\/(?:auth\/|(?:health|ready)$)/;

function isLink(request: Request): boolean {
  const path = pathOf({ url: request.url });
  return !mayChange(request) && (!path.startsWith('/api/') || LINKED.test(path));
}

/**
 * Whether a browser says that another site asks (Fetch Metadata): for lists, pictures and files, which nobody links to, and
 * for all that may change something. A download leaves its line in the records, so another site's page must not begin one.
 */
export function isForeign(request: Request): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return false;
  return !isLink(request) && !isOfProgram(request);
}

/**
 * Next lets a server action in when the page's origin is the host that the request names; behind a proxy that passes on
 * another Host it refuses everybody. With APP_URL the server knows its own address: a page of that origin is ours,
 * whatever a proxy did to the headers, and the request is marked so. Everything else is refused as before, by name: not only
 * actions, but whatever may change something.
 * @returns why the request is refused; null when it may go on (its headers may have been changed)
 */
export function admitOrigin(request: Request, appUrl: string | undefined): OriginRefusal | null {
  const { headers } = request;
  const { origin } = headers;
  // A request without an origin comes from no page.
  if (origin === undefined || !mayChange(request)) return null;
  if (appUrl !== undefined && origin === new URL(appUrl).origin) {
    headers['x-forwarded-host'] = new URL(appUrl).host;
    return null;
  }
  const host = requestedHost(headers);
  return hostOf(origin) === host ? null : { code: 'ORIGIN_REFUSED', origin, host, appUrl: appUrl ?? null };
}
