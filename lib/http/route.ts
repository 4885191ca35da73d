import 'server-only';
import { recordRefusal } from '@/lib/audit/refusals';
import type { UserActor } from '@/lib/auth/actor';
import { requireActor } from '@/lib/auth/session';
import { isPassing } from '@/lib/db/passing';
import { AppError, isAppError } from '@/lib/errors';
import { translateError, translateFault } from '@/lib/i18n/translate-error';
import { requireStorableFields } from '@/lib/input/require-storable';
import { isId } from '@/lib/input/text';
import { log } from '@/lib/log';
import { currentRequestId } from './caller';

type Context<P> = { params: Promise<P> };
type Handler<P> = (call: { request: Request; params: P; actor: UserActor }) => Promise<Response>;

// A list or an error of one person must not be kept by a proxy or shown to the next one.
const NO_STORE = { 'cache-control': 'private, no-store' };

/** Of answers that nobody reads any more: no status of HTTP, but what logs of many servers have. */
const GONE = 499;

/** What a route throws that stops because its reader went away: no fault, and the request's own line says `aborted`. */
function isGone({ signal }: Request, error: unknown): boolean {
  return signal.aborted && error === signal.reason;
}

/** A refusal or a fault in the shape that all routes have. */
export async function errorResponse(error: unknown): Promise<Response> {
  if (isAppError(error))
    return Response.json({ error: await translateError(error) }, { status: error.status, headers: NO_STORE });
  const requestId = currentRequestId();
  log().error({ err: error, requestId }, 'a route failed');
  const isOutage = isPassing(error);
  return Response.json(
    { error: await translateFault(requestId, isOutage) },
    { status: isOutage ? 503 : 500, headers: NO_STORE },
  );
}

/**
 * All parameters of our paths are ids of rows.
 * @param params undefined for a path without any: so Next has it, whatever its types say
 * @throws AppError NOT_FOUND
 */
function requireIds(params: Record<string, string> | undefined): void {
  if (!Object.values(params ?? {}).every(isId)) throw new AppError('NOT_FOUND');
}

/**
 * The frame of route handlers for signed-in people: actor in, `{ error }` out with the status of its code. Ids that cannot
 * be ids and texts that cannot be stored are refused before the handler runs.
 */
export function route<P extends Record<string, string> = Record<never, never>>(handler: Handler<P>) {
  return async (request: Request, context: Context<P>): Promise<Response> => {
    try {
      const actor = await requireActor();
      const params = await context.params;
      requireIds(params);
      requireStorableFields(new URL(request.url).searchParams);
      return await handler({ request, params, actor });
    } catch (error) {
      if (isGone(request, error)) return new Response(null, { status: GONE });
      await recordRefusal(error);
      return errorResponse(error);
    }
  };
}

export function json(body: unknown): Response {
  return Response.json(body, { headers: NO_STORE });
}
