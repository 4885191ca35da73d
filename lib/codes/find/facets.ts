import 'server-only';
import { z } from 'zod';
import { viewerOf, type Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { sql, type Sql } from '@/lib/db/sql';
import { parseInput } from '@/lib/validation';
import { sortedConditions } from './conditions';
import { FACETS, NO_FILTERS, type CodeFacet } from './filters';
import { codeFiltersSchema } from './filters-schema';
import { tally } from './tally';

const VALUES: Record<CodeFacet, Sql> = {
  app: sql`SELECT "miniProgramId" AS "value" FROM "matching"`,
  endpoint: sql`SELECT "endpoint"::text AS "value" FROM "matching"`,
  status: sql`SELECT "status"::text AS "value" FROM "matching"`,
  creator: sql`SELECT "createdById" AS "value" FROM "matching"`,
  folder: sql`SELECT coalesce("folderId", 'none') AS "value" FROM "matching"`,
  tag: sql`SELECT unnest("tagIds") AS "value" FROM "matching"`,
};

/** `counts` by option; an option without one has none, or too few to be in the sample when `estimated`. */
export type FacetCounts = { counts: Record<string, number>; estimated: boolean };

/**
 * How many codes each option of one filter would leave, given all the other filters.
 * @param filters as they came from the URL, checked here
 * @throws AppError INVALID_INPUT
 */
export async function countFacet(actor: Actor, facet: unknown, filters: unknown): Promise<FacetCounts> {
  requirePermission(actor, 'codes.read');
  const { facet: wanted } = parseInput(z.object({ facet: z.enum(FACETS) }), { facet });
  const parsed = parseInput(codeFiltersSchema, filters);
  const others = { ...parsed, [wanted]: NO_FILTERS[wanted] };
  const conditions = await sortedConditions(others, viewerOf(actor));
  const { rows, scale } = await tally<{ value: string | null; count: number }>(
    conditions,
    // The row of all, which has no value, is there even if nothing matches.
    sql`SELECT "value", count(*)::integer AS "count" FROM (${VALUES[wanted]}) AS "values" GROUP BY GROUPING SETS (("value"), ())`,
  );
  const counts = rows.flatMap(({ value, count }) =>
    value === null ? [] : [[value, scale > 1 ? Number((count * scale).toPrecision(2)) : count] as const],
  );
  return { counts: Object.fromEntries(counts), estimated: scale > 1 };
}
