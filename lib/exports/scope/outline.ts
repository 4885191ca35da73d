import 'server-only';
import { ALL_APPS } from '@/lib/apps/all-apps';
import { narrowedTo } from '@/lib/apps/narrowing';
import type { Actor, Sight } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import { codeConditions } from '@/lib/codes/find/conditions';
import { pictureExtension } from '@/lib/codes/picture/picture-name';
import { db } from '@/lib/db/client';
import { all, sql, type Sql } from '@/lib/db/sql';
import type { ExportOutline, NameSample, OutlineFacts } from '@/lib/exports/export-types';
import { nameValues } from './record';
import { exportRecords } from './records';
import { resolveScope, scopeColumns, type ExportScope } from './scope';
import { summarizeScopes } from './scope-summary';

const SAMPLES = 6;

const ALL_CODES = sql`"Code"`;
/** Two rows may share a code: rows are counted. */
const ALL_ROWS = sql`"BatchRow" JOIN "Code" ON "codeId" = "id"`;

/** As `isUnreleased`. */
const UNRELEASED = sql`"envVersion" <> 'release'`;

type Seeing = { sees: Sight };

async function sourceOf(scope: ExportScope, { sees }: Seeing): Promise<{ from: Sql; conditions: Sql[] }> {
  const there = all([
    sql`"deletedAt" IS NULL`,
    ...(scope.onlyReleased ? [sql`${UNRELEASED} IS NOT TRUE`] : []),
    ...narrowedTo({ sees }, ALL_APPS).conditions,
  ]);
  if (scope.kind === 'batch')
    return { from: ALL_ROWS, conditions: [there, sql`"BatchRow"."batchId" = ${scope.batchId}`] };
  const named =
    scope.kind === 'selection'
      ? [sql`"id" = ANY(${scope.codeIds}::text[])`]
      : await codeConditions(scope.filters, { userId: null, sees });
  return { from: ALL_CODES, conditions: [there, ...named] };
}

type Counted = Seeing & { ready: boolean; square?: boolean; unreleased?: boolean };

/**
 * Codes of a scope, or rows of a batch that have one.
 * @param options.ready only those that have a picture
 * @param options.square only square ones
 * @param options.unreleased only those that open the trial or development version
 */
export async function countScope(
  scope: ExportScope,
  { ready, square = false, unreleased = false, sees }: Counted,
): Promise<number> {
  const { from, conditions } = await sourceOf(scope, { sees });
  const wanted = [
    ...conditions,
    ...(ready ? [sql`"status" = 'READY'`] : []),
    ...(square ? [sql`"endpoint" = 'createwxaqrcode'`] : []),
    ...(unreleased ? [UNRELEASED] : []),
  ];
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::integer AS "count" FROM ${from} WHERE ${all(wanted)}`;
  return row?.count ?? 0;
}

type Group = { px: number; ready: boolean; unreleased: boolean; count: number; bytes: number };

/** All codes in groups: how wide their pictures are, and whether they have one. */
async function groupsOf(scope: ExportScope, seeing: Seeing): Promise<Group[]> {
  const { from, conditions } = await sourceOf(scope, seeing);
  return db().$queryRaw<Group[]>`
    SELECT coalesce("imageWidthPx", 0) AS "px", "status" = 'READY' AS "ready", (${UNRELEASED}) IS TRUE AS "unreleased",
      count(*)::integer AS "count", coalesce(sum("imageBytes"), 0)::float8 AS "bytes"
    FROM ${from} WHERE ${all(conditions)} GROUP BY 1, 2, 3 ORDER BY 1`;
}

async function samplesOf(scope: ExportScope, { sees }: Seeing): Promise<NameSample[]> {
  const samples: NameSample[] = [];
  for await (const record of exportRecords(scope, { ready: true, until: clock.now(), sees })) {
    const extension = pictureExtension(record.code.imageType ?? '');
    samples.push({ ...nameValues(record), extension });
    if (samples.length === SAMPLES) break;
  }
  return samples;
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

function widthsOf(groups: Group[]): OutlineFacts['widths'] {
  const counts = new Map<number, number>();
  for (const { px, count } of groups) counts.set(px, (counts.get(px) ?? 0) + count);
  return [...counts].map(([px, count]) => ({ px, count }));
}

async function factsOf(scope: ExportScope, groups: Group[], seeing: Seeing): Promise<OutlineFacts> {
  const ready = groups.filter((group) => group.ready);
  return {
    codes: sum(groups.map((group) => group.count)),
    pictures: sum(ready.map((group) => group.count)),
    bytes: sum(ready.map((group) => group.bytes)),
    widths: widthsOf(ready),
    samples: await samplesOf(scope, seeing),
  };
}

/** What an export of this scope would hold. @param scope that `resolveScope` gave the reader */
export async function outlineScope(actor: Actor, scope: ExportScope): Promise<ExportOutline> {
  const [summaries, columns, groups] = await Promise.all([
    summarizeScopes(actor, [scope]),
    scopeColumns(scope),
    groupsOf(scope, actor),
  ]);
  const [summary] = summaries;
  if (!summary) throw new Error('a scope without a summary');
  const without = groups.filter((group) => !group.unreleased);
  const [facts, released] = await Promise.all([
    factsOf(scope, groups, actor),
    without.length < groups.length ? factsOf({ ...scope, onlyReleased: true }, without, actor) : null,
  ]);
  return { scope: summary, columns, ...facts, released };
}

/**
 * @param fields as of an address: see `resolveScope`
 * @throws AppError FORBIDDEN, INVALID_INPUT, NOT_FOUND
 */
export async function outlineExport(actor: Actor, fields: URLSearchParams): Promise<ExportOutline> {
  return outlineScope(actor, await resolveScope(actor, fields));
}
