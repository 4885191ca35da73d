import { dateToSerial } from 'hucre';
import { readXlsx, type Cell, type CellValue, type Sheet } from 'hucre/xlsx';
import { markOf } from './cell-mark';
import { cellText } from './cell-text';
import { gridOf, SHEET_MAX_ROWS, type Grid, type GridCell } from './grid';

function cellOf(value: CellValue, details: Cell | undefined): GridCell {
  const text = cellText(value, details);
  const shown = details?.formulaResult ?? value;
  const format = details?.style?.numFmt ?? '';
  if (typeof shown === 'number') return { text, mark: markOf(shown, format, false) };
  if (!(shown instanceof Date) || Number.isNaN(shown.getTime())) return { text };
  return { text, mark: markOf(dateToSerial(shown), format, true) };
}

function toGrid(sheet: Sheet): Grid {
  const rows = sheet.rows.map((row, rowIndex) =>
    row.map((value, column) => cellOf(value, sheet.cells?.get(`${rowIndex},${column}`))),
  );
  const hiddenRows = [...(sheet.rowDefs ?? [])].flatMap(([row, { hidden }]) => (hidden ? [row + 1] : []));
  const hiddenColumns = (sheet.columns ?? []).flatMap(({ hidden }, column) => (hidden ? [column] : []));
  const merges = (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
    ...{ startRow, startColumn: startCol, endRow, endColumn: endCol },
  }));
  return gridOf(sheet.name, rows, { merges, hiddenRows, hiddenColumns });
}

/** The visible sheets of an XLSX or XLSM workbook. @throws Error for what is none, or damaged */
export async function readXlsxGrids(bytes: Buffer): Promise<Grid[]> {
  const { sheets } = await readXlsx(bytes, {
    readStyles: true,
    maxRows: SHEET_MAX_ROWS,
    sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden,
  });
  return sheets.map(toGrid);
}
