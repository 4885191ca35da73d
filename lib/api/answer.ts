import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { recordRefusalOf } from '@/lib/audit/refusals';
import type { KeyActor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { callers } from '@/lib/http/caller';
import { CLIENT_ADDRESS_HEADER } from '@/lib/http/client-address';
import { LOCALES, negotiateLocale, type Locale } from '@/lib/i18n/locale';
import { isId } from '@/lib/input/text';
import { CHALLENGE, enterByBearer } from '@/lib/keys/bearer';
import { readForm, readJson, type Sent } from './body';
import { isFile, type Endpoint } from './endpoint';
import { ENDPOINTS } from './endpoints';
import { once, type Answer } from './idempotency';
import { openApi } from './openapi';
import { refusalHeaders, toProblem } from './problem';
import { countRequest } from './rate';
import { referencePage } from './reference/page';

const API_PREFIX = '/api/v1';

const PRIVATE = { 'cache-control': 'private, no-store' };
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

type Found = { endpoint: Endpoint; params: Record<string, string> };

const ROUTES = ENDPOINTS.map((endpoint) => {
  const pattern = endpoint.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  return { endpoint, pattern: new RegExp(`^${pattern}$`) };
});

/** @throws AppError NOT_FOUND, METHOD_NOT_ALLOWED */
function find(method: string, path: string): Found {
  const found = ROUTES.flatMap(({ endpoint, pattern }): Found[] => {
    const match = pattern.exec(path);
    return match ? [{ endpoint, params: { ...match.groups } }] : [];
  });
  const wanted = found.find(({ endpoint }) => endpoint.method === method);
  if (found.length === 0) throw new AppError('NOT_FOUND');
  const allowed = found.map(({ endpoint }) => endpoint.method).join(', ');
  if (!wanted) throw new AppError('METHOD_NOT_ALLOWED', { values: { allowed } });
  if (!Object.values(wanted.params).every(isId)) throw new AppError('NOT_FOUND');
  return wanted;
}

/** What is asked for twice is a list, which no parameter takes: better refused than one of them left out. */
const queryOf = (asked: URLSearchParams) =>
  Object.fromEntries(
    [...new Set(asked.keys())].map((name) => {
      const [value = '', ...more] = asked.getAll(name);
      return [name, more.length === 0 ? value : [value, ...more]];
    }),
  );

type Entered = Found & {
  actor: KeyActor;
  sent: Sent;
  query: Record<string, string | string[]>;
  locale: Locale;
};

async function run({ endpoint, sent, ...asked }: Entered): Promise<Answer> {
  const body = sent.read();
  const isLeftOut = body === undefined && endpoint.body !== null;
  const reply = await endpoint.run({ ...asked, body: isLeftOut ? {} : body });
  if (isFile(reply) || reply instanceof Response) throw new Error('a file is not answered with JSON');
  const { status = endpoint.status, headers = {} } = reply;
  return { status, headers, body: reply.body === undefined ? '' : JSON.stringify(reply.body) };
}

const refusal = (error: unknown, language: string | null): Answer => {
  const problem = toProblem(error, language);
  return {
    ...{ status: problem.status, body: JSON.stringify(problem) },
    headers: { 'content-type': 'application/problem+json; charset=utf-8', ...refusalHeaders(error) },
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
  const { endpoint, ...asked } = entered;
  const reply = await endpoint.run({ ...asked, body: undefined });
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
  const sent = await (found.endpoint.isForm ? readForm(request) : readJson(request));
  const query = queryOf(searchParams);
  const entered = { ...found, actor, sent, query, locale: negotiateLocale(language) };
  if (Array.isArray(found.endpoint.output)) return fileResponse(request, entered, rate);
  const work = () => guarded(language, actor, () => run(entered));
  const key = request.method === 'POST' ? request.headers.get('idempotency-key') : null;
  const asked = { keyId: actor.id, key: key ?? '', method: request.method, path, body: sent.mark };
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
