import type { Readable } from 'node:stream';
import { PassThrough, pipeline } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

import { Agent, request, type buildConnector } from 'undici';

export type TransportInit = {
  method: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  signal?: AbortSignal;
};

/** One HTTP exchange without following redirects. May throw; a body is a string, so that its length is sent. */
export type Transport = (url: string, init: TransportInit) => Promise<Response>;

/** Statuses whose answer has no body; the constructor of `Response` refuses one. */
const BODYLESS = new Set([101, 204, 205, 304]);

export const CONNECT_TIMEOUT_MS = 10_000;
/** An idle connection is kept this long; a batch then pays for one TLS handshake, not for thousands. */
const KEEP_ALIVE_MS = 15_000;

export type HttpTransport = Transport & { close(): Promise<void> };

/**
 * The transport to the real network: undici with kept connections. It never follows a redirect (the token is in the
 * URL and would go along), and never sends a chunked body, which WeChat answers with HTTP 412.
 * @param connector makes the connections; without one they go wherever an address leads
 */
export function createHttpTransport(connector?: buildConnector.connector): HttpTransport {
  const agent = new Agent({
    connect: connector ?? { timeout: CONNECT_TIMEOUT_MS },
    keepAliveTimeout: KEEP_ALIVE_MS,
    pipelining: 1,
  });
  async function send(url: string, { method, headers, body, signal }: TransportInit): Promise<Response> {
    const answer = await request(url, {
      method,
      dispatcher: agent,
      headers: headers ?? {},
      body: body ?? null,
      ...(signal ? { signal } : {}),
    });
    if (BODYLESS.has(answer.statusCode)) {
      await answer.body.dump();
      return new Response(null, { status: answer.statusCode });
    }
    return new Response(streamOf(decoded(answer.body, answer.headers['content-encoding'])), {
      status: answer.statusCode,
      headers: flatten(answer.headers),
    });
  }
  return Object.assign(send, { close: () => agent.close() });
}

const DECODERS = new Map([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

/** Nobody is asked to compress, but a proxy in between may do so all the same. */
function decoded(body: Readable, encoding: string | string[] | undefined): Readable {
  const decoder = DECODERS.get(String(encoding).trim().toLowerCase());
  if (!decoder) return body;
  // Whatever breaks, here or there, reaches the reader as the decoder's error; the callback has nothing to add.
  return pipeline(body, decoder(), new PassThrough(), () => undefined);
}

function flatten(headers: Record<string, string | string[] | undefined>): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [value].flat().map((one) => [name, one]),
  );
}

/** undici's body is a Node stream; `Response` takes the web's. Wrapped by hand, as the two types do not meet. */
function streamOf(body: AsyncIterable<Uint8Array> & { destroy(): unknown }): ReadableStream<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel() {
      body.destroy();
    },
  });
}

/** Thrown by `readLimited`; says how much was allowed. */
export class AnswerTooLargeError extends Error {
  constructor(readonly maxBytes: number) {
    super(`answer is larger than ${maxBytes} bytes`);
    this.name = 'AnswerTooLargeError';
  }
}

/**
 * Reads an answer's body, and stops the transfer as soon as it grows past `maxBytes`.
 *
 * @throws AnswerTooLargeError past the limit; whatever the stream throws when the connection breaks
 */
export async function readLimited(response: Response, maxBytes: number): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    sizeBytes += next.value.length;
    if (sizeBytes > maxBytes) {
      await reader.cancel();
      throw new AnswerTooLargeError(maxBytes);
    }
    chunks.push(next.value);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
