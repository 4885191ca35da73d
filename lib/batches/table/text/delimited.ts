import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse, type Options } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import { DELIMITERS, DELIMITER_NAMES, TABLE_MAX_ROWS, type DelimiterName } from '@/lib/batches/limits';
import { fieldOfHeader } from '@/lib/batches/table/header/header-words';
import type { RawRow } from '@/lib/batches/table/raw-row';
import { refusal } from '@/lib/batches/table/refuse';

/** Enough to judge by, and quick. */
const PROBE_CHARS = 64 * 1024;
const PROBE_RECORDS = 100;
const CHUNK_BYTES = 64 * 1024;
/** Titles, a header, totals and notes come on top of the rows of data. */
const READ_MAX_ROWS = TABLE_MAX_ROWS + 1_000;

// Line ends are made alike first: the parser counts CR LF inside quotes as two lines.
const SHARED = { record_delimiter: '\n', relax_column_count: true } satisfies Options;

/** Under this share of even rows a separator is one by chance, where another one cuts all of them. */
const RAGGED = 0.8;

/** Excel's own first line that names the delimiter: `sep=;`. */
const SEPARATOR_LINE = /^\uFEFF?"?sep=(.)"?[,;\t|]*\n/iu;

/** Columns that were lined up by hand: two spaces or more, or an ideographic one. */
const GAPS = /(?<=\S)(?: {2,}|\u3000+)(?=\S)/gu;

/** These stand inside of sentences as well: they separate only where every row has them. */
const WEAK: DelimiterName[] = ['wideComma', 'listComma', 'wideSemicolon', 'widePipe', 'caret', 'spaces'];

/** These are part of times, prices and addresses: never guessed, only read where `sep=` or a person names them. */
const NAMED_ONLY: DelimiterName[] = ['colon', 'tilde', 'hash'];
const GUESSED = DELIMITER_NAMES.filter((name) => !NAMED_ONLY.includes(name));

/** The lines of a box that is drawn around a table, as databases print it. */
const BORDER = /^[ \t]*[+┌├└╔╠╚╟](?:[-+=─═┬┼┴╦╬╩╤╪╧]*[+┐┤┘╗╣╝╢])?[ \t]*$/gm;

/** A table as Markdown writes it: a bar before and behind every row, and dashes under the header. */
const isFramed = (given: string) => isBarred(given.replace(BORDER, ''));
const isBarred = (text: string) => /^\s*\|/.test(text) && !/^(?!\s*\|.*\|[ \t]*$)\s*\S.*$/m.test(text);
const DASHES = /^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$/gm;

function withoutFrame(text: string): string {
  return text
    .replace(BORDER, '')
    .replace(DASHES, '')
    .replace(/^[ \t]*\|[ \t]*|[ \t]*\|[ \t]*$/gm, '')
    .replace(/[ \t]*\|[ \t]*/g, '|');
}

/** Somebody typed one comma here and the other one there: some lines have a full-width comma, the others a plain one. */
function isMixed(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.some((line) => !line.includes('，')) && lines.every((line) => /[，,]/.test(line));
}

/** Gaps of several spaces become tabs, which the parser knows. */
function prepare(text: string, delimiter: DelimiterName): { text: string; character: string } {
  if (delimiter === 'pipe' && isFramed(text)) return { text: withoutFrame(text), character: '|' };
  if (delimiter === 'wideComma' && isMixed(text)) return { text: text.replaceAll('，', ','), character: ',' };
  if (delimiter !== 'spaces') return { text, character: DELIMITERS[delimiter] };
  const lines = text.replace(/^[ \u3000]+|[ \u3000]+$/gmu, '');
  return { text: lines.replace(GAPS, '\t'), character: '\t' };
}

function recordsWith(probe: string, name: DelimiterName): string[][] {
  const { text, character } = prepare(probe, name);
  const options = { ...SHARED, delimiter: character, relax_quotes: true, to: PROBE_RECORDS };
  const records: string[][] = parseSync(text, options);
  return records.filter((record) => record.some((cell) => cell.trim() !== ''));
}

/** A quote that never closes inside the probe is no reason to give up here; the real reading says where it is. */
function tryRecords(probe: string, name: DelimiterName): string[][] {
  try {
    return recordsWith(probe, name);
  } catch {
    return [];
  }
}

/** The width that most rows have; of equally frequent ones the one that comes first. */
function usualWidth(widths: number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 1;
}

/**
 * The share of rows that are as wide as most, from the first such row on: titles above it do not count, provided that it
 * is known to name columns. 0 when most rows have one column.
 */
