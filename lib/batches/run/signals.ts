import 'server-only';

/** What the worker of this process, if there is one, wants to know at once; a worker elsewhere sees it with its next look. */
export type BatchSignals = {
  /** Rows of the batch wait. */
  wake: (batchId: string) => void;
  /** It was paused or cancelled: no further call. */
  halt: (batchId: string) => void;
};

// On globalThis, since server actions and the worker are separate module instances of one process.
const holder: typeof globalThis & { suncodeBatchSignals?: BatchSignals | undefined } = globalThis;

export function listenToBatches(signals: BatchSignals | undefined): void {
  holder.suncodeBatchSignals = signals;
}

/** Tells that a batch was started, resumed or has rows to try again. Call it after the transaction. */
export function wakeBatch(batchId: string): void {
  holder.suncodeBatchSignals?.wake(batchId);
}

export function haltBatch(batchId: string): void {
  holder.suncodeBatchSignals?.halt(batchId);
}
