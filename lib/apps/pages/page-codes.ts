import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { countCodes, type CodeCount } from '@/lib/codes/find/count';
import { clock } from '@/lib/clock';
import { NO_FILTERS, SEARCH_MAX_CHARS, type CodeFilters } from '@/lib/codes/find/filters';
import { db } from '@/lib/db/client';
import { moment, sql } from '@/lib/db/sql';
import { currentTarget } from '@/lib/live/current';

/** A page, and how many codes in use name it; the filters show them. */
export type PageCodes = { page: string; codes: CodeCount; filters: CodeFilters };

/** In the order of the pages. */
export function findPageCodes(
  actor: Actor,
  miniProgramId: string,
  pages: readonly string[],
): Promise<PageCodes[]> {
  return Promise.all(
    pages.map(async (page): Promise<PageCodes> => {
      const q = page.slice(0, SEARCH_MAX_CHARS);
      const filters: CodeFilters = { ...NO_FILTERS, app: miniProgramId, status: ['READY'], q };
      return { page, codes: await countCodes(actor, filters), filters };
    }),
  );
}

/** How many live codes lead to a page now, and the first of them. */
export type Led = { count: number; codeIds: string[] };

/** So many are named, to be led elsewhere in one go. */
const NAMED_MAX = 500;

/** Of a Mini Program that the actor sees, which the caller has asked; by the page, without those that none leads to. */
export async function findLed(miniProgramId: string, pages: readonly string[]): Promise<Map<string, Led>> {
  if (pages.length === 0) return new Map();
  const rows = await db().$queryRaw<(Led & { page: string })[]>(sql`
    SELECT t."page", count(*)::integer AS "count", (array_agg(c."id" ORDER BY c."id"))[1:${NAMED_MAX}] AS "codeIds"
    FROM "LiveCode" l JOIN "Code" c ON c."id" = l."codeId"
    JOIN ${currentTarget(sql`l."key"`, moment(clock.now()))} ON TRUE
    WHERE c."miniProgramId" = ${miniProgramId} AND c."deletedAt" IS NULL AND t."page" = ANY(${[...pages]}::text[])
    GROUP BY 1`);
  return new Map(rows.map(({ page, ...led }) => [page, led]));
}
