import 'server-only';
import { statfs } from 'node:fs/promises';
import { readKnown } from '@/lib/backup/kept/known';
import { problemOf, type BackupProblem } from '@/lib/backup/kept/turns';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { WORKER_SILENT_SECONDS } from './heartbeat';

/** Below this somebody has to make room, long before work stops for it (ready.ts). */
const DISK_LOW_BYTES = 1_000_000_000;

/** What is wrong with the installation, and takes an administrator. */
export type SystemProblem =
  | { kind: 'worker' }
  | { kind: 'backup'; problem: BackupProblem; lastGoodAt: Date | null }
  | { kind: 'disk' };

async function worker(): Promise<SystemProblem[]> {
  // By the clock of the database, as it was written. One that has not been seen yet is about to start.
  const silent = await db().$queryRaw<unknown[]>`
    SELECT 1 FROM "Installation"
    WHERE (now() AT TIME ZONE 'utc') - "workerSeenAt" > make_interval(secs => ${WORKER_SILENT_SECONDS})`;
  return silent.length > 0 && env().WORKER_MODE !== 'off' ? [{ kind: 'worker' }] : [];
}

async function backup(): Promise<SystemProblem[]> {
  const known = await readKnown(db());
  const problem = problemOf(known, clock.now());
  return problem ? [{ kind: 'backup', problem, lastGoodAt: known.lastGoodAt }] : [];
}

async function disk(): Promise<SystemProblem[]> {
  const { bavail, bsize } = await statfs(env().DATA_DIR);
  return bavail * bsize < DISK_LOW_BYTES ? [{ kind: 'disk' }] : [];
}

/** The most urgent first. */
export async function listProblems(): Promise<SystemProblem[]> {
  // Where nothing is kept on this machine there may be no folder.
  return [...(await worker()), ...(await disk().catch(() => [])), ...(await backup())];
}
