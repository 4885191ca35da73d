import 'server-only';
import { ALL_APPS } from '@/lib/apps/all-apps';
import { narrowedTo } from '@/lib/apps/narrowing';
import { seenShared } from '@/lib/apps/shared-things';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { all, sql, type Sql } from '@/lib/db/sql';
import { keptAnswers } from './kept-answers';
import type { ScanFilters } from './scan-filters';
import { scanPeriod } from './scan-period';
import { byKind, codesScanned, isOfSome, liveCodes, onDays } from './scan-rows';

const CODES_SHOWN = 10;
const PARTS_SHOWN = 6;

export type Ranked = { id: string; name: string; count: number };

/** What was scanned most in a period, the most first. Tags share codes, so theirs may be more than all together. */
export type ScanRankings = { codes: Ranked[]; batches: Ranked[]; folders: Ranked[]; tags: Ranked[] };

type Row = { part: keyof ScanRankings; id: string; count: number };

/** Names of what somebody may know the name of. */
async function namesOf(actor: Actor, rows: readonly Row[]): Promise<Map<string, string>> {
  const idsOf = (part: Row['part']) => ({ in: rows.filter((row) => row.part === part).map(({ id }) => id) });
  const select = { id: true, name: true } as const;
  const { where } = narrowedTo(actor, ALL_APPS);
  const found = await Promise.all([
    db().code.findMany({ where: { id: idsOf('codes'), deletedAt: null, AND: where }, select }),
    db().batch.findMany({ where: { id: idsOf('batches'), AND: where }, select }),
    db().folder.findMany({ where: { id: idsOf('folders'), AND: seenShared(actor) }, select }),
    db().tag.findMany({ where: { id: idsOf('tags'), AND: seenShared(actor) }, select }),
  ]);
  return new Map(found.flat().map(({ id, name }) => [id, name]));
}

/** Sums of codes as `codes`. Those of one batch, folder or tag are looked up one by one; of all there are, days are added up first. */
function sumsOf(actor: Actor, filters: ScanFilters): Sql {
  const when = all([onDays(scanPeriod(filters, clock.now())), ...byKind(filters)]);
  const ofCodes = all(codesScanned(actor, filters));
  const columns = sql`c."id", c."batchId", c."folderId", c."tagIds", c."deletedAt"`;
  if (isOfSome(filters))
    return sql`SELECT ${columns}, sum(s."count")::integer AS "count" FROM "LiveScanDay" s ${liveCodes}
      WHERE ${all([when, ofCodes])} GROUP BY c."id"`;
  return sql`SELECT ${columns}, s."count" FROM (
      SELECT "key", sum("count")::integer AS "count" FROM "LiveScanDay" s WHERE ${when} GROUP BY "key" OFFSET 0
    ) AS s ${liveCodes} WHERE ${ofCodes}`;
}

const kept = keptAnswers<readonly Row[]>({ fresh: 5, kept: 30 });

/**
 * The codes, batches, folders and tags with most scans, half an hour old at most. What lies in the trash is counted in their sums, and
 * is no code of the list.
 */
export async function getScanRankings(actor: Actor, filters: ScanFilters): Promise<ScanRankings> {
  requirePermission(actor, 'codes.read');
  const statement = sql`
    WITH codes AS MATERIALIZED (${sumsOf(actor, filters)})
    (SELECT 'codes' AS "part", "id", "count" FROM codes WHERE "deletedAt" IS NULL
      ORDER BY "count" DESC, "id" LIMIT ${CODES_SHOWN})
    UNION ALL (SELECT 'batches', "batchId", sum("count")::integer FROM codes WHERE "batchId" IS NOT NULL
      GROUP BY 2 ORDER BY 3 DESC, 2 LIMIT ${PARTS_SHOWN})
    UNION ALL (SELECT 'folders', "folderId", sum("count")::integer FROM codes WHERE "folderId" IS NOT NULL
      GROUP BY 2 ORDER BY 3 DESC, 2 LIMIT ${PARTS_SHOWN})
    UNION ALL (SELECT 'tags', t."id", sum("count")::integer FROM codes, unnest("tagIds") AS t("id")
      GROUP BY 2 ORDER BY 3 DESC, 2 LIMIT ${PARTS_SHOWN})`;
  const rows = await kept(statement, () => db().$queryRaw<Row[]>(statement));
  const names = await namesOf(actor, rows);
  const partOf = (part: Row['part']): Ranked[] =>
    rows
      .flatMap(({ id, count, ...row }) => {
        const name = row.part === part ? names.get(id) : undefined;
        return name === undefined ? [] : [{ id, name, count }];
      })
      .sort((a, b) => b.count - a.count);
  return {
    codes: partOf('codes'),
    batches: partOf('batches'),
    folders: partOf('folders'),
    tags: partOf('tags'),
  };
}
