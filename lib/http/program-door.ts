import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { log } from '@/lib/log';
import { whileAsked } from './asked-now';
import type { Exchange } from './refusal';

type Answer = (request: Request) => Promise<Response>;
type Door = { methods: readonly string[]; load: () => Promise<Answer> };

/** All that is answered here: each has a line in lib/testing/doors/access-lines.ts. */
const PROGRAM_PLACES = ['/api/v1/[...path]', '/gateway/[...path]', '/mcp'] as const;

/** Loaded late: a start waits for none of them. */
const DOORS: Record<(typeof PROGRAM_PLACES)[number], Door> = {
  '/api/v1/[...path]': {
    // PUT is of no route, and answered as what else is not allowed.
    methods: ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'],
    load: async () => (await import('@/lib/api/answer')).answerProgram,
  },
  '/gateway/[...path]': {
    methods: ['GET', 'POST'],
    load: async () => (await import('@/lib/gateway/gateway')).answerGateway,
  },
  // Nothing is streamed and no session is kept: what is not posted is refused, as the protocol has it.
  '/mcp': { methods: ['POST'], load: async () => (await import('@/lib/mcp/mcp')).answerAssistant },
};

/** Which host was asked is nothing that an answer depends on. */
const ORIGIN = 'http://localhost';

type Place = (typeof PROGRAM_PLACES)[number];

const loaded = new Map<Place, Promise<Answer>>();

/** Once: where sources are run as they are (tsx), each import of a module that is there already is asked of another thread. */
function answererOf(place: Place): Promise<Answer> {
  const known = loaded.get(place) ?? DOORS[place].load();
  loaded.set(place, known);
  return known;
}

function placeOf(pathname: string): Place | undefined {
  // Next leads `/mcp/` and `/api//v1` to where they belong.
  if (/\/\/|\/$/.test(pathname)) return undefined;
  return PROGRAM_PLACES.find((place) => {
    const [start = '', rest] = place.split('[');
    return rest === undefined ? pathname === start : pathname.startsWith(start);
  });
}

/** A body is read when the answer asks for it, and not before: who brings no key sends it for nothing. */
function bodyOf(request: IncomingMessage): ReadableStream<Uint8Array> {
  const parts: AsyncIterator<Uint8Array> = request[Symbol.asyncIterator]();
  const source = {
    async pull(controller: ReadableStreamDefaultController<Uint8Array>) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  };
  return new ReadableStream(source, { highWaterMark: 0 });
}

function toRequest(url: URL, incoming: IncomingMessage): Request {
  const { method = 'GET' } = incoming;
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
  const isRead = method === 'GET' || method === 'HEAD';
  const init = {
    method: isRead ? 'GET' : method,
    headers,
    body: isRead ? null : bodyOf(incoming),
    duplex: 'half',
  };
  return new Request(url, init);
}

/** Whoever goes away early ends the making of what they asked for. */
async function* partsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    await reader.cancel();
  }
}

/** What is smaller when it is packed. */
const isText = (headers: Headers) => /^text\/|[/+](?:json|xml)\b/.test(headers.get('content-type') ?? '');

/** `gzip, br`, `*;q=0.5`; not `gzip;q=0` */
const takesGzip = (accepted: string | string[] = '') =>
  String(accepted)
    .split(',')
    .some((coding) => /^\s*(?:gzip|\*)\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/i.test(coding));

/** What is sent, of which HEAD gets nothing: none of it is made then. */
async function bodyFor({ method }: IncomingMessage, body: Response['body']): Promise<Response['body']> {
  if (method !== 'HEAD') return body;
  await body?.cancel();
  return null;
}

async function send({ request, response }: Exchange, { status, headers, body }: Response): Promise<void> {
  // The front door has refused the body while it was being read.
  if (response.headersSent) return body?.cancel();
  const isPacked = body !== null && isText(headers) && takesGzip(request.headers['accept-encoding']);
  if (isPacked) {
    headers.delete('content-length');
    headers.set('content-encoding', 'gzip');
  }
  if (isText(headers)) headers.append('vary', 'Accept-Encoding');
  response.writeHead(status, [...headers].flat());
  const sent = await bodyFor(request, body);
  if (sent === null) return void response.end();
  const parts = partsOf(sent);
  await (isPacked ? pipeline(parts, createGzip(), response) : pipeline(parts, response));
}

const isGone = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';

async function pass(exchange: Exchange, url: URL, place: Place): Promise<void> {
  const { methods } = DOORS[place];
  const { request, response } = exchange;
  const { method = 'GET' } = request;
  const allowed = methods.includes('GET') ? [...methods, 'HEAD'] : methods;
  try {
    if (allowed.includes(method)) {
      const answerer = await answererOf(place);
      const answer = () => answerer(toRequest(url, request));
      // Who sends something waits for WeChat most of the time, and not for this process.
      return await send(exchange, await (method === 'GET' ? whileAsked(answer) : answer()));
    }
    const allow = [...allowed, 'OPTIONS'].toSorted().join(', ');
    response.writeHead(method === 'OPTIONS' ? 204 : 405, { allow }).end();
  } catch (error) {
    if (!isGone(error)) log().error({ err: error }, 'a program was not answered to the end');
    response.destroy();
  }
}

/**
 * What other programs ask, in front of Next, which would take as long as all the rest of a short answer: the API, the gateway
 * for SDKs of WeChat and the door of assistants. Each of them is a `(Request) → Response` that looks for a key by itself.
 */
export class ProgramDoor {
  /** So that the first one who asks need not wait for it. */
  async load(): Promise<void> {
    for (const place of PROGRAM_PLACES) await answererOf(place);
  }

  /** @returns whether the request was for one of these doors, which then answers it */
  answers(request: IncomingMessage, response: ServerResponse): boolean {
    const asked = `${ORIGIN}${request.url}`;
    const url = URL.canParse(asked) ? new URL(asked) : undefined;
    const place = url && placeOf(url.pathname);
    if (!place) return false;
    void pass({ request, response }, url, place);
    return true;
  }
}
