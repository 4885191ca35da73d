import { SingleBar } from 'cli-progress';

// What scripts read goes to stdout; what people read beside it goes to stderr, and a bar only where somebody sees it.

const isSeen = process.stderr.isTTY === true;

export const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** What was asked for: as JSON for scripts, as lines for people. */
export function print(value: unknown, lines: () => string[], isJson: boolean): void {
  const text = isJson ? JSON.stringify(value) : lines().join('\n');
  if (text !== '') process.stdout.write(`${text}\n`);
}

/** Columns as wide as their longest cell. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

export type Progress = { show: (done: number, total: number) => void; end: () => void };

/** @param isQuiet where JSON was asked for */
export function progress(what: string, isQuiet: boolean): Progress {
  if (!isSeen || isQuiet) return { show: () => undefined, end: () => undefined };
  const bar = new SingleBar({
    ...{ format: `${what} {bar} {value}/{total}`, stream: process.stderr, hideCursor: true },
    ...{ barCompleteChar: '█', barIncompleteChar: '░', clearOnComplete: true, stopOnComplete: false },
  });
  let isShown = false;
  return {
    show: (done, total) => {
      if (!isShown) bar.start(total, done);
      isShown = true;
      bar.setTotal(total);
      bar.update(done);
    },
    end: () => {
      if (isShown) bar.stop();
      isShown = false;
    },
  };
}
