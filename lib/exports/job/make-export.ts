import 'server-only';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { newZip } from '@/lib/exports/archive/new-zip';
import { isUnleased } from '@/lib/db/lease';
import { isPassing } from '@/lib/db/passing';
import { isAppError } from '@/lib/errors';
import type { ExportFailure } from '@/lib/exports/export-types';
import { newTable } from '@/lib/exports/list/new-table';
import { newPictureTable } from '@/lib/exports/list/picture-table';
import {
  isPdf,
  isPictureTable,
  isPieces,
  isTable,
  isZip,
  toOrder,
  type Order,
  type Tally,
} from '@/lib/exports/order';
import { ordered } from '@/lib/exports/scope/ordered';
import { openRecords } from '@/lib/exports/scope/open-records';
import type { ExportRecord } from '@/lib/exports/scope/record';
import { sampled } from '@/lib/exports/scope/sample';
import { log } from '@/lib/log';
import { newPieces } from '@/lib/print/files/new-pieces';
import { newPdf } from '@/lib/print/pdf/new-pdf';
import { isStorageError } from '@/lib/storage/storage';
import { inSpan } from '@/lib/tracing/spans';
import { emitExport } from '@/lib/webhooks/emit-work';

/** A job whose process died is taken up by another one after this. */
export const EXPORT_LEASE_MS = 30_000;
/** So often it is written down how far it is, and looked whether somebody gave it up. */
const REPORT_EVERY_MS = 400;
/** What a process does not survive three times is not tried a fourth time. */
const ATTEMPTS_MAX = 3;
/** While the database or the store is out of order, it is tried again so often, for so long. */
const AGAIN_MS = 10_000;
const AGAIN_FOR_MS = 60 * 60_000;
const COVERS = 3;

const inLease = () => new Date(clock.now().getTime() + EXPORT_LEASE_MS);

type Claim = { order: Order; attempt: number };

/** Only the claim that is the latest may write. */
const ours = ({ order, attempt }: Claim) => ({
  where: { id: order.id, attempts: attempt, state: 'RUNNING' as const, removedAt: null },
});

/** Takes a job that waits. @returns null when somebody else has it, it was given up, or it was tried too often */
async function claim(id: string): Promise<Claim | null> {
  const waiting = { id, state: 'RUNNING' as const, removedAt: null, ...isUnleased(EXPORT_LEASE_MS) };
  const { count } = await db().export.updateMany({
    where: waiting,
    data: { leaseExpiresAt: inLease(), attempts: { increment: 1 }, doneCount: 0 },
  });
  const row = count === 1 ? await db().export.findUnique({ where: { id } }) : null;
  if (!row) return null;
  const claimed = { order: toOrder(row), attempt: row.attempts };
  if (row.attempts <= ATTEMPTS_MAX) return claimed;
  await fail(claimed, 'broken');
  return null;
}

async function fail(claimed: Claim, failure: ExportFailure): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.export.updateMany({
      ...ours(claimed),
      data: { state: 'FAILED', failure, leaseExpiresAt: null, finishedAt: clock.now() },
    });
    if (count === 1) await emitExport(tx, claimed.order.id, 'export.failed');
  });
}

/** @returns false when it is no longer ours: it was taken off the list, or another process has it */
async function report(claimed: Claim, { count, missingCount }: Tally): Promise<boolean> {
  const data = { doneCount: count + missingCount, leaseExpiresAt: inLease() };
  return (await db().export.updateMany({ ...ours(claimed), data })).count === 1;
}

function bytesOf(order: Order, records: AsyncIterable<ExportRecord>, tally: Tally) {
  if (isZip(order)) return newZip(order, records, tally);
  if (isTable(order)) return newTable(order, records, tally);
  if (isPictureTable(order)) return newPictureTable(order, records, tally);
  if (isPdf(order)) return newPdf(order, records, tally);
  if (isPieces(order)) return newPieces(order, records, tally);
  throw new Error('unknown format');
}

/** Writes down the first codes on their way. */
async function* withCovers(records: AsyncIterable<ExportRecord>, claimed: Claim) {
  const coverIds: string[] = [];
  const keep = () => db().export.updateMany({ ...ours(claimed), data: { coverIds } });
  for await (const record of records) {
    if (coverIds.length < COVERS && coverIds.push(record.code.id) === COVERS) await keep();
    yield record;
  }
  if (coverIds.length < COVERS) await keep();
}

/** @returns whether it came to its end; false when it was stopped or given up on the way */
async function make(claimed: Claim, isStopped: () => boolean): Promise<boolean> {
  const { order } = claimed;
  const tally: Tally = { count: 0, missingCount: 0 };
  const records = ordered(order.options, sampled(order.options, await openRecords(order)));
  let reportedAt = clock.now().getTime();
  // Nobody keeps the bytes: what it takes to send them again is kept by `seal`, and their number.
  for await (const _chunk of bytesOf(order, withCovers(records, claimed), tally)) {
    if (isStopped()) return false;
    const now = clock.now().getTime();
    if (now - reportedAt < REPORT_EVERY_MS) continue;
    if (!(await report(claimed, tally))) return false;
    reportedAt = now;
  }
  return true;
}

/** Nothing is wrong with what was asked for. */
function mayGoOn({ order }: Claim, error: unknown): boolean {
  const isYoung = clock.now().getTime() - order.createdAt.getTime() < AGAIN_FOR_MS;
  return isYoung && (isPassing(error) || isStorageError(error));
}

/** Leaves it for another attempt, which is as if this one had not been. */
async function leave(claimed: Claim, leaseExpiresAt: Date | null): Promise<void> {
  await db().export.updateMany({ ...ours(claimed), data: { leaseExpiresAt, attempts: { decrement: 1 } } });
}

async function settleFault(claimed: Claim, error: unknown): Promise<void> {
  const exportId = claimed.order.id;
  if (mayGoOn(claimed, error)) {
    log().warn({ err: error, exportId }, 'an export waits for the database or the storage');
    return leave(claimed, new Date(clock.now().getTime() + AGAIN_MS));
  }
  // Given up, or made by somebody else: then its end is no failure.
  if ((await db().export.count(ours(claimed))) === 0) return;
  const isEmpty = isAppError(error) && error.code === 'EXPORT_EMPTY';
  if (!isEmpty) log().error({ err: error, exportId }, 'an export failed');
  await fail(claimed, isEmpty ? 'empty' : 'broken');
}

/**
 * Makes one export that waits, if nobody else does. From then on it can be downloaded. What fails is written down; a
 * person may have it tried again.
 * @param isStopped the process ends: the job is left as it was, for the next one
 */
export async function makeExport(exportId: string, isStopped: () => boolean = () => false): Promise<void> {
  const claimed = await claim(exportId);
  if (!claimed) return;
  try {
    const made = inSpan('export', { 'suncode.export_id': exportId }, () => make(claimed, isStopped));
    if (await made) return;
    if (isStopped()) await leave(claimed, null);
  } catch (error) {
    await settleFault(claimed, error);
  }
}
