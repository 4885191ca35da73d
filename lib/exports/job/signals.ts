import 'server-only';

// On globalThis, since server actions and the worker are separate module instances of one process.
const holder: typeof globalThis & { suncodeExportWaiting?: (() => void) | undefined } = globalThis;

/** @param wake what the worker of this process, if there is one, does when an export waits for it */
export function listenToExports(wake: (() => void) | undefined): void {
  holder.suncodeExportWaiting = wake;
}

/** Tells that an export waits to be made. Call it after the transaction. */
export function wakeExports(): void {
  holder.suncodeExportWaiting?.();
}
