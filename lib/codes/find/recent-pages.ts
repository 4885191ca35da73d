import 'server-only';
import { db } from '@/lib/db/client';

/** So many codes back, so that one press remembers what a person has just used and not what was printed years ago. */
const LOOKED_AT = 200;
const OFFERED = 3;

/**
 * The pages that the last codes of each of these Mini Programs open, the latest first, three at most.
 * @param appIds that the reader sees
 */
export async function recentPages(appIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db().$queryRaw<{ app: string; page: string }[]>`
    SELECT "app", "page" FROM (
      SELECT app."id" AS "app", code."page", max(code."createdAt") AS "last"
      FROM unnest(${[...appIds]}::text[]) AS app("id")
      CROSS JOIN LATERAL (
        SELECT coalesce(nullif("page", ''), split_part("path", '?', 1)) AS "page", "createdAt", "status"
        FROM "Code" WHERE "miniProgramId" = app."id" AND "deletedAt" IS NULL
        ORDER BY "createdAt" DESC, "id" DESC LIMIT ${LOOKED_AT}
      ) AS code
      WHERE code."status" = 'READY' AND code."page" <> ''
      GROUP BY 1, 2
    ) AS "used" ORDER BY "last" DESC`;
  const found = new Map<string, string[]>();
  for (const { app, page } of rows) {
    const pages = found.get(app) ?? [];
    if (pages.length < OFFERED) found.set(app, [...pages, page]);
  }
  return found;
}
