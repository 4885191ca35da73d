import { read, SSF, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { formatNumber } from './cell-text';
import { markOf } from './cell-mark';
import { gridOf, SHEET_MAX_ROWS, type Grid, type GridCell } from './grid';

/** Error codes of a cell as the file formats number them. */
const ERRORS: Record<number, string> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

const two = (number: number) => String(number).padStart(2, '0');

/** `2026-01-05`, `2026-01-05 09:30` or, below one day, the time alone. */
function dateText(serial: number, format: string, date1904: boolean): string {
  if (/\[h+\]/i.test(format)) return SSF.format(format, serial);
  const { y, m, d, H, M, S } = SSF.parse_date_code(serial, { date1904 });
  const clock = `${two(H)}:${two(M)}${S > 0 ? `:${two(Math.floor(S))}` : ''}`;
  if (serial < 1) return clock;
  const day = `${y}-${two(m)}-${two(d)}`;
  return H + M + Math.floor(S) === 0 ? day : `${day} ${clock}`;
}

function numberCell(value: number, format: string, date1904: boolean): GridCell {
  const isDate = format !== '' && SSF.is_date(format);
  const mark = markOf(value, format, isDate);
  return { text: isDate ? dateText(value, format, date1904) : formatNumber(value, format), mark };
}

function errorText({ v, w }: CellObject): string {
  return w || (typeof v === 'number' ? ERRORS[v] : undefined) || '#VALUE!';
}

function cellOf(cell: CellObject | undefined, date1904: boolean): GridCell {
  if (!cell) return { text: '' };
  const { t, v, z } = cell;
  if (t === 'e') return { text: errorText(cell) };
  if (typeof v === 'boolean') return { text: v ? 'TRUE' : 'FALSE' };
  if (typeof v === 'number') return numberCell(v, z === undefined ? '' : String(z), date1904);
  return { text: typeof v === 'string' ? v : '' };
}

/** The rows of a sheet from its first line on, wherever its content begins. */
function rowsOf(sheet: WorkSheet, date1904: boolean): GridCell[][] {
  const data: (CellObject | undefined)[][] = sheet['!data'] ?? [];
  const width = data.reduce((most, row) => Math.max(most, row?.length ?? 0), 0);
  return Array.from({ length: Math.min(data.length, SHEET_MAX_ROWS) }, (_, row) =>
    Array.from({ length: width }, (__, column) => cellOf(data[row]?.[column], date1904)),
  );
}

function toGrid(book: WorkBook, name: string): Grid[] {
  const sheet = book.Sheets[name];
  if (!sheet) return [];
  const hiddenRows = (sheet['!rows'] ?? []).flatMap((row, index) => (row?.hidden ? [index + 1] : []));
  const hiddenColumns = (sheet['!cols'] ?? []).flatMap((one, column) => (one?.hidden ? [column] : []));
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    ...{ startRow: s.r, startColumn: s.c, endRow: e.r, endColumn: e.c },
  }));
  const rows = rowsOf(sheet, book.Workbook?.WBProps?.date1904 ?? false);
  return [gridOf(name, rows, { merges, hiddenRows, hiddenColumns })];
}

/**
 * The visible sheets of a workbook that is not XLSX: BIFF (.xls of any age, .et), XLSB, OpenDocument, SpreadsheetML 2003.
 * DIF and SYLK, which are text without a word about their encoding, come decoded.
 * @throws Error for what is none, or damaged, or has a password
 */
export function readOtherGrids(content: Buffer | string): Grid[] {
  const book = read(content, {
    ...{ type: typeof content === 'string' ? 'binary' : 'buffer', raw: true },
    ...{ dense: true, cellNF: true, cellStyles: true, cellHTML: false, sheetRows: SHEET_MAX_ROWS },
  });
  const isHidden = (index: number) => (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0;
  return book.SheetNames.flatMap((name, index) => (isHidden(index) ? [] : toGrid(book, name)));
}
