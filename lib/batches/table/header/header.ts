import { isErrorColumn } from '@/lib/batches/table/error-columns';
import { fieldOfHeader, meaningOfHeader } from './header-words';
import { TABLE_MAX_COLUMNS } from '@/lib/batches/limits';
import { filledCells, type RawRow } from '@/lib/batches/table/raw-row';

/** Enough rows to see what the values of a column look like. */
const PROBE_ROWS = 50;
/** Nobody writes more above a table. */
const HEADER_MAX_ROWS = 30;
/** A header cell is a name, no sentence. */
const NAME_MAX_CHARS = 40;

/** A column's name as a spreadsheet shows it: A, B … Z, AA. */
function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest > 0 ? columnLetters(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
}

/** What a value looks like: digits as 0, runs of letters as a, of Chinese as 字, all else as it is. `A12` → `a00`. */
function shapeOf(value: string): string {
  return value
    .trim()
    .replace(/[0-9]/g, '0')
    .replace(/\p{Script=Han}+/gu, '字')
    .replace(/(?!字)\p{L}+/gu, 'a');
}

const isNumber = (cell: string) => /^[-+]?\d+([.,]\d+)*%?$/.test(cell.trim());
const isWord = (cell: string) => fieldOfHeader(cell) !== null || isErrorColumn(cell);

/** Whether the first cell looks like the values under it, as `A01` does above `A02`; plain words say nothing. */
function looksLikeData(first: string, values: string[]): boolean {
  const shape = shapeOf(first);
  if (/^[a字]*$/.test(shape)) return false;
  return values.filter((value) => shapeOf(value) === shape).length * 2 > values.length;
}

function columnBelow(rows: RawRow[], column: number): string[] {
  return rows.map((row) => row.cells[column] ?? '').filter((value) => value.trim() !== '');
}

/**
 * `门店A01`, `大厅` above `门店A02`, `包间`: words for places and things are values just as well, and here a cell beside them
 * looks like those under it.
 */
function isDataOfPlaces(row: RawRow, below: RawRow[]): boolean {
  if (!row.cells.filter(isWord).every((cell) => meaningOfHeader(cell)?.kind === 'subject')) return false;
  return row.cells.some((cell, index) => {
    const values = columnBelow(below, index);
    return /\d/.test(cell) && values.length > 1 && looksLikeData(cell, values);
  });
}

/**
 * Whether the first of these rows names the columns. It does when it holds a word that columns are called by (`桌号`,
 * `scene`), and unless one of its cells looks like the values under it or is a number.
 */
function startsWithHeader(rows: RawRow[]): boolean {
  const [first, ...rest] = rows;
  if (!first) return false;
  if (first.cells.some(isWord) && !isDataOfPlaces(first, rest)) return true;
  if (rest.length === 0 || first.cells.some(isNumber)) return false;
  return !first.cells.some((cell, index) => {
    const values = columnBelow(rest, index);
    return values.length > 0 && looksLikeData(cell, values);
  });
}

/** In how many columns most rows say something of their own; a merged title says one thing in all of them. */
const spread = (row: RawRow) => new Set(filledCells(row)).size;

function usualSpread(rows: RawRow[]): number {
  const sorted = rows.map(spread).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 1;
}

/** Words that columns are called by, unless the column says the same again further down: then they are its values. */
function wordsIn(rows: RawRow[], at: number): number {
  const { cells = [] } = rows[at] ?? {};
  const below = rows.slice(at + 1);
  return cells.filter((cell, index) => {
    if (!isWord(cell)) return false;
    return at === 0 || !below.some((row) => (row.cells[index] ?? '').trim() === cell.trim());
  }).length;
}

/** Whether a row is one of many: filled like those below it, and its cells of the same shapes. */
function isOneOfMany(rows: RawRow[], at: number, usual: number): boolean {
  const row = rows[at];
  if (!row || spread(row) < usual * 0.8) return false;
  const below = rows.slice(at + 1);
  const alike = row.cells.filter((cell, index) => {
    const values = columnBelow(below, index);
    const shape = shapeOf(cell);
    return shape !== '' && values.filter((value) => shapeOf(value) === shape).length * 2 > values.length;
  });
  return alike.length * 2 >= filledCells(row).length;
}

function scoreOf(rows: RawRow[], at: number, usual: number): number {
  const row = rows[at];
  const filled = row ? filledCells(row) : [];
  if (!row || (usual > 1 && spread(row) < 2) || isDataOfPlaces(row, rows.slice(at + 1))) return 0;
  const words = wordsIn(rows, at);
  const share = Math.min(1, spread(row) / usual);
  if (words === 0 || (share < 0.5 && words < 2)) return 0;
  const odd = filled.filter((cell) => isNumber(cell) || cell.length > NAME_MAX_CHARS).length;
  return words * 2 + share * 3 - odd * 2;
}

function isFirstOfData(rows: RawRow[], at: number, usual: number): boolean {
  const row = rows[at];
  if (row?.cells.some(isWord)) return isDataOfPlaces(row, rows.slice(at + 1));
  return isOneOfMany(rows, at, usual);
}

/** The row, of those on top, that most likely names the columns by its words. */
function headerByWords(rows: RawRow[], usual: number): number | null {
  let best: { at: number; score: number } | null = null;
  for (let at = 0; at < Math.min(rows.length - 1, HEADER_MAX_ROWS); at += 1) {
    const score = scoreOf(rows, at, usual);
    if (score > (best?.score ?? 0)) best = { at, score };
    if (isFirstOfData(rows, at, usual)) break;
  }
  return best?.at ?? null;
}

