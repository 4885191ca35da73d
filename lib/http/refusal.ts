import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { toProblem } from '@/lib/api/problem';
import { type AppError } from '@/lib/errors';
import { isLocale, LOCALE_COOKIE, negotiateLocale, type Locale } from '@/lib/i18n/locale';
import { textsOf } from '@/lib/i18n/texts';
import type { PublicError } from '@/lib/i18n/translate-error';

export type Exchange = { request: IncomingMessage; response: ServerResponse };

/** So long what is refused is still taken and thrown away: a connection that is cut takes the answer with it. */
const DRAIN_MS = 10_000;

export function pathOf({ url = '/' }: { url?: string | undefined }): string {
  return url.split('?', 1)[0] ?? '/';
}

/** A server action that is called: all forms of Suncode do so by script. */
export function isActionCall({
  method,
  headers,
}: {
  method?: string | undefined;
  headers: IncomingHttpHeaders;
}): boolean {
  return method === 'POST' && headers['next-action'] !== undefined;
}

export function localeOf({ headers }: IncomingMessage): Locale {
  const chosen = new RegExp(`(?:^|; )(?:__Host-)?${LOCALE_COOKIE}=([^;]*)`).exec(headers.cookie ?? '')?.[1];
  return isLocale(chosen) ? chosen : negotiateLocale(headers['accept-language'] ?? null);
}

function publicError(error: AppError, locale: Locale): PublicError {
  const t = textsOf(locale);
  return { code: error.code, message: t(`errors.codes.${error.code}`, error.values), fields: {} };
}

/** As programs are answered, whose requests it would have been for. */
function problemOf(error: AppError, { headers }: IncomingMessage): { type: string; text: string } {
  const problem = toProblem(error, headers['accept-language'] ?? null);
  return { type: 'application/problem+json; charset=utf-8', text: JSON.stringify(problem) };
}

/** As routes answer: JSON. Of an action's answer Next's client hands on only what is of exactly the type text/plain. */
function bodyOf(request: IncomingMessage, error: AppError): { type: string; text: string } {
  const path = pathOf(request);
  if (/^\/(?:api\/v1\/|mcp$)/.test(path)) return problemOf(error, request);
  const shown = publicError(error, localeOf(request));
  const json = JSON.stringify({ error: shown });
  if (isActionCall(request)) return { type: 'text/plain', text: json };
  return path.startsWith('/api/')
    ? { type: 'application/json; charset=utf-8', text: json }
    : { type: 'text/plain; charset=utf-8', text: shown.message };
}

/** Answers at once, takes the rest of the body without keeping it, and ends the connection then. */
export function refuse({ request, response }: Exchange, error: AppError): void {
  const { type, text } = bodyOf(request, error);
  const end = response.end.bind(response);
  const close = () => void end();
  const deadline = setTimeout(close, DRAIN_MS);
  response.once('close', () => {
    clearTimeout(deadline);
    // Whoever has begun to read the body waits for the rest of it, which never comes.
    request.destroy();
  });
  request.push = (chunk: unknown) => {
    if (chunk === null) close();
    return true;
  };
  response.writeHead(error.status, {
    'content-type': type,
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    connection: 'close',
  });
  response.write(text);
  if (request.complete) close();
  // What has come already may have stopped the rest.
  request.resume();
}
