import { AsyncLocalStorage } from 'node:async_hooks';

/** Who a request comes from, for whatever it leads to. */
export type Caller = { address: string };

// On globalThis, since Next's bundles and the server in front of them are separate module instances of one process.
const holder: typeof globalThis & { suncodeCallers?: AsyncLocalStorage<Caller> } = globalThis;

export function callers(): AsyncLocalStorage<Caller> {
  return (holder.suncodeCallers ??= new AsyncLocalStorage());
}

/** The address of the client whose request is being answered; null outside of any. */
export function callerAddress(): string | null {
  return callers().getStore()?.address ?? null;
}
