import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse, type Options } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import { DELIMITERS, TABLE_MAX_ROWS, type DelimiterName } from '@/lib/batches/limits';
import { refusal } from './refuse';
import type { TableRow } from './table';

const DELIMITER_NAMES = ['comma', 'tab', 'semicolon'] as const satisfies DelimiterName[];

/** Enough to judge by, and quick. */
const PROBE_CHARS = 64 * 1024;
const PROBE_RECORDS = 100;
const CHUNK_BYTES = 64 * 1024;

// Line ends are made alike first: the parser counts CR LF inside quotes as two lines.
const SHARED = { record_delimiter: '\n', relax_column_count: true } satisfies Options;

/** Excel's own first line that names the delimiter: `sep=;`. */
const SEPARATOR_LINE = /^sep=([,;\t])\n/i;

function widthsWith(probe: string, delimiter: string): number[] {
  const options = { ...SHARED, delimiter, relax_quotes: true, to: PROBE_RECORDS };
  const records: string[][] = parseSync(probe, options);
  return records.filter((record) => record.some((cell) => cell !== '')).map((record) => record.length);
}

/** A quote that never closes inside the probe is no reason to give up here; the real reading says where it is. */
function tryWidths(probe: string, delimiter: string): number[] {
  try {
    return widthsWith(probe, delimiter);
  } catch {
    return [];
  }
}

/** The share of rows that are as wide as the first one, 0 when that has one column. */
function evenness(widths: number[]): number {
  const [first = 1] = widths;
  return first < 2 ? 0 : widths.filter((width) => width === first).length / widths.length;
}

/**
 * The delimiter that cuts the first rows most evenly, quotes minded; of equal ones the one that makes more columns.
 * Only the ASCII characters count: a full-width comma is text.
 */
function guessDelimiter(text: string): DelimiterName {
  const cut = text.length > PROBE_CHARS ? text.lastIndexOf('\n', PROBE_CHARS) : text.length;
  const probe = text.slice(0, cut > 0 ? cut : PROBE_CHARS);
  const guesses = DELIMITER_NAMES.map((name) => {
    const widths = tryWidths(probe, DELIMITERS[name]);
    return { name, even: evenness(widths), columns: widths[0] ?? 0 };
  });
  const best = guesses.toSorted((a, b) => b.even - a.even || b.columns - a.columns)[0];
  return best && best.even > 0 ? best.name : 'comma';
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
  relaxQuotes: boolean;
};

/** Where a quote is broken: in the record after the last whole one, which began on the line after it. */
function quoteRefusal(error: unknown, field: string, lines: { start: number; offset: number }): unknown {
  if (!(error instanceof CsvError)) return error;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return refusal(field, 'quoteOpen', { line: lines.start });
  if (error.code === 'CSV_INVALID_CLOSING_QUOTE' || error.code === 'INVALID_OPENING_QUOTE')
    return refusal(field, 'quoteInside', { line: Number(error.lines) + lines.offset });
  return error;
}

async function readRecords({ text, delimiter, field, firstLine, relaxQuotes }: Reading): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  let start = firstLine;
  const parser = parse({
    ...SHARED,
    delimiter: DELIMITERS[delimiter],
    relax_quotes: relaxQuotes,
    on_record: (cells: string[], { lines }) => {
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: start, cells });
      start = lines + firstLine;
      // One more than rows of data: the header.
      if (rows.length > TABLE_MAX_ROWS + 1) throw refusal(field, 'tooManyRows', { max: TABLE_MAX_ROWS });
      return null;
    },
  });
  try {
    // In chunks, so that others are served while a large file is read.
    await pipeline(Readable.from(chunksOf(text)), parser.resume());
  } catch (error) {
    throw quoteRefusal(error, field, { start, offset: firstLine - 1 });
  }
  return rows;
}

/**
 * Rows of delimited text, without those that are empty, each with the line on which it began (1 for the first).
 * @param options.delimiter guessed when it is left out
 * @param options.field the field of the form that a refusal names
 * @param options.relaxQuotes for pasted rows: a quote in the middle of a cell is text, as Excel copies it
 * @throws AppError INVALID_INPUT (quoteOpen, quoteInside with the line; tooManyRows)
 */
export async function readDelimited(
  text: string,
  options: { delimiter?: DelimiterName | undefined; field: string; relaxQuotes?: boolean },
): Promise<{ rows: TableRow[]; delimiter: DelimiterName }> {
  const lines = text.replace(/\r\n?/g, '\n');
  const named = SEPARATOR_LINE.exec(lines);
  const body = named ? lines.slice(named[0].length) : lines;
  const stated = DELIMITER_NAMES.find((name) => DELIMITERS[name] === named?.[1]);
  const delimiter = options.delimiter ?? stated ?? guessDelimiter(body);
  const { field, relaxQuotes = false } = options;
  const rows = await readRecords({ text: body, delimiter, field, relaxQuotes, firstLine: named ? 2 : 1 });
  return { rows, delimiter };
}
