/**
 * Why an action brought no answer of ours. `origin`: the server takes the page for another site's; `update`: the page is
 * from before an update; `offline`: the browser says so; `unreachable`: the request did not get through; `foreign`:
 * something else than Suncode answered; `fault`: it broke on the server.
 */
export type ActionFailure =
  | { kind: 'origin'; origin: string; host: string; appUrl: string | null }
  | { kind: 'update' | 'offline' | 'unreachable' | 'foreign' }
  | { kind: 'fault'; requestId: string };

/** What `lib/http/origin-gate.ts` answers; Next throws the text of such an answer. */
function originRefusal(message: string): ActionFailure | null {
  if (!message.startsWith('{')) return null;
  try {
    const { code, origin, host, appUrl } = JSON.parse(message);
    return code === 'ORIGIN_REFUSED' ? { kind: 'origin', origin, host, appUrl } : null;
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
  if ('digest' in error && typeof error.digest === 'string')
    return { kind: 'fault', requestId: error.digest };
  // fetch rejects with a TypeError when there was no answer at all.
  if (error instanceof TypeError) return { kind: 'unreachable' };
  return originRefusal(error.message) ?? { kind: 'foreign' };
}
