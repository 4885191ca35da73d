import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createTranslator } from 'next-intl';
import { AppError } from '@/lib/errors';
import { isLocale, LOCALE_COOKIE, negotiateLocale, type Locale } from '@/lib/i18n/locale';
import { loadMessages } from '@/lib/i18n/messages';
import type { PublicError } from '@/lib/i18n/translate-error';
import { isStorable } from '@/lib/input/text';
import { bodyLimit, sizeText } from './body-limits';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
type Exchange = { request: IncomingMessage; response: ServerResponse };

const HEADERS_MS = 30_000;
/** 25 MB in this time are 85 kB a second. */
const REQUEST_MS = 300_000;
/** Whatever is no file is sent at once. */
const SMALL_BODY_MS = 30_000;
const SMALL_BODY_BYTES = 1024 * 1024;
/** So long what is refused is still taken and thrown away: a connection that is cut takes the answer with it. */
const DRAIN_MS = 10_000;

/** A path of no page: Next answers it with the page for such. */
const NOWHERE = '/no-such-page';

function localeOf({ headers }: IncomingMessage): Locale {
  const chosen = new RegExp(`(?:^|; )${LOCALE_COOKIE}=([^;]*)`).exec(headers.cookie ?? '')?.[1];
  return isLocale(chosen) ? chosen : negotiateLocale(headers['accept-language'] ?? null);
}

function publicError(error: AppError, locale: Locale): PublicError {
  const t = createTranslator({ locale, messages: loadMessages(locale) });
  return { code: error.code, message: t(`errors.codes.${error.code}`, error.values), fields: {} };
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '/';
}

/** As routes answer: JSON. Next shows a failed action's plain text. */
function bodyOf(request: IncomingMessage, error: AppError): { type: string; text: string } {
  const shown = publicError(error, localeOf(request));
  return pathOf(request).startsWith('/api/')
    ? { type: 'application/json', text: JSON.stringify({ error: shown }) }
    : { type: 'text/plain', text: shown.message };
}

/** Answers at once, takes the rest of the body without keeping it, and ends the connection then. */
function refuse({ request, response }: Exchange, error: AppError): void {
  const { type, text } = bodyOf(request, error);
  const close = () => response.end();
  const deadline = setTimeout(close, DRAIN_MS);
  response.once('close', () => clearTimeout(deadline));
  request.push = (chunk: unknown) => {
    if (chunk === null) close();
    return true;
  };
  response.writeHead(error.status, {
    'content-type': `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    connection: 'close',
  });
  response.write(text);
  if (request.complete) close();
}

/** A body that does not say how long it is, counted while it comes. */
function countBody(exchange: Exchange, maxBytes: number): void {
  const { request } = exchange;
  const push = request.push.bind(request);
  let bytes = 0;
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    bytes += chunk?.length ?? 0;
    if (bytes <= maxBytes) return push(chunk, encoding);
    refuse(exchange, tooLarge(maxBytes));
    return true;
  };
}

function tooLarge(maxBytes: number): AppError {
  return new AppError('TOO_LARGE', { values: { size: sizeText(maxBytes) } });
}

function endIfSlow({ request, response }: Exchange): void {
  const deadline = setTimeout(() => {
    if (!request.complete) request.destroy();
  }, SMALL_BODY_MS);
  response.once('close', () => clearTimeout(deadline));
}

/** @returns false when it was refused */
function admitBody(exchange: Exchange): boolean {
  const { headers } = exchange.request;
  const maxBytes = bodyLimit(pathOf(exchange.request));
  if (Number(headers['content-length'] ?? 0) > maxBytes) {
    refuse(exchange, tooLarge(maxBytes));
    return false;
  }
  const isStreamed = headers['transfer-encoding'] !== undefined;
  if (isStreamed) countBody(exchange, maxBytes);
  if (maxBytes <= SMALL_BODY_BYTES && (isStreamed || headers['content-length'])) endIfSlow(exchange);
  return true;
}

function isReadable(path: string): boolean {
  try {
    return isStorable(decodeURIComponent(path));
  } catch {
    return false;
  }
}

/** `/codes/%zz` and `/codes/%00` name nothing. @returns false when it was refused */
function admitPath(exchange: Exchange): boolean {
  const { request } = exchange;
  if (isReadable(pathOf(request))) return true;
  if (pathOf(request).startsWith('/api/') || request.method === 'POST') {
    refuse(exchange, new AppError('NOT_FOUND'));
    return false;
  }
  request.url = NOWHERE;
  return true;
}

/**
 * The HTTP server before Next: bodies are limited by their path before anything reads them, and paths that cannot be read
 * name nothing. A refusal has the shape of those of our routes, in the reader's language.
 * @param handle whatever is let in
 */
export function createFrontDoor(handle: Handler): Server {
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    const exchange = { request, response };
    if (admitPath(exchange) && admitBody(exchange)) void handle(request, response);
  };
  const server = createServer({ headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS }, listener);
  // A client that asks first is told before it sends the body.
  server.on('checkContinue', (request, response) => {
    const exchange = { request, response };
    if (!admitPath(exchange) || !admitBody(exchange)) return;
    response.writeContinue();
    void handle(request, response);
  });
  return server;
}
