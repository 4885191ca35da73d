import type { Instrumentation } from 'next';

/** A page's fault shows its digest as the request id; this is the log line that the id leads to. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { log } = await import('@/lib/log');
  const requestId =
    typeof error === 'object' && error !== null && 'digest' in error ? error.digest : undefined;
  // Without the query: it may hold a set-up token.
  const path = request.path.split('?')[0];
  log().error({ err: error, requestId, path, route: context.routePath }, 'a page failed');
};
