import { CELL_MAX_CHARS, TABLE_MAX_ROWS } from '@/lib/batches/limits';
import { cleanCell, withoutTextMark } from '@/lib/batches/table/cells/clean-cell';
import { damagedCells } from '@/lib/batches/table/cells/damage';
import { refusal } from '@/lib/batches/table/refuse';
import type { Damage, ReadCell, Table, TableRow } from '@/lib/batches/table/table';
import { AppError } from '@/lib/errors';
import { replacerOf } from './cell-search';
import type { CellRange, TableEdit } from './edit-types';
import type { Step } from './steps';

/** A record with another value under a key, or without it; undefined once it is empty. */
function withKey<T>(record: Record<number, T> | undefined, key: number, value: T | undefined) {
  const { [key]: _before, ...others } = record ?? {};
  const after: Record<number, T> = value === undefined ? others : { ...others, [key]: value };
  return Object.keys(after).length > 0 ? after : undefined;
}

function readCell({ cells, damage, edited }: TableRow, column: number): ReadCell {
  const now = damage?.[column];
  return edited?.[column] ?? { text: cells[column] ?? '', ...(now && { damage: now }) };
}

/** A row with another text in one cell. A cell that says again what was read is as it was read. */
function withCell(row: TableRow, column: number, cell: ReadCell): TableRow {
  const was = readCell(row, column);
  const isBack = cell.text === was.text;
  const damage = withKey(row.damage, column, isBack ? was.damage : cell.damage);
  const edited = withKey(row.edited, column, isBack ? undefined : was);
  const { line, cells, added } = row;
  const marks = { ...(damage && { damage }), ...(edited && { edited }), ...(added && { added }) };
  return { line, cells: cells.with(column, cell.text), ...marks };
}

type Change = { column: number; cell: ReadCell };

/** @throws AppError INVALID_INPUT (cellTooLong), with the line of the file and the number of the column */
function requireFitting({ line }: TableRow, { column, cell }: Change): void {
  const [max, actual] = [CELL_MAX_CHARS, cell.text.length];
  if (actual > max) throw refusal('text', 'cellTooLong', { line, column: column + 1, max, actual });
}

/**
 * Rows that come out otherwise, and how many cells of them.
 * @throws AppError INVALID_INPUT when a text is too long
 */
function putStep(table: Table, rows: [number, Change[]][]): { step: Step; changed: number } {
  const put: [number, TableRow][] = [];
  let changed = 0;
  for (const [at, changes] of rows) {
    const before = table.rows[at];
    if (!before) continue;
    const real = changes.filter(({ column, cell }) => before.cells[column] !== cell.text);
    if (real.length === 0) continue;
    for (const change of real) requireFitting(before, change);
    changed += real.length;
    put.push([at, real.reduce((row, { column, cell }) => withCell(row, column, cell), before)]);
  }
  return { step: { kind: 'put', rows: put }, changed };
}

function requireInside({ rows, columns }: Table, { top, bottom, left, right }: CellRange): void {
  const isInside = top <= bottom && left <= right && bottom < rows.length && right < columns.length;
  if (!isInside) throw new AppError('INVALID_INPUT');
}

type Put = Extract<TableEdit, { kind: 'put' }>;

/** What a spreadsheet did to the texts of a block, by row and column of it; nothing to what somebody typed. */
function damageIn(cells: string[][], table: Table, { left, isPasted }: Put): Map<number, Damage>[] {
  const width = Math.max(...cells.map(({ length }) => length));
  if (!isPasted) return Array.from({ length: width }, () => new Map());
  const rows = cells.map((texts, line) => ({ line, cells: texts }));
  return Array.from({ length: width }, (_, column) =>
    damagedCells(rows, { column, name: table.columns[left + column] ?? '', isTyped: false }),
  );
}

function stepOfPut(table: Table, edit: Put) {
  const { top, left, isPasted } = edit;
  const cells = edit.cells.map((texts) =>
    texts.map((text) => cleanCell(isPasted ? withoutTextMark(text) : text)),
  );
  const right = left + Math.max(1, ...cells.map(({ length }) => length)) - 1;
  requireInside(table, { top, left, right, bottom: top + cells.length - 1 });
  const damage = damageIn(cells, table, edit);
  const rows = cells.map((texts, row): [number, Change[]] => [
    top + row,
    texts.map((text, column) => {
      const kind = damage[column]?.get(row);
      return { column: left + column, cell: { text, ...(kind && { damage: kind }) } };
    }),
  ]);
  return putStep(table, rows);
}

const positions = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** What stands in the first row of the range keeps its damage where it is repeated. */
function stepOfFill(table: Table, { range, text }: Extract<TableEdit, { kind: 'fill' }>) {
  requireInside(table, range);
  const first = table.rows[range.top];
  const changes = positions(range.left, range.right).map((column): Change => {
    const damage = first?.damage?.[column];
    const copied = { text: first?.cells[column] ?? '', ...(damage && { damage }) };
    return { column, cell: text === undefined ? copied : { text: cleanCell(text) } };
  });
  return putStep(
    table,
    positions(range.top, range.bottom).map((row) => [row, changes]),
  );
}

function stepOfReplace(table: Table, { search, text, range }: Extract<TableEdit, { kind: 'replace' }>) {
  const whole = { top: 0, bottom: table.rows.length - 1, left: 0, right: table.columns.length - 1 };
  const { top, bottom, left, right } = range ?? whole;
  requireInside(table, { top, bottom, left, right });
  const replaced = replacerOf(search, cleanCell(text));
  const rows: [number, Change[]][] = [];
  for (const [index, row] of table.rows.slice(top, bottom + 1).entries()) {
    const changes = row.cells.slice(left, right + 1).flatMap((before, at): Change[] => {
      const after = replaced(before);
      return after === before ? [] : [{ column: left + at, cell: { text: after } }];
    });
    if (changes.length > 0) rows.push([top + index, changes]);
  }
  return putStep(table, rows);
}

function stepOfRemove(table: Table, { top, bottom }: Extract<TableEdit, { kind: 'remove' }>) {
  requireInside(table, { top, bottom, left: 0, right: 0 });
  if (bottom - top + 1 === table.rows.length) throw refusal('rows', 'noRows');
  const rows = positions(top, bottom);
  return { step: { kind: 'cut', rows } satisfies Step, changed: rows.length };
}

function stepOfAdd({ rows, columns }: Table, { rows: count }: Extract<TableEdit, { kind: 'add' }>) {
  const actual = rows.length + count;
  if (actual > TABLE_MAX_ROWS) throw refusal('rows', 'tooManyRows', { max: TABLE_MAX_ROWS });
  const line = rows.reduce((last, row) => Math.max(last, row.line), 0);
  const added = positions(1, count).map((by): [number, TableRow] => [
    rows.length + by - 1,
    { line: line + by, cells: columns.map(() => ''), added: true },
  ]);
  return { step: { kind: 'insert', rows: added } satisfies Step, changed: count };
}

/**
 * What an edit does to a table, and to how many cells or rows.
 * @throws AppError INVALID_INPUT: outside of the table, a text that becomes too long, no row would be left (noRows), or
 *   more than a table has (tooManyRows)
 */
export function stepOfEdit(table: Table, edit: TableEdit): { step: Step; changed: number } {
  switch (edit.kind) {
    case 'put':
      return stepOfPut(table, edit);
    case 'fill':
      return stepOfFill(table, edit);
    case 'replace':
      return stepOfReplace(table, edit);
    case 'remove':
      return stepOfRemove(table, edit);
    case 'add':
      return stepOfAdd(table, edit);
  }
}
