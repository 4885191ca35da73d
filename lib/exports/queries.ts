import 'server-only';
import { narrowedTo } from '@/lib/apps/narrowing';
import type { Actor } from '@/lib/auth/actor';
import { makerOf, withMaker } from '@/lib/auth/maker';
import { requirePermission } from '@/lib/auth/permissions';
import { coversOf, type Cover } from '@/lib/codes/find/covers';
import { db } from '@/lib/db/client';
import type { Export } from '@/lib/db/generated/client';
import type { ExportWhereInput } from '@/lib/db/generated/models';
import { afterCursor, decodeCursor, encodeCursor } from '@/lib/db/pagination';
import { escapeLike } from '@/lib/db/sql';
import { AppError } from '@/lib/errors';
import type { ListParams } from '@/lib/lists/list-params';
import {
  EXPORT_FAILURES,
  type ExportItem,
  type ExportPage,
  type ExportState,
  type ExportTab,
  type ScopeSummary,
  type StartingOptions,
} from './export-types';
import { fileNameOf } from './file-name';
import { DEFAULT_NAMES, isPrint, type ZipOptions } from './options';
import { toOrder } from './order';
import { storedOptions } from './parse-options';
import { isOut } from '@/lib/print/records/record-types';
import { mayRemove } from './remove';
import { storedScope } from '@/lib/exports/scope/scope';
import { seenExports } from './seen';
import { summarizeScopes } from '@/lib/exports/scope/scope-summary';

const PAGE_SIZE = 30;

type Maker = { id: string; name: string } | null;
type Row = Export & { createdBy: Maker; createdByKey: Maker };

const STATES = { RUNNING: 'running', FINISHED: 'finished', FAILED: 'failed' } as const;

function stateOf({ state, lostFile }: Row): ExportState {
  return lostFile && state === 'FINISHED' ? 'lost' : STATES[state];
}

type Around = { actor: Actor; scope: ScopeSummary; covers: Map<string, Cover> };

function toItem(row: Row, { actor, scope, covers }: Around): ExportItem {
  const { id, format, count, missingCount, sizeBytes, lostFile } = row;
  return {
    ...{ id, format, count, missingCount, lostFile, state: stateOf(row) },
    scope,
    options: storedOptions(row.options),
    fileName: fileNameOf(toOrder(row)),
    total: row.totalCount,
    done: row.doneCount,
    failure: EXPORT_FAILURES.find((known) => known === row.failure) ?? null,
    covers: row.coverIds.flatMap((codeId) => covers.get(codeId) ?? []),
    canRemove: mayRemove(actor, row) && !isOut(row.printState),
    print: row.printState,
    createdAt: row.createdAt.toISOString(),
    createdBy: makerOf(row)?.name ?? null,
    sizeBytes: sizeBytes === null ? null : Number(sizeBytes),
  };
}

async function toItems(actor: Actor, rows: Row[]): Promise<ExportItem[]> {
  const [scopes, covers] = await Promise.all([
    summarizeScopes(
      actor,
      rows.map((row) => storedScope(row.scope)),
    ),
    coversOf(rows.flatMap((row) => row.coverIds)),
  ]);
  return scopes.flatMap((scope, at) => (rows[at] ? [toItem(rows[at], { actor, scope, covers })] : []));
}

const ofTab: Record<ExportTab, ExportWhereInput> = {
  all: {},
  running: { state: 'RUNNING' },
  ready: { state: 'FINISHED', lostFile: null },
  failed: { OR: [{ state: 'FAILED' }, { state: 'FINISHED', lostFile: { not: null } }] },
};

/** By what it was about, and by who asked for it. */
function searched(q: string): ExportWhereInput {
  if (q === '') return { removedAt: null };
  const like = { contains: escapeLike(q), mode: 'insensitive' as const };
  return {
    removedAt: null,
    OR: [{ searchText: like }, { createdBy: { name: like } }, { createdByKey: { name: like } }],
  };
}

