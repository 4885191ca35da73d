import { isAppError } from '@/lib/errors';
import { readXlsx, type Sheet } from 'hucre/xlsx';
import { TABLE_MAX_ROWS } from '@/lib/batches/limits';
import { refusal } from './refuse';
import type { TableRow } from './table';
import { cellText } from './xlsx-cell';
import { isUnpackable } from './zip-size';

/** Rows of a sheet that are looked at, empty ones included; a formatted sheet may have a million. */
const SHEET_MAX_ROWS = TABLE_MAX_ROWS + 10_000;

export type WorkbookRows = { rows: TableRow[]; sheet: string; sheets: string[] };

function isEmpty(sheet: Sheet): boolean {
  return !sheet.rows.some((row) => row.some((value) => value !== null && value !== ''));
}

/** A merged cell says the same for every row and column that it covers. */
function spreadMerges(rows: string[][], sheet: Sheet): void {
  for (const { startRow, startCol, endRow, endCol } of sheet.merges ?? []) {
    const text = rows[startRow]?.[startCol] ?? '';
    for (const row of rows.slice(startRow, endRow + 1))
      for (let column = startCol; column <= endCol && column < row.length; column += 1) row[column] = text;
  }
}

function rowsOf(sheet: Sheet): TableRow[] {
  const rows = sheet.rows.map((row, rowIndex) =>
    row.map((value, column) => cellText(value, sheet.cells?.get(`${rowIndex},${column}`))),
  );
  spreadMerges(rows, sheet);
  return rows.map((cells, index) => ({ line: index + 1, cells }));
}

/** Names of the visible sheets, and the content of the one that is asked for. */
async function readSheet(bytes: Buffer, wanted: (name: string, visible: number) => boolean) {
  const sheets: string[] = [];
  const workbook = await readXlsx(bytes, {
    readStyles: true,
    maxRows: SHEET_MAX_ROWS,
    sheets: ({ name, hidden, veryHidden }) => {
      if (hidden || veryHidden) return false;
      sheets.push(name);
      return wanted(name, sheets.length - 1);
    },
  });
  return { sheets, sheet: workbook.sheets[0] };
}

async function firstFilled(bytes: Buffer): Promise<{ sheets: string[]; sheet: Sheet }> {
  for (let at = 0; ; at += 1) {
    const { sheets, sheet } = await readSheet(bytes, (_, index) => index === at);
    if (!sheet) throw refusal('file', 'sheetsEmpty', { count: sheets.length });
    if (!isEmpty(sheet)) return { sheets, sheet };
  }
}

async function chosen(bytes: Buffer, name: string): Promise<{ sheets: string[]; sheet: Sheet }> {
  const { sheets, sheet } = await readSheet(bytes, (candidate) => candidate === name);
  if (!sheet) throw refusal('sheet', 'sheetMissing', { sheet: name });
  return { sheets, sheet };
}

/** What is no workbook, or a damaged one, is the same to a person: it has to be saved again. */
async function unlessBroken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isAppError(error)) throw error;
    throw refusal('file', 'fileBroken');
  }
}

/**
 * Rows of one sheet of an XLSX workbook: the one that is named, else the first visible one that is not empty.
 * @throws AppError INVALID_INPUT (fileBroken, fileUnpacked, sheetMissing, sheetsEmpty)
 */
export async function readWorkbook(bytes: Buffer, sheetName: string | undefined): Promise<WorkbookRows> {
  return unlessBroken(async () => {
    if (!(await isUnpackable(bytes))) throw refusal('file', 'fileUnpacked');
    const { sheets, sheet } =
      sheetName === undefined ? await firstFilled(bytes) : await chosen(bytes, sheetName);
    return { rows: rowsOf(sheet), sheet: sheet.name, sheets };
  });
}
