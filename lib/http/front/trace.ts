import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Caller } from '@/lib/http/caller';
import { isActionCall, pathOf, type Exchange } from '@/lib/http/refusal';
import { log } from '@/lib/log';
import { recordRequest, type Door, type RequestOutcome } from '@/lib/metrics/record';
import { beginRequest, endRequest, type RequestSpan } from '@/lib/tracing/spans';

const PATH_MAX_CHARS = 300;

const DOORS: readonly [RegExp, Door][] = [
  [/^\/_next\/|\.(?:svg|png|ico|txt)$/, 'asset'],
  [/^\/(?:api\/(?:health|ready)|metrics)$/, 'probe'],
  [/^\/api\/auth\//, 'auth'],
  [/^\/api\//, 'route'],
  [/^\/sandbox\//, 'sandbox'],
  [/^\/r(?:\/|$)/, 'live'],
];

function doorOf({ request }: Exchange): Door {
  if (isActionCall(request)) return 'action';
  return DOORS.find(([pattern]) => pattern.test(pathOf(request)))?.[1] ?? 'page';
}

function outcomeOf({ response }: Exchange, caller: Caller): RequestOutcome {
  if (!response.writableFinished) return 'aborted';
  if (response.statusCode >= 500) return 'failed';
  // An action that refuses, or fails, answers 200 and says so in its answer.
  return caller.outcome ?? (response.statusCode >= 400 ? 'refused' : 'ok');
}

/** Of these a page alone asks for dozens, and each scan for one. */
const QUIET: readonly Door[] = ['asset', 'live', 'probe'];

/**
 * Gives a request its id, which the answer carries and a person sees when it fails, and writes one line and one count when
 * it has ended. The query stays out: it may hold what somebody searched for, or a one-time link.
 */
export function traceRequest(exchange: Exchange): { caller: Caller; span: RequestSpan } {
  const { request, response } = exchange;
  const caller: Caller = { address: 'unknown', requestId: randomUUID() };
  const startedAt = performance.now();
  const door = doorOf(exchange);
  const { method } = request;
  const path = pathOf(request).slice(0, PATH_MAX_CHARS);
  const span = beginRequest(`${method} ${door}`, request.headers, {
    ...{ 'http.request.method': method, 'url.path': path },
    'suncode.request_id': caller.requestId,
  });
  response.setHeader('x-request-id', caller.requestId);
  response.once('close', () => {
    const outcome = outcomeOf(exchange, caller);
    const ms = Math.round(performance.now() - startedAt);
    recordRequest(door, outcome, ms / 1000);
    endRequest(span, response.statusCode, { outcome });
    const { requestId, shownId, address } = caller;
    const line = {
      requestId,
      shownId,
      method,
      path,
      door,
      status: response.statusCode,
      outcome,
      ms,
      address,
    };
    log()[QUIET.includes(door) ? 'debug' : 'info'](line, 'request');
  });
  return { caller, span };
}
