import 'server-only';
import { viewerOf, type Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { sql } from '@/lib/db/sql';
import { parseInput } from '@/lib/validation';
import { sortedConditions, type CodeConditions } from './conditions';
import { codeFiltersSchema } from './filters-schema';
import type { CodeKey } from './order';
import { countAlong } from './count-along';
import { tally } from './tally';

/** Nobody reads a larger number to the last digit, unless they ask for it. */
const COUNT_CAP = 10_000;
const EXACT_MAX_MS = 10_000;

export type CodeCount = {
  count: number;
  /** There are more than `count`. */
  capped: boolean;
  /** About so many: what matches is rare, and no index knows how rare. */
  estimated: boolean;
};

/** To two digits: more would pretend to be known. */
function rounded(estimate: number): number {
  return Number(estimate.toPrecision(2));
}

async function atOnce(conditions: CodeConditions): Promise<CodeCount> {
  const { rows, scale } = await tally<{ count: number }>(
    conditions,
    sql`SELECT count(*)::integer AS "count" FROM "matching"`,
  );
  const count = (rows[0]?.count ?? 0) * scale;
  if (count > COUNT_CAP) return { count: COUNT_CAP, capped: true, estimated: false };
  return { count: scale > 1 ? rounded(count) : count, capped: false, estimated: scale > 1 };
}

/** In steps, so that the list is answered in between. */
async function toTheLast(conditions: CodeConditions): Promise<CodeCount> {
  const endsAt = clock.now().getTime() + EXACT_MAX_MS;
  let count = 0;
  let after: CodeKey | null = null;
  do {
    const step = await countAlong(conditions, after);
    count += step.count;
    after = step.next;
  } while (after && clock.now().getTime() < endsAt);
  return { count, capped: after !== null, estimated: false };
}

/**
 * How many codes match, apart from the list, which never waits for it. Up to COUNT_CAP, and estimated where nothing leads
 * to few enough rows; when `exact`, to the last one, or as far as ten seconds lead (then `capped`).
 * @param filters as they came from the URL, checked here
 * @throws AppError INVALID_INPUT
 */
export async function countCodes(
  actor: Actor,
  filters: unknown,
  { exact = false }: { exact?: boolean } = {},
): Promise<CodeCount> {
  requirePermission(actor, 'codes.read');
  const parsed = parseInput(codeFiltersSchema, filters);
  const conditions = await sortedConditions(parsed, viewerOf(actor));
  return exact ? toTheLast(conditions) : atOnce(conditions);
}
