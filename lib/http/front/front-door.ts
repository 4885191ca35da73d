import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { AppError } from '@/lib/errors';
import { callers, type Caller } from '@/lib/http/caller';
import { CLIENT_ADDRESS_HEADER } from '@/lib/http/client-address';
import { isActionCall, pathOf, refuse, type Exchange } from '@/lib/http/refusal';
import { isStopping } from '@/lib/http/stopping';
import { isStorable } from '@/lib/input/text';
import { passAction } from './action-door';
import { bodyLimit, sizeText, STRANGER_MAX_BYTES } from './body-limits';
import { answerOutages } from './outage-page';
import { setSecurityHeaders } from './security-headers';
import { inRequest } from '@/lib/tracing/spans';
import { traceRequest } from './trace';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
/** Whether a request brings the cookie of somebody who has signed in. */
type IsMember = (request: IncomingMessage) => Promise<boolean>;
/** Looks at a request before Next does. @returns whether it has answered it */
type Gate = (request: IncomingMessage, response: ServerResponse) => boolean;

const HEADERS_MS = 30_000;
/**
 * Longer than proxies keep a connection that nobody uses (nginx and load balancers 60 s, Traefik 90, Caddy 120), so that they end
 * it: ended here, in the moment in which the next request comes, it costs that request.
 */
const IDLE_MS = 150_000;
/** 25 MB in this time are 85 kB a second. */
const REQUEST_MS = 300_000;
/** Whatever is no file is sent at once. */
const SMALL_BODY_MS = 30_000;
const SMALL_BODY_BYTES = 1024 * 1024;

/** A path of no page: Next answers it with the page for such. */
const NOWHERE = '/no-such-page';

type Limit = { maxBytes: number; error: AppError };

const announcedBytes = ({ headers }: IncomingMessage) => Number(headers['content-length'] ?? 0);
const isStreamed = ({ headers }: IncomingMessage) => headers['transfer-encoding'] !== undefined;

/** What a body may have, and what is said of more. Who is asking is looked at only where it matters. */
async function limitOf(request: IncomingMessage, isMember: IsMember): Promise<Limit> {
  const { maxBytes, isOpen } = bodyLimit(pathOf(request));
  const isSmall = !isStreamed(request) && announcedBytes(request) <= STRANGER_MAX_BYTES;
  if (isOpen || isSmall || (await isMember(request)))
    return { maxBytes, error: new AppError('TOO_LARGE', { values: { size: sizeText(maxBytes) } }) };
  return { maxBytes: STRANGER_MAX_BYTES, error: new AppError('UNAUTHENTICATED') };
}

/** A body that does not say how long it is, counted while it comes. */
function countBody(exchange: Exchange, { maxBytes, error }: Limit): void {
  const { request } = exchange;
  const push = request.push.bind(request);
  let bytes = request.readableLength;
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    bytes += chunk?.length ?? 0;
    if (bytes <= maxBytes) return push(chunk, encoding);
    refuse(exchange, error);
    return true;
  };
}

function endIfSlow({ request, response }: Exchange): void {
  const deadline = setTimeout(() => {
    if (!request.complete) request.destroy();
  }, SMALL_BODY_MS);
  response.once('close', () => clearTimeout(deadline));
}

/** @returns why it is refused */
async function admitBody(exchange: Exchange, isMember: IsMember): Promise<AppError | null> {
  const { request } = exchange;
  const limit = await limitOf(request, isMember);
  if (Math.max(announcedBytes(request), request.readableLength) > limit.maxBytes) return limit.error;
  if (isStreamed(request)) countBody(exchange, limit);
  if (limit.maxBytes <= SMALL_BODY_BYTES && (isStreamed(request) || announcedBytes(request) > 0))
    endIfSlow(exchange);
  return null;
}

function isReadable(path: string): boolean {
  try {
    return isStorable(decodeURIComponent(path));
  } catch {
    return false;
  }
}

const isPage = (path: string) => !/^\/(?:(?:api|sandbox|gateway|r)\/|(?:metrics|mcp|r)$)/.test(path);

/** `/codes/%zz` and `/codes/%00` name nothing. @returns why it is refused */
function admitPath({ request }: Exchange): AppError | null {
  const path = pathOf(request);
  if (isReadable(path)) return null;
  if (!isPage(path) || request.method === 'POST') return new AppError('NOT_FOUND');
  request.url = NOWHERE;
  return null;
}

/**
 * What is posted to a page is the call of an action, or the form of somebody who was quicker than the script, which the
 * page answers as if it was only asked for. Next would look for actions in other bodies too. @returns why it is refused
 */
function admitForm({ request }: Exchange): AppError | null {
  if (request.method !== 'POST' || !isPage(pathOf(request)) || isActionCall(request)) return null;
  const type = request.headers['content-type'] ?? '';
  return /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type) ? null : new AppError('UNREADABLE');
}

/** Next makes a `Request` of each, and no `Request` can have these: they would be faults. @returns why it is refused */
function admitMethod({ request: { method = 'GET' } }: Exchange): AppError | null {
  return ['TRACE', 'TRACK', 'CONNECT'].includes(method) ? new AppError('UNREADABLE') : null;
}

async function admit(exchange: Exchange, isMember: IsMember): Promise<boolean> {
  const error =
    admitMethod(exchange) ??
    admitPath(exchange) ??
    admitForm(exchange) ??
    (await admitBody(exchange, isMember));
  if (error) refuse(exchange, error);
  return error === null;
}

/**
 * The HTTP server before Next: bodies are limited by their path and by who sends them before anything reads them, paths
 * that cannot be read name nothing, and what cannot be read as the call of an action is no fault. A refusal has the shape
 * of those of our routes, in the reader's language.
 * @param handle whatever is let in
 * @param gate what it answers reaches the client as it is
 */
export function createFrontDoor(handle: Handler, isMember: IsMember, gate: Gate = () => false): Server {
  const enter = async (exchange: Exchange, caller: Caller) => {
    const isAnswered = gate(exchange.request, exchange.response);
    // Written by the gate, over whatever the client sent.
    caller.address = String(exchange.request.headers[CLIENT_ADDRESS_HEADER] ?? 'unknown');
    if (isAnswered) return;
    if (exchange.request.method === 'GET' && isPage(pathOf(exchange.request)))
      answerOutages(exchange, caller);
    await callers().run(caller, () => passAction(exchange, handle));
  };
  const pass = async (exchange: Exchange, admitted = () => {}) => {
    const { caller, span } = traceRequest(exchange);
    // Closed while a proxy sends the next one into it, it would cost that request.
    if (isStopping()) exchange.response.shouldKeepAlive = false;
    setSecurityHeaders(exchange.response, isPage(pathOf(exchange.request)));
    if (!(await admit(exchange, isMember))) return;
    admitted();
    await inRequest(span, () => enter(exchange, caller));
  };
  const server = createServer(
    { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, keepAliveTimeout: IDLE_MS },
    (request, response) => void pass({ request, response }),
  );
  // A client that asks first is told before it sends the body.
  server.on(
    'checkContinue',
    (request, response) => void pass({ request, response }, () => response.writeContinue()),
  );
  return server;
}