/**
 * Whether the row under a header names columns that it only groups: `联系方式` over `电话` and `邮箱`, beside names that reach
 * over both rows and are empty in the second one.
 */
function isSecondLine(row: RawRow | undefined, header: RawRow | undefined, below: RawRow[]): boolean {
  const texts = row ? filledCells(row) : [];
  if (!row || !header || texts.length < 2 || !texts.every(isWord)) return false;
  const at = (one: RawRow, index: number) => (one.cells[index] ?? '').trim();
  const columns = Array.from(
    { length: Math.max(row.cells.length, header.cells.length) },
    (_, index) => index,
  );
  const isSplit = columns.some((index) => at(header, index) === '' && at(row, index) !== '');
  const gaps = columns.filter((index) => at(header, index) !== '' && at(row, index) === '');
  return isSplit && gaps.length > 0 && gaps.some((index) => columnBelow(below, index).length > 0);
}

/** The first row that is about as wide as the table: what is above it are titles and notes. */
function firstWideRow(rows: RawRow[], usual: number): number {
  const wide = rows.slice(0, HEADER_MAX_ROWS).findIndex((row) => spread(row) >= usual * 0.6);
  return usual < 3 ? Math.min(Math.max(wide, 0), usual === 2 ? wide : 0) : Math.max(wide, 0);
}

function headerByNames(rows: RawRow[], names: string[]): number | null {
  const wanted = names.map((name) => name.trim().toLowerCase());
  const found = rows.slice(0, HEADER_MAX_ROWS).map(({ cells }) => {
    const held = new Set(cells.map((cell) => cell.trim().toLowerCase()));
    return wanted.filter((name) => held.has(name)).length;
  });
  const most = Math.max(0, ...found);
  return most * 2 > wanted.length ? found.indexOf(most) : null;
}

/** `header` is the position of the row that names the columns, null without one; rows before `start` are no data. */
export type FoundHeader = { header: number | null; start: number };

/**
 * Where the table begins: titles, notes and key-value lines may stand above. A row that holds words which columns are
 * called by is the header; without such words the first row that is as wide as the table, unless it looks like data.
 * @param rows without empty ones
 * @param names of columns that a preset wants: the row that holds most of them wins
 */
export function findHeader(rows: RawRow[], names: string[] = []): FoundHeader {
  const probe = rows.slice(0, PROBE_ROWS + HEADER_MAX_ROWS);
  const named = names.length > 0 ? headerByNames(probe, names) : null;
  if (named !== null) return { header: named, start: named + 1 };
  const usual = usualSpread(probe);
  const worded = headerByWords(probe, usual);
  if (worded !== null) {
    const isDouble = isSecondLine(probe[worded + 1], probe[worded], probe.slice(worded + 2));
    const header = isDouble ? worded + 1 : worded;
    return { header, start: header + 1 };
  }
  const start = firstWideRow(probe, usual);
  return startsWithHeader(probe.slice(start, start + PROBE_ROWS))
    ? { header: start, start: start + 1 }
    : { header: null, start };
}

/**
 * The header's texts, together with group names in the row above it: a group names what has no name of its own (a cell
 * merged downwards), and tells equal names apart (`上海 编号`, `北京 编号`).
 */
export function headerCells(rows: RawRow[], header: number): string[] {
  const own = rows[header]?.cells ?? [];
  const above = rows[header - 1];
  if (!above || !isGroupRow(above, own)) return own;
  const groups = spreadGroups(above.cells, own.length);
  const times = (name: string) => own.filter((other) => other.trim() === name).length;
  return own.map((cell, index) => {
    const [name, group] = [cell.trim(), groups[index] ?? ''];
    if (name === '') return (above.cells[index] ?? '').trim();
    return times(name) > 1 && group !== '' && group !== name ? `${group} ${name}` : name;
  });
}

/** Group names stand above names: several, short, and over columns that are named or that they name themselves. */
function isGroupRow(row: RawRow, own: string[]): boolean {
  const texts = filledCells(row);
  const isShort = texts.every(
    (text) => text.length <= NAME_MAX_CHARS && !isNumber(text) && !/[:：]/.test(text),
  );
  const gaps = own.filter((cell, index) => cell.trim() === '' && (row.cells[index] ?? '').trim() !== '');
  return (
    isShort &&
    spread(row) > 1 &&
    (gaps.length > 0 || new Set(own.map((cell) => cell.trim())).size < own.length)
  );
}

/** In a file a merged cell leaves its text at the first column and the others empty. */
function spreadGroups(cells: string[], width: number): string[] {
  let last = '';
  return Array.from({ length: width }, (_, index) => (last = (cells[index] ?? '').trim() || last));
}

/** Unique column names out of a header row: an empty one gets its letters, a repeated one a number. */
export function columnNames(header: string[], width: number): string[] {
  const taken = new Set<string>();
  return Array.from({ length: Math.min(width, TABLE_MAX_COLUMNS) }, (_, index) => {
    const wanted = (header[index] ?? '').trim().replace(/\s+/g, ' ') || columnLetters(index);
    let name = wanted;
    for (let copy = 2; taken.has(name); copy += 1) name = `${wanted} (${copy})`;
    taken.add(name);
    return name;
  });
}
