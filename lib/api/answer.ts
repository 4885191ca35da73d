import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { recordRefusalOf } from '@/lib/audit/refusals';
import type { KeyActor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { callers } from '@/lib/http/caller';
import { CLIENT_ADDRESS_HEADER } from '@/lib/http/client-address';
import { LOCALES, negotiateLocale } from '@/lib/i18n/locale';
import { isId } from '@/lib/input/text';
import { CHALLENGE, enterByBearer } from '@/lib/keys/bearer';
import { isFile, type Endpoint } from './endpoint';
import { ENDPOINTS } from './endpoints';
import { once, type Answer } from './idempotency';
import { openApi } from './openapi';
import { retryAfter, toProblem } from './problem';
import { countRequest } from './rate';
import { referencePage } from './reference/page';

const API_PREFIX = '/api/v1';

const PRIVATE = { 'cache-control': 'private, no-store' };
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

type Found = { endpoint: Endpoint; params: Record<string, string> };

function matchOf(endpoint: Endpoint, path: string): Found | null {
  const pattern = endpoint.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  const match = new RegExp(`^${pattern}$`).exec(path);
  return match && { endpoint, params: { ...match.groups } };
}

/** @throws AppError NOT_FOUND, METHOD_NOT_ALLOWED */
function find(method: string, path: string): Found {
  const found = ENDPOINTS.flatMap((endpoint) => matchOf(endpoint, path) ?? []);
  const wanted = found.find(({ endpoint }) => endpoint.method === method);
  if (!wanted) throw new AppError(found.length > 0 ? 'METHOD_NOT_ALLOWED' : 'NOT_FOUND');
  if (!Object.values(wanted.params).every(isId)) throw new AppError('NOT_FOUND');
  return wanted;
}

/** @throws AppError UNREADABLE for what is no JSON in UTF-8 */
function parseBody(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('UNREADABLE');
  }
}

type Entered = Found & { actor: KeyActor; text: string; query: Record<string, string> };

async function run({ endpoint, params, actor, text, query }: Entered): Promise<Answer> {
  const body = parseBody(text);
  const reply = await endpoint.run({ actor, params, query, body: body ?? (endpoint.body ? {} : undefined) });
  if (isFile(reply) || reply instanceof Response) throw new Error('a file is not answered with JSON');
  const { status = endpoint.status, headers = {} } = reply;
  return { status, headers, body: reply.body === undefined ? '' : JSON.stringify(reply.body) };
}

const refusal = (error: unknown, language: string | null): Answer => {
  const problem = toProblem(error, language);
  return {
    ...{ status: problem.status, body: JSON.stringify(problem) },
    headers: { 'content-type': 'application/problem+json; charset=utf-8', ...retryAfter(error) },
  };
};

const etagOf = (text: string) => `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;

function toResponse(request: Request, { status, body, headers }: Answer): Response {
  const isRead = request.method === 'GET' && status === 200;
  const etag = isRead ? etagOf(body) : undefined;
  const all = { ...PRIVATE, ...(body !== '' && JSON_TYPE), ...(etag && { etag }), ...headers };
  if (etag && request.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers: all });
  return new Response(body === '' ? null : body, { status, headers: all });
}

function withHeaders(response: Response, more: Record<string, string>): Response {
  for (const [name, value] of Object.entries(more)) response.headers.set(name, value);
  return response;
}

async function fileResponse(request: Request, entered: Entered, rate: Record<string, string>) {
  const { endpoint, actor, params, query } = entered;
  const reply = await endpoint.run({ actor, params, query, body: undefined });
  if (reply instanceof Response) return withHeaders(reply, rate);
  if (!isFile(reply)) throw new Error('a file was declared');
  const etag = `"${reply.etag}"`;
  const headers = { ...rate, 'content-type': reply.type, etag, 'cache-control': 'private, no-cache' };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return new Response(Uint8Array.from(reply.bytes), { headers });
}

/** A refusal by the permission or the Mini Program stands in the record, as of people. */
async function guarded(
  language: string | null,
  actor: KeyActor,
  work: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    await recordRefusalOf(actor, error);
    return refusal(error, language);
  }
}

/** Open to everybody, in the language that is asked for. It has no scripts: whatever answers of the API may do, it may. */
function reference(request: Request, asked: string | null): Response {
  const locale =
    LOCALES.find((one) => one === asked) ?? negotiateLocale(request.headers.get('accept-language'));
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' };
  return toResponse(request, { status: 200, body: referencePage(locale), headers });
}

async function handle(request: Request, address: string): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const language = request.headers.get('accept-language');
  const path = pathname.slice(API_PREFIX.length);
  if (request.method === 'GET' && path === '/openapi.json')
    return toResponse(request, { status: 200, body: JSON.stringify(openApi()), headers: {} });
  if (request.method === 'GET' && path === '/docs') return reference(request, searchParams.get('lang'));
  const actor = await enterByBearer(request, address);
  const rate = await countRequest(actor.id);
  const found = find(request.method, path);
  const text = request.method === 'GET' ? '' : await request.text();
  const entered = { ...found, actor, text, query: Object.fromEntries(searchParams) };
  if (Array.isArray(found.endpoint.output)) return fileResponse(request, entered, rate);
  const work = () => guarded(language, actor, () => run(entered));
  const key = request.method === 'POST' ? request.headers.get('idempotency-key') : null;
  const asked = { keyId: actor.id, key: key ?? '', method: request.method, path, body: text };
  const answer = await (key === null ? work() : once(asked, work));
  return toResponse(request, { ...answer, headers: { ...rate, ...answer.headers } });
}

/** Answers requests of programs: who asks is known by the API key alone. */
export async function answerProgram(request: Request): Promise<Response> {
  const address = request.headers.get(CLIENT_ADDRESS_HEADER) ?? 'unknown';
  const answer = () =>
    handle(request, address).catch((error: unknown) => {
      const { headers, ...problem } = refusal(error, request.headers.get('accept-language'));
      const all = problem.status === 401 ? { ...headers, ...CHALLENGE } : headers;
      return toResponse(request, { ...problem, headers: all });
    });
  return callers().run({ address, requestId: randomUUID() }, answer);
}
