import 'server-only';
import { narrowedTo } from '@/lib/apps/narrowing';
import { seenRows } from '@/lib/apps/sight';
import type { Actor } from '@/lib/auth/actor';
import { makerOf, withMaker } from '@/lib/auth/maker';
import { requirePermission } from '@/lib/auth/permissions';
import { asFailureKey } from '@/lib/codes/generate/failure-key';
import { coversOfBatches } from '@/lib/codes/find/covers';
import { db } from '@/lib/db/client';
import type { BatchState } from '@/lib/db/generated/enums';
import type { BatchWhereInput } from '@/lib/db/generated/models';
import { afterCursor, decodeCursor, encodeCursor } from '@/lib/db/pagination';
import { escapeLike } from '@/lib/db/sql';
import { AppError } from '@/lib/errors';
import type { ListParams } from '@/lib/lists/list-params';
import { listArrivals } from './arrivals';
import { listCauses } from './causes';
import { countRows } from './counts';
import { paceOf } from './pace';
import { countUnreleased } from './unreleased';
import type {
  BatchCounts,
  BatchDetail,
  BatchItem,
  BatchPage,
  BatchProgress,
  BatchSummary,
  BatchTab,
  OpenedBatch,
} from './run-types';

const PAGE_SIZE = 30;

const selected = {
  id: true,
  name: true,
  source: true,
  state: true,
  stoppedBy: true,
  rowCount: true,
  newCount: true,
  reusedCount: true,
  skippedCount: true,
  editedCells: true,
  removedRows: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
  updatedAt: true,
  miniProgram: { select: { id: true, name: true, mode: true } },
  ...withMaker,
} as const;

async function findBatch(actor: Actor, id: string) {
  return db().batch.findUnique({ where: { id, AND: seenRows(actor) }, select: selected });
}

type Found = NonNullable<Awaited<ReturnType<typeof findBatch>>>;

/** @throws AppError NOT_FOUND */
async function requireBatch(actor: Actor, id: string): Promise<Found> {
  const batch = await findBatch(actor, id);
  if (!batch) throw new AppError('NOT_FOUND');
  return batch;
}

