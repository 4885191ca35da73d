import 'server-only';
import { createHash } from 'node:crypto';
import { isPrint, type ExportOptions, type SampleChoice } from '@/lib/exports/options';
import type { ExportRecord } from './record';

/** The number that a code drew: the same for the same seed, whatever else is exported and in which order. */
function lotOf({ code, row }: ExportRecord, seed: number): string {
  return createHash('sha256').update(`${seed}:${code.id}:${row}`).digest('hex');
}

type Drawn = { record: ExportRecord; lot: string; at: number };

/** `count` of the records, drawn at random and again the same ones by the same seed; in the order in which they came. */
async function* drawSample(
  records: AsyncIterable<ExportRecord>,
  { count, seed }: SampleChoice,
): AsyncGenerator<ExportRecord> {
  let drawn: Drawn[] = [];
  let at = 0;
  for await (const record of records) {
    drawn.push({ record, lot: lotOf(record, seed), at });
    at += 1;
    // Sorted out now and then, so that memory holds twice the sample however many there are.
    if (drawn.length >= 2 * count) drawn = lowest(drawn, count);
  }
  for (const { record } of lowest(drawn, count).toSorted((a, b) => a.at - b.at)) yield record;
}

function lowest(drawn: Drawn[], count: number): Drawn[] {
  return drawn.toSorted((a, b) => (a.lot < b.lot ? -1 : 1)).slice(0, count);
}

/** The records that an order is about: all of them, or those that were drawn. */
export function sampled(options: ExportOptions, records: AsyncGenerator<ExportRecord>) {
  return isPrint(options) && options.sample ? drawSample(records, options.sample) : records;
}
