import 'server-only';
import { randomInt } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { z } from 'zod';
import { clock } from '@/lib/clock';
import { CLIENT_ADDRESS_HEADER } from '@/lib/http/client-address';
import { requestedHost } from '@/lib/http/origin/own-origin';
import { pathOf } from '@/lib/http/refusal';
import { log } from '@/lib/log';
import { ScanCounter } from './count-scans';
import { DEVICE_ID, KEYS_AT_ONCE_MAX, LIVE_KEY, LOTS, SCAN_ID } from './limits';
import { Resolver, type LiveAnswer, type Resolved } from './resolve';

/** Keys of nothing that one address may ask for: who goes through them finds none, and asks the database for nothing. */
const MISSES_PER_MINUTE = 60;

type Reply = { status: number; body: unknown; headers?: Record<string, string> };

const STATUS = { open: 200, paused: 200, unknown: 404 } as const;
const NO_STORE = { 'cache-control': 'no-store' };

type Fresh = Pick<Resolved, 'until' | 'isShared'>;

/** Of rules with shares an answer may be repeated to those of the same lot alone: to whoever named it in the address. */
function freshFor({ until, isShared }: Fresh, { isNamed }: Lot): Record<string, string> {
  if (isShared && !isNamed) return NO_STORE;
  const seconds = Math.floor((until - clock.now().getTime()) / 1000);
  return seconds > 0 ? { 'cache-control': `public, max-age=${seconds}` } : NO_STORE;
}

/** Which of the shares of a rule somebody is in. */
type Lot = { lot: number; isNamed: boolean };

/** The Mini Program draws a lot once and names it each time; for one that does not, it is drawn here. */
function lotOf(query: URLSearchParams): Lot {
  const text = query.get('lot') ?? '';
  if (/^\d{1,2}$/.test(text)) return { lot: Number(text), isNamed: true };
  return { lot: randomInt(LOTS), isNamed: false };
}

type Asked = { query: URLSearchParams; address: string };

/** All that is answered here: each has a line in lib/testing/doors/access-lines.ts. */
const LIVE_PLACES = ['/r', '/r/[key]', '/r/scans'] as const;
const [MANY, , SCANS] = LIVE_PLACES;

const scanSchema = z.object({
  id: z.string().regex(SCAN_ID),
  key: z.string().regex(LIVE_KEY),
  /** Scene value of the launch. */
  scene: z.int().min(0).max(9_999).default(0),
  /** Drawn by the phone once; nothing of it is kept but a mark that many devices share. */
  device: z.string().regex(DEVICE_ID).optional(),
});

/** @returns undefined for what is no JSON; how long it may be the front door says */
async function readBody(request: IncomingMessage): Promise<unknown> {
  try {
    return JSON.parse(await text(request));
  } catch {
    return undefined;
  }
}

type Missed = RateLimiterMemory;

/** @returns whether an address has asked for too many keys of nothing */
async function isBlocked(missed: Missed, address: string): Promise<boolean> {
  return ((await missed.get(address))?.consumedPoints ?? 0) >= MISSES_PER_MINUTE;
}

async function countMiss(missed: Missed, address: string): Promise<void> {
  await missed.consume(address).catch((full: unknown) => {
    if (!(full instanceof RateLimiterRes)) throw full;
  });
}

const TOO_MANY: Reply = {
  status: 429,
  body: { state: 'busy' },
  headers: { 'retry-after': '60', ...NO_STORE },
};
const UNAVAILABLE: Reply = {
  ...{ status: 503, body: { state: 'unavailable' } },
  headers: { 'retry-after': '5', ...NO_STORE },
};
const REFUSED: Reply = { status: 405, body: { state: 'refused' }, headers: NO_STORE };
const UNKNOWN: Reply = { status: 404, body: { state: 'unknown' }, headers: NO_STORE };

/**
 * What Mini Programs ask, in front of Next: `GET /r/<key>`, `GET /r?keys=<key>,<key>` for several, and `POST /r/scans` that
 * one was scanned. No session is known
 * here, nothing is told but what a key leads to, and an answer may be kept by whatever lies between.
 */
export class LiveDoor {
  readonly #resolver = new Resolver();
  readonly #counter = new ScanCounter();
  readonly #missed: Missed = new RateLimiterMemory({ points: MISSES_PER_MINUTE, duration: 60 });