function toSummary(batch: Found): Omit<BatchSummary, 'counts'> {
  const { id, name, source, state, miniProgram, createdAt, startedAt, finishedAt } = batch;
  return {
    ...{ id, name, source, state, miniProgram, createdBy: makerOf(batch) },
    createdAt: createdAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

async function countOne(batch: Found): Promise<BatchCounts> {
  const counts = (await countRows([batch])).get(batch.id);
  if (!counts) throw new Error('a batch has no counts');
  return counts;
}

const ofTab: Record<BatchTab, BatchWhereInput> = {
  all: {},
  active: { state: { in: ['RUNNING', 'PAUSED'] } },
  drafts: { state: 'DRAFT' },
  done: { state: { in: ['FINISHED', 'CANCELLED'] } },
};

/** By its name, and by who made it. */
function searched(q: string): BatchWhereInput {
  if (q === '') return {};
  const like = { contains: escapeLike(q), mode: 'insensitive' as const };
  return { OR: [{ name: like }, { createdBy: { name: like } }, { createdByKey: { name: like } }] };
}

async function countTabs(where: BatchWhereInput): Promise<BatchPage['counts']> {
  const states = await db().batch.groupBy({ by: ['state'], where, _count: { _all: true } });
  const of = (...wanted: BatchState[]) =>
    states.reduce((sum, { state, _count }) => sum + (wanted.includes(state) ? _count._all : 0), 0);
  const [active, drafts, done] = [of('RUNNING', 'PAUSED'), of('DRAFT'), of('FINISHED', 'CANCELLED')];
  return { all: active + drafts + done, active, drafts, done };
}

/** Of the batches that a list leaves out: what the reader must know of all the same. */
async function countElsewhere(
  where: BatchWhereInput | null,
  listed: BatchWhereInput[],
): Promise<BatchPage['elsewhere']> {
  if (!where) return { total: 0, waiting: 0 };
  const [total, waiting] = await Promise.all([
    db().batch.count({ where: { AND: [where, ...listed] } }),
    db().batch.count({ where: { ...where, state: { in: ['DRAFT', 'PAUSED'] } } }),
  ]);
  return { total, waiting };
}

async function withCounts(found: Found[]): Promise<BatchSummary[]> {
  const counts = await countRows(found);
  return found.flatMap((batch) => {
    const counted = counts.get(batch.id);
    return counted ? [{ ...toSummary(batch), counts: counted }] : [];
  });
}

async function toItems(shown: Found[]): Promise<BatchItem[]> {
  const [batches, covers] = await Promise.all([
    withCounts(shown),
    coversOfBatches(shown.map(({ id }) => id)),
  ]);
  return batches.map((batch) => ({ ...batch, covers: covers.get(batch.id) ?? [] }));
}

/** Batches, drafts included, newest first. @throws AppError INVALID_INPUT for a cursor that is none */
export async function listBatches(
  actor: Actor,
  { app, tab, q, cursor }: ListParams<BatchTab> & { cursor?: string | undefined },
): Promise<BatchPage> {
  requirePermission(actor, 'batches.read');
  const narrowed = narrowedTo(actor, app);
  const where = { AND: [narrowed.where, searched(q)] };
  const [found, counts, elsewhere] = await Promise.all([
    db().batch.findMany({
      where: { AND: [where, ofTab[tab], cursor ? afterCursor(decodeCursor(cursor)) : {}] },
      select: selected,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: PAGE_SIZE + 1,
    }),
    countTabs(where),
    countElsewhere(narrowed.elsewhere, [searched(q), ofTab[tab]]),
  ]);
  const shown = found.slice(0, PAGE_SIZE);
  const last = found.length > PAGE_SIZE ? shown.at(-1) : undefined;
  const nextCursor = last ? encodeCursor({ value: last.createdAt, id: last.id }) : null;
  return { items: await toItems(shown), nextCursor, counts, elsewhere };
}

const ACTIVE_MAX = 50;

/** What is at work or waits for somebody to go on, newest first; of all Mini Programs that the actor sees, whatever the scope. */
export async function listActiveBatches(actor: Actor): Promise<BatchSummary[]> {
  requirePermission(actor, 'batches.read');
  const found = await db().batch.findMany({
    where: { state: { in: ['RUNNING', 'PAUSED', 'DRAFT'] }, AND: seenRows(actor) },
    select: selected,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: ACTIVE_MAX,
  });
  return withCounts(found);
}

async function progressOf(batch: Found): Promise<BatchProgress> {
  const counts = await countOne(batch);
  const [pace, errors, arrivals] = await Promise.all([
    paceOf(batch, counts.waiting + counts.running),
    counts.failed > 0 ? listCauses(batch.id) : [],
    counts.made > 0 ? listArrivals(batch.id) : [],
  ]);
  return {
    ...counts,
    ...pace,
    state: batch.state,
    stoppedBy: asFailureKey(batch.stoppedBy),
    errors,
    arrivals,
  };
}

/** @throws AppError NOT_FOUND */
export async function getBatch(actor: Actor, id: string): Promise<BatchDetail> {
  requirePermission(actor, 'batches.read');
  const batch = await requireBatch(actor, id);
  const { editedCells, removedRows } = batch;
  return { ...toSummary(batch), editedCells, removedRows, progress: await progressOf(batch) };
}

/**
 * The same with what only its page says, for which all its codes are looked through: programs ask for a batch every few
 * seconds, and not for that. @throws AppError NOT_FOUND
 */
export async function openBatch(actor: Actor, id: string): Promise<OpenedBatch> {
  const batch = await getBatch(actor, id);
  return { ...batch, unreleased: await countUnreleased(id) };
}

/** @throws AppError NOT_FOUND */
export async function getBatchProgress(actor: Actor, id: string): Promise<BatchProgress> {
  requirePermission(actor, 'batches.read');
  return progressOf(await requireBatch(actor, id));
}