function evenness(records: string[][], name: DelimiterName): { even: number; columns: number } {
  const widths = records.map((record) => record.length);
  const columns = usualWidth(widths);
  const start = widths.indexOf(columns);
  const below = widths.slice(start);
  const even = columns < 2 ? 0 : below.filter((width) => width === columns).length / below.length;
  const isStrong = name === 'comma' || name === 'tab';
  const isHeaded =
    start === 0 || isStrong || (records[start] ?? []).some((cell) => fieldOfHeader(cell) !== null);
  const isWhole = !WEAK.includes(name) || (even === 1 && below.length > 1);
  return { even: isHeaded && isWhole ? even : 0, columns };
}

/**
 * The delimiter that cuts the first rows most evenly, quotes minded; of equal ones the one that makes more columns. Those
 * that stand inside of sentences (a full-width comma) only count when nothing else separates.
 */
function guessDelimiter(text: string): DelimiterName {
  const cut = text.length > PROBE_CHARS ? text.lastIndexOf('\n', PROBE_CHARS) : text.length;
  const probe = text.slice(0, cut > 0 ? cut : PROBE_CHARS);
  const guesses = GUESSED.map((name) => ({ name, ...evenness(tryRecords(probe, name), name) }));
  const ranked = guesses
    .filter(({ even }) => even > 0)
    .toSorted((a, b) => b.even - a.even || b.columns - a.columns);
  const strong = ranked.find(({ name }) => !WEAK.includes(name));
  const [best] = ranked;
  const isRagged = strong && best && strong.even < RAGGED && best.columns >= strong.columns;
  return (isRagged ? best : (strong ?? best))?.name ?? 'comma';
}

function* chunksOf(text: string): Generator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
}

type Reading = {
  text: string;
  delimiter: DelimiterName;
  field: string;
  firstLine: number;
  /** A quote inside a cell is text, as in `24" screen` and `="007"`. */
  relaxQuotes: boolean;
};

/** A quote that opened a cell, took a line end in, and was followed by more than a separator. */
const hasSwallowedRows = (cells: string[]) =>
  cells.some((cell) => cell.startsWith('"') && cell.includes('\n') && !cell.endsWith('"'));

async function readRecords({
  delimiter,
  field,
  firstLine,
  relaxQuotes,
  ...given
}: Reading): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  let start = firstLine;
  const { text, character } = prepare(given.text, delimiter);
  const parser = parse({
    ...SHARED,
    delimiter: character,
    relax_quotes: relaxQuotes,
    on_record: (cells: string[], { lines }) => {
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: start, cells });
      start = lines + firstLine;
      if (rows.length > READ_MAX_ROWS) throw refusal(field, 'tooManyRows', { max: TABLE_MAX_ROWS });
      return null;
    },
  });
  try {
    // In chunks, so that others are served while a large file is read.
    await pipeline(Readable.from(chunksOf(text)), parser.resume());
  } catch (error) {
    if (!(error instanceof CsvError) || error.code !== 'CSV_QUOTE_NOT_CLOSED') throw error;
    // In the record after the last whole one, which began on the line after it.
    throw refusal(field, 'quoteOpen', { line: start });
  }
  return rows;
}

const STRAY_QUOTE = ['CSV_INVALID_CLOSING_QUOTE', 'INVALID_OPENING_QUOTE'];

/** As the rules of CSV have it; where a quote stands in the middle of a cell, once more with such quotes as text. */
async function readQuotes(reading: Omit<Reading, 'relaxQuotes'>, relaxQuotes: boolean): Promise<RawRow[]> {
  try {
    return await readRecords({ ...reading, relaxQuotes });
  } catch (error) {
    if (!(error instanceof CsvError) || !STRAY_QUOTE.includes(error.code)) throw error;
  }
  const rows = await readRecords({ ...reading, relaxQuotes: true });
  const swallowed = rows.find(({ cells }) => hasSwallowedRows(cells));
  if (swallowed) throw refusal(reading.field, 'quoteInside', { line: swallowed.line });
  return rows;
}

/**
 * Rows of delimited text, without those that are empty, each with the line on which it began (1 for the first).
 * @param options.delimiter guessed when it is left out
 * @param options.field the field of the form that a refusal names
 * @param options.relaxQuotes for pasted rows, whose cells Excel does not quote because of a quote in them
 * @throws AppError INVALID_INPUT (quoteOpen, quoteInside with the line; tooManyRows)
 */
export async function readDelimited(
  text: string,
  options: { delimiter?: DelimiterName | undefined; field: string; relaxQuotes?: boolean },
): Promise<{ rows: RawRow[]; delimiter: DelimiterName }> {
  const lines = text.replace(/\r\n?/g, '\n');
  const named = SEPARATOR_LINE.exec(lines);
  const body = named ? lines.slice(named[0].length) : lines;
  const stated = DELIMITER_NAMES.find((name) => DELIMITERS[name] === named?.[1]);
  const delimiter = options.delimiter ?? stated ?? guessDelimiter(body);
  const { field } = options;
  const reading = { text: body, delimiter, field, firstLine: named ? 2 : 1 };
  return { rows: await readQuotes(reading, options.relaxQuotes ?? false), delimiter };
}
