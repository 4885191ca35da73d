import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { z } from 'zod';
import { clock } from '@/lib/clock';
import { CLIENT_ADDRESS_HEADER } from '@/lib/http/client-address';
import { pathOf } from '@/lib/http/refusal';
import { log } from '@/lib/log';
import { ScanCounter } from './count-scans';
import { KEYS_AT_ONCE_MAX, LIVE_KEY, SCAN_ID } from './limits';
import { Resolver, type LiveAnswer } from './resolve';

/** Keys of nothing that one address may ask for: who goes through them finds none, and asks the database for nothing. */
const MISSES_PER_MINUTE = 60;

type Reply = { status: number; body: unknown; headers?: Record<string, string> };

const STATUS = { open: 200, paused: 200, unknown: 404 } as const;
const NO_STORE = { 'cache-control': 'no-store' };

function freshFor(until: number): Record<string, string> {
  const seconds = Math.floor((until - clock.now().getTime()) / 1000);
  return seconds > 0 ? { 'cache-control': `public, max-age=${seconds}` } : NO_STORE;
}

/** All that is answered here: each has a line in lib/testing/access-lines.ts. */
const LIVE_PLACES = ['/r', '/r/[key]', '/r/scans'] as const;
const [MANY, , SCANS] = LIVE_PLACES;

const scanSchema = z.object({
  id: z.string().regex(SCAN_ID),
  key: z.string().regex(LIVE_KEY),
  /** Scene value of the launch. */
  scene: z.int().min(0).max(9_999).default(0),
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

  /** @returns whether the request was for this door, which then answers it */
  answers(request: IncomingMessage, response: ServerResponse): boolean {
    const path = pathOf(request);
    if (path !== MANY && !path.startsWith(`${MANY}/`)) return false;
    const answer = path === SCANS ? this.#count(request) : this.#resolveFor(request, path);
    void answer.then((reply) => send(response, reply));
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
      if (path === MANY) return await this.#many(request.url ?? '', address);
      return await this.#one(path.slice(`${MANY}/`.length), address);
    } catch (error) {
      log().error({ err: error }, 'a live code could not be resolved');
      return UNAVAILABLE;
    }
  }

  async #one(key: string, address: string): Promise<Reply> {
    const found = await this.#resolve(key, address);
    if (!found) return TOO_MANY;
    const { answer, until } = found;
    if (answer.state === 'unknown') return UNKNOWN;
    return { status: STATUS[answer.state], body: answer, headers: freshFor(until) };
  }

  async #many(url: string, address: string): Promise<Reply> {
    const keys = new Set(new URL(url, 'http://localhost').searchParams.get('keys')?.split(',') ?? []);
    if (keys.size === 0 || keys.size > KEYS_AT_ONCE_MAX)
      return { status: 400, body: { state: 'refused', max: KEYS_AT_ONCE_MAX }, headers: NO_STORE };
    const found = await Promise.all(
      [...keys].map(async (key) => [key, await this.#resolve(key, address)] as const),
    );
    const items: Record<string, LiveAnswer | { state: 'busy' }> = Object.fromEntries(
      found.map(([key, one]) => [key, one?.answer ?? { state: 'busy' }]),
    );
    const until = Math.min(...found.map(([, one]) => one?.until ?? 0));
    return { status: 200, body: { items }, headers: freshFor(until) };
  }

  /** @returns null for an address that has asked for too many keys of nothing */
  async #resolve(key: string, address: string) {
    if (!LIVE_KEY.test(key)) return { answer: { state: 'unknown' } as const, until: 0 };
    const known = this.#resolver.remembered(key);
    if (known) return known;
    if (await isBlocked(this.#missed, address)) return null;
    const found = await this.#resolver.resolve(key);
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
