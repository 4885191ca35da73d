import type { Instrumentation } from 'next';

/** A page's fault shows its digest as the request id; this is the log line that the id leads to. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { log } = await import('@/lib/log');
  const { actionCalls } = await import('@/lib/http/entered');
  const { currentRequestId, noteOutcome } = await import('@/lib/http/caller');
  const digest = typeof error === 'object' && error !== null && 'digest' in error ? error.digest : undefined;
  const requestId = currentRequestId();
  // Without the query: it may hold a set-up token.
  const path = request.path.split('?')[0];
  // Not one of our lines has run yet: it is about what was sent, and answered so (lib/http/front/action-door.ts).
  if (actionCalls().getStore()?.entered === false)
    return log().warn({ err: error, path, route: context.routePath }, 'the call of an action was refused');
  const shownId = typeof digest === 'string' ? digest : undefined;
  const { isPassing } = await import('@/lib/db/passing');
  noteOutcome({
    ...{ outcome: 'failed', isOutage: isPassing(error) },
    ...(shownId === undefined ? {} : { shownId }),
  });
  log().error({ err: error, requestId, shownId, path, route: context.routePath }, 'a page failed');
};
