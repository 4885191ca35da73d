import { fieldOfHeader } from '@/lib/batches/table/header/header-words';
import type { CellMark, RawRow } from '@/lib/batches/table/raw-row';
import type { Damage } from '@/lib/batches/table/table';
import { isMojibake } from './mojibake';

/** What a spreadsheet writes into a cell whose formula failed or was saved without its result: Excel and WPS, LibreOffice, Google Sheets, too narrow columns. */
const CELL_ERROR =
  /^(?:#(?:N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!|PYTHON!|EXTERNAL!|GETTING_DATA|ERROR!|NV|WERT!|BEZUG!|ZAHL!|REF|DIV\/0|VALUE|NAME|NUM)|＃N[/／]A|#{3,}|(?:Err|错误|錯誤)[:：]\d{3}|#N\/A N\/A|Loading\.{3}|=[A-Z][A-Z.]*\(.*\)|=\$?[A-Z]{1,3}\$?\d{1,5}[&+*/-].*)$/i;

/** A number as a spreadsheet shows it where the column is too narrow for its digits; its sign tells it from an id. */
const EXPONENT = /^[-+]?\d(?:[.,]\d+)?E\+\d{1,3}$/i;

/** A spreadsheet keeps 15 digits; the others become zeros. */
const LONG_NUMBER = /^-?\d{16,}$/;
const LONG_ZEROS = /^-?\d{15}0+$/;

/** A day without its year, as a spreadsheet shows what was `5-1` or `1/2`. */
const SHORT_DATE =
  /^(?:\d{1,2}月\d{1,2}日|\d{1,2}[-/ ](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[-/ ]\d{1,2})$/i;
const FULL_DATE =
  /^(?:(?:19|20)\d\d([-/.])\d{1,2}\1\d{1,2}|(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?|\d{1,2}\/\d{1,2}\/(?:19|20)?\d\d|\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-(?:19|20)?\d\d)(?: 0?0:00(?::00)?)?$/i;
const DATE_COLUMN =
  /日期|时间|時間|日$|年月|date|time|day|created|updated|birth|deadline|截止|开业|到期|生效/i;

type Kind = Damage | 'fullDate' | 'longZeros' | 'longDigits' | null;

/** What a short text is by its shape, first match first. */
const SHAPES: [RegExp, Kind][] = [
  [CELL_ERROR, 'error'],
  [EXPONENT, 'exponent'],
  [SHORT_DATE, 'date'],
  [FULL_DATE, 'fullDate'],
  [LONG_ZEROS, 'longZeros'],
  [LONG_NUMBER, 'longDigits'],
];
const KIND_OF_MARK: Record<CellMark, Kind> = { rounded: 'rounded', date: 'fullDate', shortDate: 'date' };

/** What a text looks like by itself; whether dates and zeros are a fault, its column says. */
function kindOfText(text: string): Kind {
  const shape = text.length > 64 ? undefined : SHAPES.find(([pattern]) => pattern.test(text));
  if (shape) return shape[1];
  return isMojibake(text) ? 'garbled' : null;
}

function kindOf(row: RawRow, column: number, isTyped: boolean): Kind {
  const text = (row.cells[column] ?? '').trim();
  if (text === '') return null;
  const mark = row.marks?.get(column);
  if (mark) return KIND_OF_MARK[mark];
  const kind = kindOfText(text);
  // In a workbook text is text: what looks like a day was typed so.
  return isTyped && (kind === 'date' || kind === 'fullDate' || kind === 'longZeros') ? null : kind;
}

type ColumnFacts = { filled: number; dates: number; shortDates: number; digits: number };

/** Whether whole days are what this column is about, rather than what a spreadsheet made of its ids. */
function isDateColumn(name: string, { filled, dates, shortDates }: ColumnFacts): boolean {
  if (DATE_COLUMN.test(name)) return true;
  if (fieldOfHeader(name) !== null) return false;
  return shortDates === 0 && dates === filled;
}

function damageOf(kind: Kind, name: string, facts: ColumnFacts): Damage | null {
  if (kind === 'date' || kind === 'fullDate') return isDateColumn(name, facts) ? null : 'date';
  if (kind === 'longZeros') return facts.digits === 0 ? 'rounded' : null;
  return kind === 'longDigits' ? null : kind;
}

/**
 * The damaged cells of one column, by the position of their row. A day counts as damage where the column is about
 * something else; so do zeros after the 15th digit when every long number of the column ends so.
 * @param options.isTyped the rows are a workbook's, where text is known from numbers and days
 */
export function damagedCells(
  rows: RawRow[],
  { column, name, isTyped }: { column: number; name: string; isTyped: boolean },
): Map<number, Damage> {
  const kinds = new Map<number, Kind>();
  const facts: ColumnFacts = { filled: 0, dates: 0, shortDates: 0, digits: 0 };
  for (const [index, row] of rows.entries()) {
    if ((row.cells[column] ?? '').trim() !== '') facts.filled += 1;
    const kind = kindOf(row, column, isTyped);
    if (kind === null) continue;
    kinds.set(index, kind);
    if (kind === 'fullDate') facts.dates += 1;
    if (kind === 'date') facts.shortDates += 1;
    if (kind === 'longDigits') facts.digits += 1;
  }
  const damaged = new Map<number, Damage>();
  for (const [index, kind] of kinds) {
    const damage = damageOf(kind, name, facts);
    if (damage) damaged.set(index, damage);
  }
  return damaged;
}
