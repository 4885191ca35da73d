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
