import type { DraftSource } from '@/lib/batches/draft/draft-types';
import { seriesValue } from '@/lib/batches/table/sequence';
import type { Series } from '@/lib/batches/table/table';

export const METHODS = ['file', 'paste', 'sequence'] as const;
export type Method = (typeof METHODS)[number];

/** The three ways in side by side, so that what was put into one is still there after a look at another. */
export type CreateValues = {
  miniProgramId: string;
  name: string;
  method: Method;
  file: File | null;
  text: string;
  series: SeriesValues[];
};

/** A number that is being typed may be none for a moment. */
export type SeriesValues = Omit<Series, 'start' | 'count' | 'step' | 'pad'> & {
  start: number | null;
  count: number | null;
  step: number | null;
  pad: number | null;
};

export function nextSeries(name: string): SeriesValues {
  return { name, prefix: '', start: 1, count: 10, step: 1, pad: 0, suffix: '' };
}

/** Null while a number is missing or is none that a series can have. */
function asSeries({ start, count, step, pad, ...text }: SeriesValues): Series | null {
  const numbers = { start, count, step, pad };
  if (start === null || count === null || step === null || pad === null) return null;
  const whole = Object.values(numbers).every((number) => Number.isSafeInteger(number));
  return whole && count > 0 && pad >= 0 ? { ...text, start, count, step, pad } : null;
}

export type SequenceSample = { total: number; values: string[] };

const SAMPLE_FIRST = 3;

/** How many rows the series make together, and the first few and the last of them; null while they make none. */
export function sampleOf(values: SeriesValues[]): SequenceSample | null {
  const series = values.map(asSeries);
  const known = series.filter((one) => one !== null);
  if (known.length < series.length) return null;
  const total = known.reduce((product, { count }) => product * count, 1);
  const rows = Array.from({ length: Math.min(total, SAMPLE_FIRST) }, (_, row) => row);
  if (total > SAMPLE_FIRST) rows.push(total - 1);
  return { total, values: rows.map((row) => rowOf(known, row)) };
}

/** One row as its values side by side; the last series turns fastest. */
function rowOf(series: Series[], row: number): string {
  let rest = row;
  const cells = series.toReversed().map((one) => {
    const index = rest % one.count;
    rest = Math.floor(rest / one.count);
    return seriesValue(one, index);
  });
  return cells.reverse().join(' · ');
}

/** What is sent; a missing number is left for the server to refuse at its field. */
export function toSource(values: CreateValues): DraftSource | null {
  if (values.method === 'file') return values.file && { kind: 'file', file: values.file };
  if (values.method === 'paste') return { kind: 'paste', text: values.text };
  const series = values.series.map(asSeries);
  return series.every((one) => one !== null) ? { kind: 'sequence', series } : null;
}
