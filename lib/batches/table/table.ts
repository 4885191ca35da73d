import type { DelimiterName, TextEncoding } from '@/lib/batches/limits';

/**
 * What can have happened to a cell before it came here: a spreadsheet keeps 15 digits of a number (`rounded`) or writes it
 * as `1.2E+17` (`exponent`), takes `5-1` for a day (`date`), fails at a formula (`error`); a wrong encoding destroys
 * characters (`garbled`).
 */
export const DAMAGES = ['rounded', 'exponent', 'date', 'error', 'garbled'] as const;
export type Damage = (typeof DAMAGES)[number];

/** A row as it was read: every cell is text, and there are as many as the table has columns. */
export type TableRow = {
  /** Line in the file, or row in the sheet, where it began; what a person finds in their spreadsheet. */
  line: number;
  cells: string[];
  /** By the position of the cell; left out of a row in which nothing is damaged. */
  damage?: Record<number, Damage>;
  /** Cells that a person edited, by position, as they were read; left out of a row in which none was. */
  edited?: Record<number, ReadCell>;
  /** A person added it; its `line` goes on after the last one. */
  added?: true;
};

/** A cell as it was read. */
export type ReadCell = { text: string; damage?: Damage };

/** What people changed in a table since it was read: cells that differ and rows that are gone; steps to undo and redo. */
export type TableEdits = { cells: number; removed: number; undo: number; redo: number };
export const NO_EDITS: TableEdits = { cells: 0, removed: 0, undo: 0, redo: 0 };

/** `columns` are unique names; without a header row they are A, B, C … as a spreadsheet calls them. */
export type Table = { columns: string[]; rows: TableRow[] };

export type DraftColumn = {
  name: string;
  /** The first few values that are not empty, each once. */
  samples: string[];
  /** Rows in which it is empty. */
  empty: number;
};

/**
 * Rows that look like data and are none: hints under the header that tell what to fill in, totals, notes under the table
 * and between its parts, titles and headers that are repeated on each printed page.
 */
export const LEFT_OUT = ['hints', 'totals', 'notes', 'repeatedHeader'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/**
 * What a person should know about a table. Beside damaged cells and rows that were left out: characters that nobody sees
 * and marks that only keep digits (`="007"`, `'007`), both taken off; rows and columns that the spreadsheet hides, which
 * are read; names that stood in the first column, so that the table was turned.
 */
export type FindingKind =
  | Damage
  | LeftOut
  | 'invisible'
  | 'textMark'
  | 'hiddenRows'
  | 'hiddenColumns'
  | 'sideways';
export type Finding = {
  kind: FindingKind;
  /** Cells for damage and what was taken off, columns for `hiddenColumns`, else rows. */
  count: number;
  firstLine: number;
  /** Names of the columns concerned, in the order of the table; empty where whole rows are. */
  columns: string[];
  /** The first of them, as it stands in the table. */
  sample: string;
};

/** A number series: `count` times prefix + number + suffix, from `start` in steps of `step`, zero-padded to `pad` digits. */
export type Series = {
  /** The column that it fills. */
  name: string;
  prefix: string;
  start: number;
  count: number;
  step: number;
  pad: number;
  suffix: string;
};

/** What a person may say about a file or pasted rows when the first reading guessed wrong; left out, it is guessed. */
export type ReadOptions = {
  /** Line of the row that names the columns; null: there is none, and every row is data. */
  headerRow?: number | null | undefined;
  /** Names of columns that are looked for: the row that holds them is the header, when there is one. */
  headerNames?: string[] | undefined;
  encoding?: TextEncoding | undefined;
  delimiter?: DelimiterName | undefined;
  sheet?: string | undefined;
  /** Kinds of rows that are data, although they look like none. */
  kept?: LeftOut[] | undefined;
  /** Rows that the sheet hides are left out. */
  skipHidden?: boolean | undefined;
  /** Whether names stand in the first column, so that each further column is a row. */
  isTurned?: boolean | undefined;
};
export type PasteOptions = Omit<ReadOptions, 'encoding' | 'sheet' | 'skipHidden'>;

/** `text` is a workbook written as text: DIF, SYLK. */
export type TableFormat = 'csv' | 'xlsx' | 'xlsb' | 'xls' | 'ods' | 'xml' | 'html' | 'text';

/** Null for a draft that was read before sizes were kept. */
export type SheetSize = { name: string; rows: number | null; columns: number | null };

/** How the file begins when it is read in this encoding. */
export type EncodingSample = { encoding: TextEncoding; cells: string[] };

/** How rows became a table. */
export type Reading = {
  /** Line of the row that names the columns, null when there is none. */
  headerRow: number | null;
  /** The rows above the header that are no data, at most 30 of them; `aboveCount` are all. */
  above: TableRow[];
  aboveCount: number;
  /** The rows under the header that tell what to fill in, when there are any and they were left out. */
  hints?: TableRow[];
  /** What a person decided. */
  asked: ReadOptions;
  /** One of our own error lists come back: its reason columns were left out. */
  isErrorList: boolean;
};

/** How a table was read; what a person may want to read differently. */
export type TableOrigin =
  | ({
      kind: 'file';
      fileName: string;
      format: TableFormat;
      /** Text files only. */
      encoding?: TextEncoding;
      delimiter?: DelimiterName;
      /** Only when several encodings fit: each with the first cells beyond ASCII, the one that was taken first. */
      doubt?: EncodingSample[];
      /** Workbooks only: the sheet that was read, and all that are visible. */
      sheet?: string;
      sheets?: SheetSize[];
    } & Reading)
  | ({ kind: 'paste'; delimiter: DelimiterName } & Reading)
  | { kind: 'sequence'; series: Series[] }
  | { kind: 'rows' };

/** Origins that can be read in another way than they were. */
export type ReadOrigin = Extract<TableOrigin, Reading>;
export const isRead = (origin: TableOrigin): origin is ReadOrigin => 'asked' in origin;

export type ReadTable = {
  table: Table;
  origin: TableOrigin;
  findings: Finding[];
  /** Left out: it is as it was read. */
  edits?: TableEdits | undefined;
};
