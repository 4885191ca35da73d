import 'server-only';
import { db } from '@/lib/db/client';
import { containing, join, moment, sql, type Sql } from '@/lib/db/sql';
import { NO_FOLDER, type CodeFilters } from './filters';

const DAY_MS = 24 * 60 * 60 * 1000;

const PLACES: Record<CodeFilters['place'], Sql> = {
  '': sql`"deletedAt" IS NULL AND "archivedAt" IS NULL`,
  recent: sql`"deletedAt" IS NULL AND "archivedAt" IS NULL`,
  archived: sql`"deletedAt" IS NULL AND "archivedAt" IS NOT NULL`,
  trash: sql`"deletedAt" IS NOT NULL`,
};

async function tagsNamed(q: string): Promise<string[]> {
  const tags = await db().tag.findMany({
    where: { name: { contains: q, mode: 'insensitive' } },
    select: { id: true },
  });
  return tags.map(({ id }) => id);
}

/** A code matches by its words, or because it has a tag whose name matches. */
async function search(q: string): Promise<Sql> {
  const pattern = containing(q);
  const matches = ['name', 'note', 'path', 'page', 'scene'] as const;
  const columns = {
    name: sql`"name"`,
    note: sql`"note"`,
    path: sql`"path"`,
    page: sql`"page"`,
    scene: sql`"scene"`,
  };
  const words = matches.map((column) => sql`${columns[column]} ILIKE ${pattern}`);
  const tags = await tagsNamed(q);
  return sql`(${join([...words, ...(tags.length > 0 ? [sql`"tagIds" && ${tags}::text[]`] : [])], ' OR ')})`;
}

/** Both days are included. Without a zone a day is the server's own, the one that all dates are shown in. */
function createdBetween(from: string, to: string): Sql[] {
  const conditions: Sql[] = [];
  if (from) conditions.push(sql`"createdAt" >= ${moment(new Date(`${from}T00:00:00`))}`);
  if (to)
    conditions.push(sql`"createdAt" < ${moment(new Date(new Date(`${to}T00:00:00`).getTime() + DAY_MS))}`);
  return conditions;
}

function ofApp(app: string): Sql[] {
  return app && app !== 'all' ? [sql`"miniProgramId" = ${app}`] : [];
}

function inFolder(folder: string): Sql[] {
  if (folder === '') return [];
  return [folder === NO_FOLDER ? sql`"folderId" IS NULL` : sql`"folderId" = ${folder}`];
}

/**
 * What rows of "Code" must meet to match the filters; join them with `all`.
 * @param userId whose codes are meant by the place `recent`
 */
export async function codeConditions(filters: CodeFilters, userId: string | null): Promise<Sql[]> {
  const { q, endpoint, status, tag, creator, batch, place } = filters;
  return [
    PLACES[place],
    ...ofApp(filters.app),
    ...inFolder(filters.folder),
    ...(endpoint.length > 0 ? [sql`"endpoint" = ANY(${endpoint}::"Endpoint"[])`] : []),
    ...(status.length > 0 ? [sql`"status" = ANY(${status}::"CodeStatus"[])`] : []),
    ...(tag.length > 0 ? [sql`"tagIds" && ${tag}::text[]`] : []),
    ...(creator ? [sql`"createdById" = ${creator}`] : []),
    ...(batch ? [sql`"id" IN (SELECT "codeId" FROM "BatchRow" WHERE "batchId" = ${batch})`] : []),
    ...(place === 'recent'
      ? [sql`"id" IN (SELECT "codeId" FROM "RecentCode" WHERE "userId" = ${userId ?? ''})`]
      : []),
    ...createdBetween(filters.from, filters.to),
    ...(q ? [await search(q)] : []),
  ];
}
