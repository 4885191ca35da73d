import 'server-only';
import { clock } from '@/lib/clock';
import { db, type Database, type Tx } from '@/lib/db/client';
import { isOver } from '@/lib/db/lease';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { emitBackup } from '@/lib/webhooks/emit-faults';
import { BackupError } from '../archive';
import { createBackup } from '../create';
import { PlaceError, type BackupFailure } from './failures';
import { backupPlace } from './place';
import type { Written } from './place-types';
import { readKnown } from './known';
import { nextTurn } from './turns';

/** The backup of a process that is silent for so long is given up. */
const LEASE_MS = 60_000;
const RENEW_EVERY_MS = 15_000;
/** Failures that are kept to look at. */
const FAILED_KEPT = 10;

const inLease = () => new Date(clock.now().getTime() + LEASE_MS);

type Claim = { id: string; fileName: string };

const nameOf = (id: string, at: Date) =>
  `suncode-${at.toISOString().slice(0, 19).replaceAll(':', '')}Z-${id.slice(-6)}.tar`;

const removeBackup = async (fileName: string) => (await backupPlace()).remove(fileName);

/** @returns whether one is being made; what a dead process left is given up */
async function isAtWork(tx: Tx): Promise<boolean> {
  const running = await tx.backup.findMany({ where: { state: 'RUNNING' } });
  const isDead = ({ leaseExpiresAt }: (typeof running)[number]) => isOver(leaseExpiresAt, LEASE_MS);
  for (const { id, fileName } of running.filter(isDead)) {
    if (fileName !== null) await removeBackup(fileName).catch(() => undefined);
    await tx.backup.update({ where: { id }, data: ended('interrupted'), select: { id: true } });
    await emitBackup(tx, id, 'interrupted');
  }
  return running.some((row) => !isDead(row));
}

const ended = (failure: BackupFailure) =>
  ({ state: 'FAILED', failure, finishedAt: clock.now(), leaseExpiresAt: null }) as const;

/** The one that somebody asked for or that a process has left by ending, else the one whose turn has come. */
async function findNext(tx: Tx): Promise<string | null> {
  const waiting = await tx.backup.findFirst({ where: { state: 'WAITING' }, orderBy: { id: 'asc' } });
  if (waiting) return waiting.id;
  const turn = nextTurn(await readKnown(tx));
  if (turn === null || turn > clock.now()) return null;
  return (await tx.backup.create({ data: {}, select: { id: true } })).id;
}

/** One after the other over all processes: the row of the installation is the lock. */
async function claim(): Promise<Claim | null> {
  return db().$transaction(async (tx) => {
    const locked = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "Installation" WHERE "id" = 1 FOR UPDATE`;
    if (locked.length === 0 || (await isAtWork(tx))) return null;
    const id = await findNext(tx);
    if (id === null) return null;
    const startedAt = clock.now();
    const fileName = nameOf(id, startedAt);
    const data = { state: 'RUNNING' as const, startedAt, fileName, leaseExpiresAt: inLease() };
    await tx.backup.update({ where: { id }, data, select: { id: true } });
    return { id, fileName };
  });
}

/** Of one that was given up meanwhile nothing is written down. */
const ours = ({ id }: Claim) => ({ where: { id, state: 'RUNNING' as const } });

const NOT_WRITABLE = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT', 'EEXIST'];

function failureOf(error: unknown): BackupFailure {
  if (error instanceof PlaceError) return error.failure;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (['ENOSPC', 'EDQUOT'].includes(code)) return 'noSpace';
  if (NOT_WRITABLE.includes(code)) return 'notWritable';
  return error instanceof BackupError ? 'broken' : 'unreadable';
}

async function keepNewest(): Promise<void> {
  const keep = env().BACKUP_KEEP;
  const beyond = async (state: 'FINISHED' | 'FAILED', skip: number) =>
    db().backup.findMany({
      ...{ where: { state }, orderBy: { startedAt: 'desc' as const }, skip },
      select: { id: true, fileName: true },
    });
  for (const { id, fileName } of [
    ...(await beyond('FINISHED', keep)),
    ...(await beyond('FAILED', FAILED_KEPT)),
  ]) {
    if (fileName !== null) await removeBackup(fileName);
    await db().backup.delete({ where: { id }, select: { id: true } });
  }
}

async function finish(claimed: Claim, { end, sizeBytes }: Written): Promise<void> {
  const { count } = await db().backup.updateMany({
    ...ours(claimed),
    data: {
      ...{ state: 'FINISHED', finishedAt: clock.now(), leaseExpiresAt: null },
      ...{ sizeBytes, missingCount: end.missing.length },
    },
  });
  if (count === 0) return removeBackup(claimed.fileName);
  log().info(
    { file: claimed.fileName, sizeBytes, missing: end.missing.length },
    'a backup was made and read again',
  );
  await keepNewest();
}

/** Renews the lease while `work` runs, and ends it when it is ours no more. */
async function inOurLease<T>(claimed: Claim, end: () => void, work: () => Promise<T>): Promise<T> {
  const renew = async () => {
    const { count } = await db().backup.updateMany({ ...ours(claimed), data: { leaseExpiresAt: inLease() } });
    if (count === 0) end();
  };
  const timer = setInterval(() => {
    renew().catch((error: unknown) =>
      log().warn({ err: error }, 'the lease of a backup could not be renewed'),
    );
  }, RENEW_EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/**
 * Makes the backup that waits, or whose turn has come, if none is at one.
 * @param stopping the process ends: the backup waits for the next one
 * @returns whether there was one to make
 */
export async function makeBackup(database: Pick<Database, 'jobs'>, stopping: AbortSignal): Promise<boolean> {
  const claimed = stopping.aborted ? null : await claim();
  if (!claimed) return false;
  const lost = new AbortController();
  const signal = AbortSignal.any([stopping, lost.signal]);
  try {
    const chunks = createBackup(database, env().BACKUP_PASSPHRASE ?? null);
    const written = await inOurLease(
      claimed,
      () => lost.abort(),
      async () => (await backupPlace()).write(claimed.fileName, chunks, signal),
    );
    await finish(claimed, written);
  } catch (error) {
    await settleFailure(claimed, error, stopping.aborted);
  }
  return true;
}

async function settleFailure(claimed: Claim, error: unknown, isStopped: boolean): Promise<void> {
  if (!isStopped) log().error({ err: error, backupId: claimed.id }, 'a backup failed');
  const waits = { state: 'WAITING', startedAt: null, fileName: null, leaseExpiresAt: null } as const;
  const failure = failureOf(error);
  await db().$transaction(async (tx) => {
    const data = isStopped ? waits : ended(failure);
    const { count } = await tx.backup.updateMany({ ...ours(claimed), data });
    if (count === 1 && !isStopped) await emitBackup(tx, claimed.id, failure);
  });
}

/** No other process can be at work: what a dead one held is given up at once. */
export async function freeBackups(): Promise<void> {
  await db().backup.updateMany({ where: { state: 'RUNNING' }, data: { leaseExpiresAt: null } });
}
