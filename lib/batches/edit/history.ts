import 'server-only';
import { getJson, historyKey, putJson } from '@/lib/batches/table/stored-table';
import type { Step } from './steps';

/** One press of undo: steps in the order in which they are to be taken. */
export type Entry = Step[];

/** The newest last. */
export type History = { undo: Entry[]; redo: Entry[] };

/** Beside the newest step, which is kept whatever its size. */
const MAX_ENTRIES = 200;
const MAX_CELLS = 300_000;

/** @returns nothing to undo for a table that was not edited yet */
export async function loadHistory(tableKey: string): Promise<History> {
  return (await getJson<History>(historyKey(tableKey))) ?? { undo: [], redo: [] };
}

export async function storeHistory(tableKey: string, history: History): Promise<void> {
  await putJson(historyKey(tableKey), history);
}

function cellsOf(entry: Entry): number {
  return entry.reduce(
    (sum, step) =>
      sum +
      (step.kind === 'cut' ? step.rows.length : step.rows.reduce((of, [, row]) => of + row.cells.length, 0)),
    0,
  );
}

/** The oldest ones are forgotten when there are too many. */
export function shortened(entries: Entry[]): Entry[] {
  let left = MAX_CELLS;
  const from = entries.slice(-MAX_ENTRIES).toReversed();
  const kept = from.findIndex((entry, index) => {
    left -= cellsOf(entry);
    return index > 0 && left < 0;
  });
  return (kept === -1 ? from : from.slice(0, kept)).toReversed();
}
