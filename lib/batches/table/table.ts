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
};

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
 * What a person should know about a table. Beside damaged cells: characters that nobody sees and that were taken off, rows
 * of totals, notes under the table, headers that are repeated on each printed page, rows that the spreadsheet hides.
 */
export type FindingKind = Damage | 'invisible' | 'totals' | 'notes' | 'repeatedHeader' | 'hiddenRows';
export type Finding = {
  kind: FindingKind;
  /** Cells for damage and invisible characters, else rows. */
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
  /** Rows of totals are data, too. */
  keepTotals?: boolean | undefined;
};
export type PasteOptions = Omit<ReadOptions, 'encoding' | 'sheet'>;

export type TableFormat = 'csv' | 'xlsx' | 'xlsb' | 'xls' | 'ods' | 'xml' | 'html';

/** Null for a draft that was read before sizes were kept. */
export type SheetSize = { name: string; rows: number | null; columns: number | null };

/** How the file begins when it is read in this encoding. */
export type EncodingSample = { encoding: TextEncoding; cells: string[] };

/** How rows became a table. */
export type Reading = {
  /** Line of the row that names the columns, null when there is none. */
  headerRow: number | null;
  /** The rows above the header that are no data, at most 20 of them; `aboveCount` are all. */
  above: TableRow[];
  aboveCount: number;
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
  | { kind: 'sequence'; series: Series[] };

export type ReadTable = { table: Table; origin: TableOrigin; findings: Finding[] };
