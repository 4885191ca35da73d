import type { DelimiterName, TextEncoding } from '@/lib/batches/limits';

/** A row as it was read: every cell is text, and there are as many as the table has columns. */
export type TableRow = {
  /** Line in the file, or row in the sheet, where it began; what a person finds in their spreadsheet. */
  line: number;
  cells: string[];
};

/** `columns` are unique names; without a header row they are A, B, C … as a spreadsheet calls them. */
export type Table = { columns: string[]; rows: TableRow[] };

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

/** How a table was read; what a person may want to read differently. */
export type TableOrigin =
  | {
      kind: 'file';
      fileName: string;
      format: 'csv' | 'xlsx';
      hasHeader: boolean;
      /** CSV only. */
      encoding?: TextEncoding;
      delimiter?: DelimiterName;
      /** XLSX only: the sheet that was read, and all there are. */
      sheet?: string;
      sheets?: string[];
      /** One of our own error lists come back: its reason columns were left out. */
      isErrorList: boolean;
    }
  | { kind: 'paste'; hasHeader: boolean; isErrorList: boolean }
  | { kind: 'sequence'; series: Series[] };

export type ReadTable = { table: Table; origin: TableOrigin };

/** What a person may say about a file or pasted rows when the first reading guessed wrong; left out, it is guessed. */
export type ReadOptions = {
  hasHeader?: boolean | undefined;
  encoding?: TextEncoding | undefined;
  delimiter?: DelimiterName | undefined;
  sheet?: string | undefined;
};
