import { Parser } from 'htmlparser2';
import { TABLE_MAX_COLUMNS } from '@/lib/batches/limits';
import { refusal } from '@/lib/batches/table/refuse';
import { gridOf, SHEET_MAX_ROWS, type Grid, type GridCell } from './grid';

/** The parser's time grows with the square of the depth; what systems export is some tens deep. */
const DEPTH_MAX = 2_000;

type OpenTable = {
  name: string;
  rows: GridCell[][];
  /** Cells of rows above that reach down: by column, the text and for how many rows more. */
  reaching: Map<number, { text: string; rows: number }>;
  text: string;
  cell: { columns: number; rows: number } | null;
  inCaption: boolean;
};

const open = (name: string): OpenTable => ({
  ...{ name, rows: [], reaching: new Map(), text: '', cell: null, inCaption: false },
});

function spanOf(value: string | undefined, max: number): number {
  const number = Number.parseInt(value ?? '', 10);
  return Number.isNaN(number) ? 1 : Math.min(Math.max(number, 1), max);
}

/** Puts down what cells of rows above say for this column. @returns whether there was one */
function fillFromAbove(table: OpenTable, row: GridCell[]): boolean {
  const column = row.length;
  const above = table.reaching.get(column);
  if (!above) return false;
  row.push({ text: above.text });
  if (above.rows > 1) table.reaching.set(column, { text: above.text, rows: above.rows - 1 });
  else table.reaching.delete(column);
  return true;
}

/** A page's white space is one space; what a line break makes of it is a line end. */
const textOf = (text: string) =>
  text
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(/ ?\u2028 ?/g, '\n')
    .trim();

function closeCell(table: OpenTable): void {
  const row = table.rows.at(-1);
  const { cell } = table;
  table.cell = null;
  if (!row || !cell) return;
  while (row.length < TABLE_MAX_COLUMNS && fillFromAbove(table, row));
  const text = textOf(table.text);
  for (let column = 0; column < cell.columns; column += 1) {
    if (cell.rows > 1) table.reaching.set(row.length, { text, rows: cell.rows - 1 });
    row.push({ text });
  }
}

function closeRow(table: OpenTable): void {
  if (table.cell) closeCell(table);
  const row = table.rows.at(-1);
  while (row && row.length < TABLE_MAX_COLUMNS && fillFromAbove(table, row));
}

/** Reads tables as they stream by; nothing is built of the page but the texts of its cells. */
class TableReader {
  readonly tables: OpenTable[] = [];
  private readonly openTables: OpenTable[] = [];
  private silent = 0;
  private depth = 0;

  private get table(): OpenTable | undefined {
    return this.openTables.at(-1);
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    this.depth += 1;
    if (this.depth > DEPTH_MAX) throw refusal('file', 'fileHeavy');
    if (name === 'style' || name === 'script') this.silent += 1;
    if (name === 'table') this.openTable();
    else if (this.table) this.openPart(this.table, name, attributes);
  }

  private openTable(): void {
    const table = open(String(this.tables.length + 1));
    this.tables.push(table);
    this.openTables.push(table);
  }

  private openPart(table: OpenTable, name: string, attributes: Record<string, string>): void {
    if (name === 'tr') {
      closeRow(table);
      if (table.rows.length < SHEET_MAX_ROWS) table.rows.push([]);
    } else if (name === 'td' || name === 'th') this.openCell(table, attributes);
    else if (name === 'br') table.text += '\u2028';
    else if (name === 'caption') Object.assign(table, { inCaption: true, text: '' });
  }

  private openCell(table: OpenTable, { colspan, rowspan }: Record<string, string>): void {
    if (table.cell) closeCell(table);
    if (table.rows.length === 0) table.rows.push([]);
    table.cell = { columns: spanOf(colspan, TABLE_MAX_COLUMNS), rows: spanOf(rowspan, SHEET_MAX_ROWS) };
    table.text = '';
  }

  ontext(text: string): void {
    const { table } = this;
    if (table && this.silent === 0 && (table.cell || table.inCaption)) table.text += text;
  }

  onclosetag(name: string): void {
    this.depth -= 1;
    if (name === 'style' || name === 'script') this.silent -= 1;
    const { table } = this;
    if (!table) return;
    if (name === 'td' || name === 'th') closeCell(table);
    else if (name === 'tr') closeRow(table);
    else if (name === 'caption')
      Object.assign(table, { inCaption: false, name: textOf(table.text) || table.name });
    else if (name === 'table') {
      closeRow(table);
      this.openTables.pop();
    }
  }
}

/** The tables of a web page, cells as texts: `007` stays `007`. A table inside another one is one of its own. */
export function readHtmlGrids(html: string): Grid[] {
  const reader = new TableReader();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.onopentag(name, attributes),
      ontext: (text) => reader.ontext(text),
      onclosetag: (name) => reader.onclosetag(name),
    },
    { decodeEntities: true },
  );
  parser.end(html);
  const names = new Set<string>();
  return reader.tables.map(({ name, rows }, index) => {
    const unique = names.has(name) ? `${name} (${index + 1})` : name;
    names.add(unique);
    return gridOf(unique, rows, {});
  });
}
