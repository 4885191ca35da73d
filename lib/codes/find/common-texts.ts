import 'server-only';
import { db } from '@/lib/db/client';
import { join, sql } from '@/lib/db/sql';
import type { CodeConditions } from './conditions';
import { sampleOfCodes } from './sample';

/** As many rows the index of texts names in less than a tenth of a second: each stands in the lists of several trigrams. */
export const COMMON_ROWS = 100_000;

/**
 * The same conditions, but texts that stand in more rows are looked at row by row: to gather all that an index knows of them
 * takes longer than to walk past some thousand rows that lack them. A sample says which these are.
 */
export async function withoutCommonTexts(
  conditions: CodeConditions,
  commonRows = COMMON_ROWS,
): Promise<CodeConditions> {
  const { texts, indexed, others } = conditions;
  if (texts.length === 0) return conditions;
  const { from, scale } = await sampleOfCodes();
  const counts = texts.map(({ sieve }) => sql`count(*) FILTER (WHERE ${sieve})`);
  const [found] = await db().$queryRaw<{ counts: number[] }[]>`
    SELECT ARRAY[${join(counts)}]::integer[] AS "counts" FROM ${from}`;
  const common = texts
    .filter((_, at) => (found?.counts[at] ?? 0) * scale > commonRows)
    .map(({ condition }) => condition);
  return {
    ...conditions,
    indexed: indexed.filter((condition) => !common.includes(condition)),
    others: [...others, ...common],
  };
}
