import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Ending } from './exit';
import type { Settings } from './settings';

const TRIES = 4;
const WAIT_MAX_SECONDS = 60;
const BUSY = [429, 502, 503, 504];

type Asked = { method?: string; query?: Record<string, string | undefined>; body?: unknown };

/** Of the person, so that refusals are in their language. */
const language = () =>
  (process.env.LC_ALL ?? process.env.LANG ?? 'en').replace('_', '-').replace(/\..*$/, '');

async function problemOf(
  response: Response,
): Promise<{ detail?: unknown; code?: unknown; errors?: unknown }> {
  try {
    return Object(await response.json());
  } catch {
    return {};
  }
}

function sentenceOf({ detail, errors }: { detail?: unknown; errors?: unknown }, status: number): string {
  const fields = Array.isArray(errors) ? errors.map((one) => `\n  ${one.field}: ${one.detail}`).join('') : '';
  return `${typeof detail === 'string' ? detail : `The server answered with ${status}.`}${fields}`;
}

/** As the server says, or longer with each try. */
function pauseOf({ headers }: Response, tried: number): number {
  const seconds = Number(headers.get('retry-after')) || 2 ** tried;
  return Math.min(seconds, WAIT_MAX_SECONDS) * 1000;
}

/** The REST API of a server, by a key. */
export class Api {
  constructor(
    private readonly settings: Settings,
    private readonly signal: AbortSignal,
  ) {}

  /** @throws Ending refused, failed */
  async ask<T>(path: string, asked: Asked = {}): Promise<T> {
    const text = await (await this.open(path, asked)).text();
    return JSON.parse(text || 'null');
  }

  /**
   * An answer that is to be read; what the server is too busy for is asked again, under the same Idempotency-Key.
   * @throws Ending refused, failed
   */
  async open(path: string, asked: Asked = {}): Promise<Response> {
    const url = this.urlOf(path, asked);
    const request = this.requestOf(asked);
    for (let tried = 1; ; tried += 1) {
      const response = await this.fetch(url, request);
      if (response.ok) return response;
      if (!BUSY.includes(response.status) || tried === TRIES) return this.refuse(response);
      await response.body?.cancel();
      await wait(pauseOf(response, tried), undefined, { signal: this.signal });
    }
  }

  private urlOf(path: string, { query = {} }: Asked): string {
    const said = Object.entries(query).filter((one): one is [string, string] => one[1] !== undefined);
    const search = new URLSearchParams(said).toString();
    return `${this.settings.url}/api/v1${path}${search && `?${search}`}`;
  }

  private requestOf({ method = 'GET', body }: Asked): RequestInit {
    const isForm = body instanceof FormData;
    const headers = {
      ...{ authorization: `Bearer ${this.settings.key}`, 'accept-language': language() },
      // A form says its type itself, with what stands between its parts.
      ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
      ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
    };
    // What leads somewhere else does not get the key.
    const request: RequestInit = { method, headers, signal: this.signal, redirect: 'error' };
    return body === undefined ? request : { ...request, body: isForm ? body : JSON.stringify(body) };
  }

  private async fetch(url: string, request: RequestInit): Promise<Response> {
    try {
      return await fetch(url, request);
    } catch (error) {
      this.signal.throwIfAborted();
      const cause =
        error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
      throw new Ending('failed', `${this.settings.url} cannot be reached: ${cause}`);
    }
  }

  private async refuse(response: Response): Promise<never> {
    const problem = await problemOf(response);
    const isTold = typeof problem.code === 'string' && response.status < 500;
    throw new Ending(isTold ? 'refused' : 'failed', sentenceOf(problem, response.status), problem);
  }
}
