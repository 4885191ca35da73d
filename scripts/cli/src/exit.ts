/** What the command ends with, for scripts; docs/command-line.md says each. */
export const EXIT = {
  done: 0,
  failed: 1,
  wrongUse: 2,
  refused: 3,
  notAllMade: 4,
  stopped: 5,
  interrupted: 130,
} as const;

type Exit = keyof typeof EXIT;

/** Ends the command with a sentence and a code. `problem` is what the server said. */
export class Ending extends Error {
  constructor(
    readonly exit: Exit,
    message: string,
    readonly problem?: object,
  ) {
    super(message);
  }
}

/**
 * The outcome of `work`, or a rejection once the signal says stop, whatever becomes of `work` then: a request that is given up
 * in the wrong moment may never end, and Node ends a process that waits for nothing else with code 13.
 * @param when calls what it is given, at once or later
 */
export function orAborted<T>(
  signal: AbortSignal,
  work: Promise<T>,
  when: (call: () => void) => void = (call) => call(),
): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    const stop = () => when(() => reject(signal.reason));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  return Promise.race([work, aborted]);
}
