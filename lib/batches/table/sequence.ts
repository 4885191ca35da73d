import { TABLE_MAX_ROWS } from '@/lib/batches/limits';
import { refusal } from './refuse';
import type { ReadTable, Series } from './table';

/** One value of a series: `T` + 007 + `号`. The sign of a negative number stands before its zeros. */
export function seriesValue({ prefix, start, step, pad, suffix }: Series, index: number): string {
  const number = start + index * step;
  const digits = String(Math.abs(number)).padStart(pad, '0');
  return `${prefix}${number < 0 ? '-' : ''}${digits}${suffix}`;
}

/**
 * Every combination of the series, the last one turning fastest: stores 1–3 × tables 01–20 are 60 rows.
 * @throws AppError INVALID_INPUT (seriesTooLong)
 */
export function sequenceTable(series: Series[]): ReadTable {
  const total = series.reduce((product, { count }) => product * count, 1);
  if (total > TABLE_MAX_ROWS)
    throw refusal('series', 'seriesTooLong', { max: TABLE_MAX_ROWS, actual: total });
  // How many rows each value of a series stays: the product of the counts after it.
  const stays = series.map((_, index) =>
    series.slice(index + 1).reduce((product, { count }) => product * count, 1),
  );
  const rows = Array.from({ length: total }, (_, row) => ({
    line: row + 1,
    cells: series.map((one, index) => seriesValue(one, Math.floor(row / (stays[index] ?? 1)) % one.count)),
  }));
  const table = { columns: series.map(({ name }) => name), rows };
  return { table, origin: { kind: 'sequence', series }, findings: [] };
}
