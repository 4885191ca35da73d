import 'server-only';
import { getJson, historyKey, putJson } from '@/lib/batches/table/stored-table';
import type { Step } from './steps';

/** One press of undo: steps in the order in which they are to be taken. */
export type Entry = Step[];

/** The newest last. `changeId` is of the change that made this version. */
export type History = { undo: Entry[]; redo: Entry[]; changeId?: string | undefined };

/** Beside the newest step, which is kept whatever its size. */
const MAX_ENTRIES = 200;
const MAX_CHARS = 5_000_000;
/** What a cell takes beside its text. */
const CELL_CHARS = 8;

/** @returns nothing to undo for a table that was not edited yet */
export async function loadHistory(tableKey: string): Promise<History> {
  return (await getJson<History>(historyKey(tableKey))) ?? { undo: [], redo: [] };
}

export async function storeHistory(tableKey: string, history: History): Promise<void> {
  await putJson(historyKey(tableKey), history);
}

function charsOf(entry: Entry): number {
  const ofCells = (sum: number, cells: string[]) =>
    cells.reduce((of, { length }) => of + length + CELL_CHARS, sum);
  return entry.reduce(
    (sum, step) =>
      step.kind === 'cut'
        ? sum + step.rows.length * CELL_CHARS
        : step.rows.reduce((of, [, { cells }]) => ofCells(of, cells), sum),
    0,
  );
}

/** The oldest ones are forgotten when there are too many. */
export function shortened(entries: Entry[]): Entry[] {
  let left = MAX_CHARS;
  const from = entries.slice(-MAX_ENTRIES).toReversed();
  const kept = from.findIndex((entry, index) => {
    left -= charsOf(entry);
    return index > 0 && left < 0;
  });
  return (kept === -1 ? from : from.slice(0, kept)).toReversed();
}
