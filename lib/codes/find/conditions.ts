import 'server-only';
import { isOneApp } from '@/lib/apps/all-apps';
import { narrowedTo } from '@/lib/apps/narrowing';
import type { Viewer } from '@/lib/auth/actor';
import { betweenDays } from '@/lib/db/days';
import { sql, type Sql } from '@/lib/db/sql';
import { NEVER_SCANNED_DAYS } from '@/lib/live/limits';
import { neverScannedKeys } from '@/lib/live/scans/never-scanned-keys';
import { NO_FOLDER, type CodeFilters } from './filters';
import { searchesFor } from './search';

const PLACES: Record<CodeFilters['place'], Sql> = {
  '': sql`"deletedAt" IS NULL AND "archivedAt" IS NULL`,
  recent: sql`"deletedAt" IS NULL AND "archivedAt" IS NULL`,
  archived: sql`"deletedAt" IS NULL AND "archivedAt" IS NOT NULL`,
  trash: sql`"deletedAt" IS NOT NULL`,
};

/**
 * What a row of "Code" must meet to match the filters, by how the database can find such rows. Each condition is in one of
 * `place`, `dates`, `indexed` and `others`.
 */
export type CodeConditions = {
  /** Written exactly as in the partial indexes. */
  place: Sql;
  /** On "createdAt". */
  dates: Sql[];
  /** An index finds the rows that meet it, few of them as a rule. */
  indexed: Sql[];
  /** Those of them that search for words, and for each what its index is asked for. */
  texts: { condition: Sql; sieve: Sql }[];
  /** Looked at row by row. */
  others: Sql[];
  /** One of them by which an index also has the rows in order of "createdAt". */
  lead: Sql | null;
  /** Ids of the Mini Programs that are seen, of each of which an index has the rows in that order; null where none is left out. */
  apps: readonly string[] | null;
};

// Lists are sent as text[]: PGlite knows how to write an array of an enum only once it has been opened again.
const when = (wanted: unknown, condition: Sql): Sql[] => (wanted ? [condition] : []);

function byStatus(status: CodeFilters['status']) {
  const [only, ...more] = status;
  const rare = only !== undefined && !status.includes('READY');
  return {
    // Written out, since a partial index leaves READY codes out.
    indexed: when(rare, sql`("status" <> 'READY' AND "status" = ANY(${status}::text[]::"CodeStatus"[]))`),
    others: when(only && !rare, sql`"status" = ANY(${status}::text[]::"CodeStatus"[])`),
    lead: when(rare && more.length === 0, sql`"status" <> 'READY' AND "status" = ${only}::"CodeStatus"`),
  };
}

function byFolder(folder: string) {
  const inNone = folder === NO_FOLDER;
  const inOne = when(folder !== '' && !inNone, sql`"folderId" = ${folder}`);
  return { indexed: inOne, others: when(inNone, sql`"folderId" IS NULL`), lead: inOne };
}

/** The key by which a failure is explained; one that an older version left empty is an error that nobody knows. */
export const CAUSE_OF_FAILURE = sql`(CASE WHEN "status" = 'FAILED' THEN COALESCE("failureKey", 'unknownErrcode') END)`;

function byEndpoint(endpoint: CodeFilters['endpoint']): Sql[] {
  return when(endpoint.length > 0, sql`"endpoint" = ANY(${endpoint}::text[]::"Endpoint"[])`);
}

/** What codes must meet to match the filters and to be seen at all: everything that lists or counts codes asks here. */
export async function sortedConditions(filters: CodeFilters, viewer: Viewer): Promise<CodeConditions> {
  const { q, app, endpoint, cause, tag, creator, batch, place, scans } = filters;
  const searches = await searchesFor(q, viewer.sees);
  const texts = searches.flatMap(({ condition, sieve }) => (sieve ? [{ condition, sieve }] : []));
  const unindexed = searches.filter(({ sieve }) => !sieve);
  const status = byStatus(filters.status);
  const folder = byFolder(filters.folder);
  const byCreator = when(creator, sql`"createdById" = ${creator}`);
  const byApp = narrowedTo(viewer, app);
  // What somebody sees may lie far apart among what they do not, and an index knows where.
  const seen = viewer.sees !== 'all' && !isOneApp(app) ? viewer.sees : null;
  const byCause = when(cause, sql`${CAUSE_OF_FAILURE} = ${cause}`);
  const byBatch = sql`"id" IN (SELECT "codeId" FROM "BatchRow" WHERE "batchId" = ${batch})`;
  const neverScanned = sql`"id" IN (SELECT "codeId" FROM (${neverScannedKeys(NEVER_SCANNED_DAYS)}) AS "never")`;
  const used = sql`"id" IN (SELECT "codeId" FROM "RecentCode" WHERE "userId" = ${viewer.userId ?? ''})`;
  return {
    place: PLACES[place],
    dates: betweenDays(sql`"createdAt"`, filters),
    indexed: [
      ...texts.map(({ condition }) => condition),
      ...when(tag.length > 0, sql`"tagIds" && ${tag}::text[]`),
      ...when(batch, byBatch),
      ...when(place === 'recent', used),
      ...when(scans === 'never', neverScanned),
      ...folder.indexed,
      ...status.indexed,
      ...byCreator,
      ...(seen ? byApp.conditions : []),
    ],
    texts,
    others: [
      ...unindexed.map(({ condition }) => condition),
      ...(seen ? [] : byApp.conditions),
      ...byEndpoint(endpoint),
      ...byCause,
      ...folder.others,
      ...status.others,
    ],
    lead: [...folder.lead, ...byCreator, ...status.lead, ...byApp.one][0] ?? null,
    apps: seen,
  };
}

export function flat({ place, dates, indexed, others }: CodeConditions): Sql[] {
  return [place, ...dates, ...indexed, ...others];
}

/** All of them, to be joined with `all`. */
export async function codeConditions(filters: CodeFilters, viewer: Viewer): Promise<Sql[]> {
  return flat(await sortedConditions(filters, viewer));
}
