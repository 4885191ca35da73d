import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import { all, sql, type Sql } from '@/lib/db/sql';
import { keptAnswers } from './kept-answers';
import { dayBorder, neverScannedKeys } from './never-scanned-keys';
import type { ScanFilters } from './scan-filters';
import { codesScanned } from './scan-rows';

const SHOWN = 10;

/** `printedAt`: when the last print that it stands on was made; null for none. */
export type NeverScanned = { id: string; name: string; madeAt: Date; printedAt: Date | null };

export type NeverScannedList = {
  items: NeverScanned[];
  count: number;
  /** Whether there is any live code at all of what was asked for. */
  hasLive: boolean;
};

/** Prints of `c` on paper that still leads people to it; samples are for trying out. */
const prints = sql`"PrintedCode" p JOIN "Export" e ON e."id" = p."exportId"
  WHERE p."codeId" = c."id" AND e."finishedAt" IS NOT NULL AND e."removedAt" IS NULL
    AND e."printState" <> 'retired' AND e."options" -> 'sample' = 'null'::jsonb`;

function isPrinted({ age, printed }: ScanFilters): Sql[] {
  return printed === ''
    ? []
    : [sql`EXISTS (SELECT FROM ${prints} AND e."finishedAt" < ${dayBorder(Number(age))})`];
}

type Counted = { count: number; hasLive: boolean; items: { id: string }[] | null };

const kept = keptAnswers<Counted[]>({ fresh: 5, kept: 30 });

/**
 * Live codes in use that nobody has ever scanned although they were made (or printed) some days ago, the oldest first, as of some
 * minutes ago. The period and the kind of scan do not matter here.
 */
export async function listNeverScanned(actor: Actor, filters: ScanFilters): Promise<NeverScannedList> {
  requirePermission(actor, 'codes.read');
  const codes = codesScanned(actor, filters);
  const inUse = sql`c."status" = 'READY' AND c."archivedAt" IS NULL AND c."deletedAt" IS NULL`;
  const statement = sql`
    WITH never AS MATERIALIZED (
      ${neverScannedKeys(Number(filters.age))}
    ), found AS MATERIALIZED (
      SELECT c."id", never."createdAt" AS "madeAt" FROM never JOIN "Code" c ON c."id" = never."codeId"
      WHERE ${all([inUse, ...codes, ...isPrinted(filters)])}
    )
    SELECT (SELECT count(*)::integer FROM found) AS "count",
      EXISTS (SELECT FROM "LiveCode" l JOIN "Code" c ON c."id" = l."codeId" WHERE ${all(codes)}) AS "hasLive",
      (SELECT json_agg(o) FROM (SELECT * FROM found ORDER BY "madeAt", "id" LIMIT ${SHOWN}) AS o) AS "items"`;
  const [counted] = await kept(statement, () => db().$queryRaw<Counted[]>(statement));
  const ids = counted?.items?.map(({ id }) => id) ?? [];
  const items = await db().$queryRaw<NeverScanned[]>(sql`
    SELECT c."id", c."name", l."createdAt" AS "madeAt", (SELECT max(e."finishedAt") FROM ${prints}) AS "printedAt"
    FROM "LiveCode" l JOIN "Code" c ON c."id" = l."codeId"
    WHERE ${all([sql`c."id" = ANY(${ids}::text[])`, inUse, ...codes])} ORDER BY l."createdAt", l."key"`);
  return { items, count: counted?.count ?? 0, hasLive: counted?.hasLive ?? false };
}
