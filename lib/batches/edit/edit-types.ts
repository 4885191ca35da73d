import type { RowVerdict } from '@/lib/db/generated/enums';
import type { FieldIssue } from '@/lib/errors';
import type { TableEdits, TableRow } from '@/lib/batches/table/table';

// Rows and columns are positions in the table as it is now, from 0.

/** Both ends included. */
export type CellRange = { top: number; bottom: number; left: number; right: number };

export type CellSearch = { text: string; matchCase: boolean; wholeCell: boolean };

/**
 * One change of a table. `put` writes a block from its upper left cell on; `fill` writes `text` into every cell, or, when
 * there is none, what stands in the first row of the range; `replace` is over the whole table without a range; `add` puts
 * empty rows after the last one.
 */
export type TableEdit =
  | { kind: 'put'; top: number; left: number; cells: string[][]; isPasted?: boolean | undefined }
  | { kind: 'fill'; range: CellRange; text?: string | undefined }
  | { kind: 'replace'; search: CellSearch; text: string; range?: CellRange | undefined }
  | { kind: 'remove'; top: number; bottom: number }
  | { kind: 'add'; rows: number };

export type EditDraftInput = {
  batchId: string;
  /** The version of the table that the positions are of. */
  version: string;
  edits: TableEdit[];
  /** Further parts of what was changed last: one undo takes all of them back. */
  isContinued?: boolean | undefined;
  changeId?: ChangeId;
};

/** Random, the same when a change is sent once more because no answer came: it is made once. */
type ChangeId = string | undefined;

export type UndoInput = { batchId: string; version: string; way: 'undo' | 'redo'; changeId?: ChangeId };

export type EditedTable = {
  version: string;
  rowCount: number;
  edits: TableEdits;
  /** Cells that have another text now, or rows that went or came back. */
  changed: number;
  /** The first row concerned; null when nothing changed. */
  firstRow: number | null;
};

/** `verdict` is null until the table was judged as it is now. */
export type GridRow = TableRow & { verdict: RowVerdict | null; issues: FieldIssue[] };

export type GridPage = { version: string; from: number; rowCount: number; rows: GridRow[] };

/** Null when there is none. `matches` are all cells that fit. */
export type FoundCell = { row: number; column: number; matches: number } | null;
