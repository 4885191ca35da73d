import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

/** Who a request comes from, for whatever it leads to, and what is known of it by its end. */
export type Caller = {
  address: string;
  requestId: string;
  /** What became of an action, whose answer has the status 200 whatever it says. */
  outcome?: 'refused' | 'failed';
  /** Another id that the person was shown, of a page that failed: the digest that React makes. */
  shownId?: string;
  /** The page failed because the database is out of order. */
  isOutage?: boolean;
};

// On globalThis, since Next's bundles and the server in front of them are separate module instances of one process.
const holder: typeof globalThis & { suncodeCallers?: AsyncLocalStorage<Caller> } = globalThis;

export function callers(): AsyncLocalStorage<Caller> {
  return (holder.suncodeCallers ??= new AsyncLocalStorage());
}

/** The address of the client whose request is being answered; null outside of any. */
export function callerAddress(): string | null {
  return callers().getStore()?.address ?? null;
}

/** The id of the request that is being answered, as its line in the log has it. */
export function currentRequestId(): string {
  return callers().getStore()?.requestId ?? randomUUID();
}

/** Writes down what the head of the answer will not tell. */
export function noteOutcome(outcome: Pick<Caller, 'outcome' | 'shownId' | 'isOutage'>): void {
  Object.assign(callers().getStore() ?? {}, outcome);
}
