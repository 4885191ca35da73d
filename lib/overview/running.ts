import 'server-only';
import { seenRows } from '@/lib/apps/sight';
import type { Actor } from '@/lib/auth/actor';
import { makerOf, withMaker } from '@/lib/auth/maker';
import { requirePermission } from '@/lib/auth/permissions';
import { countRows } from '@/lib/batches/report/counts';
import type { BatchCounts } from '@/lib/batches/report/run-types';
import { db } from '@/lib/db/client';
import type { ExportFormat } from '@/lib/exports/options';
import { seenExports } from '@/lib/exports/seen';

const SHOWN_MAX = 20;

export type RunningBatch = { id: string; name: string; app: string; counts: BatchCounts };
/** Moments are ISO strings, so that the page and its route say the same. */
export type RunningExport = { id: string; format: ExportFormat; createdBy: string | null; createdAt: string };
export type Running = { batches: RunningBatch[]; exports: RunningExport[] };

async function runningBatches(actor: Actor): Promise<RunningBatch[]> {
  const found = await db().batch.findMany({
    where: { state: 'RUNNING', AND: seenRows(actor) },
    select: {
      ...{ id: true, name: true, state: true, rowCount: true, newCount: true, reusedCount: true },
      ...{ skippedCount: true, miniProgram: { select: { name: true } } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: SHOWN_MAX,
  });
  const counts = found.length > 0 ? await countRows(found) : new Map<string, BatchCounts>();
  return found.flatMap(({ id, name, miniProgram }) => {
    const counted = counts.get(id);
    return counted ? [{ id, name, app: miniProgram.name, counts: counted }] : [];
  });
}

async function runningExports(actor: Actor): Promise<RunningExport[]> {
  const found = await db().export.findMany({
    where: { state: 'RUNNING', removedAt: null, AND: await seenExports(actor) },
    select: { id: true, format: true, createdAt: true, ...withMaker },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: SHOWN_MAX,
  });
  return found.map(({ id, format, createdAt, ...made }) => ({
    ...{ id, format, createdAt: createdAt.toISOString() },
    createdBy: makerOf(made)?.name ?? null,
  }));
}

/** Batches and exports that are under way, of all Mini Programs that the actor sees, newest first. */
export async function listRunning(actor: Actor): Promise<Running> {
  requirePermission(actor, 'batches.read');
  requirePermission(actor, 'codes.export');
  const [batches, exports] = await Promise.all([runningBatches(actor), runningExports(actor)]);
  return { batches, exports };
}
