import 'server-only';

// On globalThis, since the door of programs, Next's bundles and the worker are separate module instances of one process.
const holder: typeof globalThis & { suncodeAskedNow?: number } = globalThis;

/** How many programs read something, and wait for this process alone. */
export const askedNow = (): number => holder.suncodeAskedNow ?? 0;

/** Counts who waits for an answer, until it is there; it may be sent for longer. */
export async function whileAsked<T>(answer: () => Promise<T>): Promise<T> {
  holder.suncodeAskedNow = askedNow() + 1;
  try {
    return await answer();
  } finally {
    holder.suncodeAskedNow = askedNow() - 1;
  }
}
