/** What only the reader of a workbook knows of a cell: a number of more than 15 digits, a day, a day without a year. */
export type CellMark = 'rounded' | 'date' | 'shortDate';

/** A row before it is known what it is: title, header, data, total. */
export type RawRow = {
  line: number;
  cells: string[];
  /** By the position of the cell. */
  marks?: Map<number, CellMark>;
};

/** The texts of a row that are not empty. */
export function filledCells({ cells }: Pick<RawRow, 'cells'>): string[] {
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
}