/** One pass, however many tabs there are. */
async function countTabs(where: ExportWhereInput): Promise<ExportPage['counts']> {
  const [states, lost] = await Promise.all([
    db().export.groupBy({ by: ['state'], where, _count: { _all: true } }),
    db().export.count({ where: { AND: [where, { state: 'FINISHED', lostFile: { not: null } }] } }),
  ]);
  const of = (wanted: Export['state']) => states.find(({ state }) => state === wanted)?._count._all ?? 0;
  const [running, finished, failed] = [of('RUNNING'), of('FINISHED'), of('FAILED')];
  return { all: running + finished + failed, running, ready: finished - lost, failed: failed + lost };
}

async function countElsewhere(where: ExportWhereInput | null, listed: ExportWhereInput[]): Promise<number> {
  return where ? db().export.count({ where: { AND: [where, ...listed] } }) : 0;
}

type Asked = Omit<ListParams<string>, 'tab'> & { cursor?: string | undefined };

/** A page of those that the actor sees, and what all of the list are found by, whichever tab is open. */
export async function exportPage(actor: Actor, { app, q, cursor }: Asked, tab: ExportWhereInput) {
  const [narrowed, seen] = [narrowedTo(actor, app), await seenExports(actor)];
  const where = { AND: [seen, narrowed.exports, searched(q)] };
  const after = cursor ? afterCursor(decodeCursor(cursor)) : {};
  const [found, elsewhere] = await Promise.all([
    db().export.findMany({
      where: { AND: [where, tab, after] },
      include: withMaker,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: PAGE_SIZE + 1,
    }),
    countElsewhere(narrowed.exportsElsewhere, [seen, searched(q), tab]),
  ]);
  const rows = found.slice(0, PAGE_SIZE);
  const last = found.length > PAGE_SIZE ? rows.at(-1) : undefined;
  const nextCursor = last ? encodeCursor({ value: last.createdAt, id: last.id }) : null;
  return { items: await toItems(actor, rows), nextCursor, elsewhere, where };
}

/** What was exported of what the actor sees, newest first. @throws AppError INVALID_INPUT for a cursor that is none */
export async function listExports(
  actor: Actor,
  { tab, ...params }: ListParams<ExportTab> & { cursor?: string | undefined },
): Promise<ExportPage> {
  requirePermission(actor, 'codes.export');
  const { where, ...page } = await exportPage(actor, params, ofTab[tab]);
  return { ...page, counts: await countTabs(where) };
}

/** @throws AppError NOT_FOUND */
export async function exportItem(actor: Actor, exportId: string) {
  const row = await db().export.findUnique({
    where: { id: exportId, removedAt: null, AND: await seenExports(actor) },
    include: withMaker,
  });
  const [item] = row ? await toItems(actor, [row]) : [];
  if (!row || !item) throw new AppError('NOT_FOUND');
  return { item, sha256: row.sha256 };
}

/** One of them, for whoever waits for it. @throws AppError FORBIDDEN, NOT_FOUND */
export async function getExport(actor: Actor, exportId: string): Promise<ExportItem> {
  requirePermission(actor, 'codes.export');
  return (await exportItem(actor, exportId)).item;
}

const USUAL: ZipOptions = { format: 'zip', names: DEFAULT_NAMES, picture: { kind: 'original' } };

/** Names as this person chose them last time. The pictures are WeChat's own again: nobody gets others by oversight. */
async function lastZipOptions(actor: Actor): Promise<ZipOptions> {
  if (actor.kind !== 'user') return USUAL;
  const last = await db().export.findFirst({
    where: { createdById: actor.id, format: 'zip', AND: await seenExports(actor) },
    select: { options: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  const options = last && storedOptions(last.options);
  return options?.format === 'zip' ? { ...USUAL, names: options.names } : USUAL;
}

/**
 * What the builder begins with: the choices of an earlier export that is to be made anew, else the person's last names.
 * @param earlierId null for none
 */
export async function startingOptions(actor: Actor, earlierId: string | null): Promise<StartingOptions> {
  requirePermission(actor, 'codes.export');
  const where = earlierId ? { id: earlierId, AND: await seenExports(actor) } : null;
  const earlier = where && (await db().export.findUnique({ where, select: { options: true } }));
  const options = earlier && storedOptions(earlier.options);
  if (options?.format === 'zip') return { format: 'zip', zip: options };
  const format = options && !isPrint(options) ? options.format : 'zip';
  return { format, zip: await lastZipOptions(actor) };
}
