/**
 * Why an action brought no answer of ours. `origin`: the server takes the page for another site's; `update`: the page is
 * from before an update; `offline`: the browser says so; `unreachable`: the request did not get through; `foreign`:
 * something else than Suncode answered; `refused`: it was refused before it reached the action; `fault`: it broke on the
 * server; `unloaded`: a script that the page needs for it did not come.
 */
export type ActionFailure =
  | { kind: 'origin'; origin: string; host: string; appUrl: string | null }
  | { kind: 'update' | 'offline' | 'unreachable' | 'foreign' | 'unloaded' }
  | { kind: 'refused'; message: string }
  | { kind: 'fault'; requestId: string };

/** What `lib/http/origin/origin-gate.ts` and `lib/http/refusal.ts` answer; Next throws the text of such an answer. */
function refusalIn(message: string): ActionFailure | null {
  if (!message.startsWith('{')) return null;
  try {
    const { code, origin, host, appUrl, error } = JSON.parse(message);
    if (code === 'ORIGIN_REFUSED') return { kind: 'origin', origin, host, appUrl };
    return typeof error?.message === 'string' ? { kind: 'refused', message: error.message } : null;
  } catch {
    return null;
  }
}

/** Tells apart what was seen, by what Next's client and the browser throw. @param online `navigator.onLine` */
export function failureOf(error: unknown, online: boolean): ActionFailure {
  if (!online) return { kind: 'offline' };
  if (!(error instanceof Error)) return { kind: 'foreign' };
  // The build that answers has no such action.
  if (error.name === 'UnrecognizedActionError') return { kind: 'update' };
  if (error.name === 'ChunkLoadError') return { kind: 'unloaded' };
  if ('digest' in error && typeof error.digest === 'string')
    return { kind: 'fault', requestId: error.digest };
  // fetch rejects with a TypeError when there was no answer at all.
  if (error instanceof TypeError) return { kind: 'unreachable' };
  return refusalIn(error.message) ?? { kind: 'foreign' };
}