  readonly #host: string | null;

  /** @param url of the address that is only for Mini Programs */
  constructor(url?: string) {
    this.#host = url === undefined ? null : new URL(url).host;
  }

  /** @returns whether the request was for this door, which then answers it */
  answers(request: IncomingMessage, response: ServerResponse): boolean {
    const path = pathOf(request);
    if (path !== MANY && !path.startsWith(`${MANY}/`)) return this.#keepsHost(request, response);
    const answer = path === SCANS ? this.#count(request) : this.#resolveFor(request, path);
    void answer.then((reply) => send(response, reply));
    return true;
  }

  /** At the address that is only for Mini Programs nothing of the console is answered. */
  #keepsHost(request: IncomingMessage, response: ServerResponse): boolean {
    if (this.#host === null || requestedHost(request.headers) !== this.#host) return false;
    request.resume();
    send(response, UNKNOWN);
    return true;
  }

  /** A scan that a Mini Program reports. Whether there is such a key is not told. */
  async #count(request: IncomingMessage): Promise<Reply> {
    if (request.method !== 'POST') return { ...REFUSED, headers: { allow: 'POST', ...NO_STORE } };
    const scan = scanSchema.safeParse(await readBody(request));
    if (!scan.success) return { ...REFUSED, status: 400 };
    try {
      const isTaken = await this.#counter.add(scan.data);
      return isTaken ? { status: 204, body: null, headers: NO_STORE } : UNAVAILABLE;
    } catch (error) {
      log().error({ err: error }, 'a scan could not be counted');
      return UNAVAILABLE;
    }
  }

  async #resolveFor(request: IncomingMessage, path: string): Promise<Reply> {
    request.resume();
    if (request.method !== 'GET') return { ...REFUSED, headers: { allow: 'GET', ...NO_STORE } };
    const address = String(request.headers[CLIENT_ADDRESS_HEADER] ?? 'unknown');
    try {
      const { searchParams: query } = new URL(request.url ?? '', 'http://localhost');
      if (path === MANY) return await this.#many({ query, address });
      return await this.#one(path.slice(`${MANY}/`.length), { query, address });
    } catch (error) {
      log().error({ err: error }, 'a live code could not be resolved');
      return UNAVAILABLE;
    }
  }

  async #one(key: string, { query, address }: Asked): Promise<Reply> {
    const lot = lotOf(query);
    const found = await this.#resolve(key, lot, address);
    if (!found) return TOO_MANY;
    const { answer } = found;
    if (answer.state === 'unknown') return UNKNOWN;
    return { status: STATUS[answer.state], body: answer, headers: freshFor(found, lot) };
  }

  async #many({ query, address }: Asked): Promise<Reply> {
    const keys = new Set(query.get('keys')?.split(',') ?? []);
    const lot = lotOf(query);
    if (keys.size === 0 || keys.size > KEYS_AT_ONCE_MAX)
      return { status: 400, body: { state: 'refused', max: KEYS_AT_ONCE_MAX }, headers: NO_STORE };
    const found = await Promise.all(
      [...keys].map(async (key) => [key, await this.#resolve(key, lot, address)] as const),
    );
    const items: Record<string, LiveAnswer | { state: 'busy' }> = Object.fromEntries(
      found.map(([key, one]) => [key, one?.answer ?? { state: 'busy' }]),
    );
    const until = Math.min(...found.map(([, one]) => one?.until ?? 0));
    const isShared = found.some(([, one]) => one?.isShared);
    return { status: 200, body: { items }, headers: freshFor({ until, isShared }, lot) };
  }

  /** @returns null for an address that has asked for too many keys of nothing */
  async #resolve(key: string, { lot }: Lot, address: string): Promise<Resolved | null> {
    if (!LIVE_KEY.test(key)) return { answer: { state: 'unknown' }, until: 0, isShared: false };
    const known = this.#resolver.remembered(key, lot);
    if (known) return known;
    if (await isBlocked(this.#missed, address)) return null;
    const found = await this.#resolver.resolve(key, lot);
    if (found.answer.state === 'unknown') await countMiss(this.#missed, address);
    return found;
  }
}

function send(response: ServerResponse, { status, body, headers = {} }: Reply): void {
  if (body === null) return void response.writeHead(status, headers).end();
  const json = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(json),
    ...headers,
  });
  response.end(json);
}
