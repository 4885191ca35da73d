import 'server-only';

// On globalThis, since server actions and the worker are separate module instances of one process.
const holder: typeof globalThis & { suncodeBulkWaiting?: (() => void) | undefined } = globalThis;

/** @param wake what the worker of this process, if there is one, does when an action waits for it */
export function listenToBulks(wake: (() => void) | undefined): void {
  holder.suncodeBulkWaiting = wake;
}

/** Tells that an action has more to do than was done at once. Call it after the transaction. */
export function wakeBulks(): void {
  holder.suncodeBulkWaiting?.();
}
