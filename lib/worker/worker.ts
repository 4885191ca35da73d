import 'server-only';
import { askDuePages } from '@/lib/apps/pages/probe';
import { sweepAudit } from '@/lib/audit/keep';
import { sweepAttempts } from '@/lib/auth/attempts/attempts';
import { sweepSessions } from '@/lib/auth/session-rows';
import { freeBackups, makeBackup } from '@/lib/backup/kept/make-backup';
import { sweepChallenges } from '@/lib/users/passkeys/challenge';
import { purgeDrafts } from '@/lib/batches/draft/drafts';
import { BatchWorker } from '@/lib/batches/run/worker';
import { purgeOldTrash } from '@/lib/bulk/changes/purge';
import { BulkWorker } from '@/lib/bulk/worker';
import { sweepOrphans } from '@/lib/codes/generate/sweeper';
import type { Database } from '@/lib/db/client';
import { refreshStatistics } from '@/lib/db/statistics';
import { ExportWorker } from '@/lib/exports/job/worker';
import { sweepSpools } from '@/lib/exports/spool';
import { sweepScans } from '@/lib/live/count-scans';
import { sweepScanFigures } from '@/lib/live/scans/keep';
import { log } from '@/lib/log';
import { freeNoticeLetters, sendNoticeLetters } from '@/lib/notices/letters';
import { sweepNotices } from '@/lib/notices/service';
import { WebhookWorker } from '@/lib/webhooks/worker';
import { beat } from '@/lib/watch/heartbeat';

const SWEEP_EVERY_MS = 15_000;
const STATISTICS_EVERY_MS = 60_000;
const HEARTBEAT_EVERY_MS = 10_000;
const BACKUPS_EVERY_MS = 5_000;
const LETTERS_EVERY_MS = 5_000;
const PAGES_EVERY_MS = 5_000;

export type Worker = { stop: () => Promise<void> };

type Chore = { everyMs: number; failed: string; run: (isFirst: boolean) => Promise<void> };

/** Runs at once and then again and again, each time so long after the end of the last; a failure is logged. */
function repeat({ everyMs, failed, run }: Chore): Worker {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const once = async (isFirst: boolean) => {
    await run(isFirst).catch((error: unknown) => log().error({ err: error }, failed));
    if (!stopped) timer = setTimeout(() => (running = once(false)), everyMs);
  };
  let running = once(true);
  const stop = async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
  return { stop };
}

/** Finishes codes made by hand that a dead process left behind and removes old drafts, old trash, ended sessions and old audit events. */
function startSweeper(alone: boolean): Worker {
  const run = async (isFirst: boolean) => {
    const finished = await sweepOrphans({ allOrphaned: alone && isFirst });
    if (finished > 0) log().info({ finished }, 'finished codes of a process that died');
    const purged = await purgeDrafts();
    if (purged > 0) log().info({ purged }, 'removed drafts of batches that nobody touched for a week');
    const expired = await purgeOldTrash();
    if (expired > 0) log().info({ expired }, 'removed codes for ever that were in the trash for 30 days');
    await sweepSessions();
    await sweepChallenges();
    await sweepAttempts();
    await sweepScans();
    await sweepScanFigures();
    await sweepAudit();
    await sweepNotices();
    await sweepSpools({ alone: false });
  };
  return repeat({ everyMs: SWEEP_EVERY_MS, failed: 'sweeping failed', run });
}

/** A PostgreSQL server looks after its statistics by itself. */
function startStatistics(): Worker {
  return repeat({
    everyMs: STATISTICS_EVERY_MS,
    failed: 'refreshing statistics failed',
    run: refreshStatistics,
  });
}

function startHeartbeat(): Worker {
  return repeat({ everyMs: HEARTBEAT_EVERY_MS, failed: 'the heartbeat could not be written', run: beat });
}

/** Backups that somebody asked for or whose turn has come; one that is under way is left for the next process. */
function startBackups(database: Database, alone: boolean): Worker {
  const stopping = new AbortController();
  const chore = repeat({
    everyMs: BACKUPS_EVERY_MS,
    failed: 'looking for backups failed',
    run: async (isFirst) => {
      if (alone && isFirst) await freeBackups();
      await makeBackup(database, stopping.signal);
    },
  });
  return {
    stop: async () => {
      stopping.abort();
      await chore.stop();
    },
  };
}

/** What people want to be told of by mail. */
function startLetters(alone: boolean): Worker {
  const run = async (isFirst: boolean) => {
    if (alone && isFirst) await freeNoticeLetters();
    await sendNoticeLetters();
  };
  return repeat({ everyMs: LETTERS_EVERY_MS, failed: 'sending letters failed', run });
}

/** Whether pages are still there; apart from the sweeper, which waits for nobody. */
function startPageProbe(): Worker {
  const run = async () => void (await askDuePages());
  return repeat({ everyMs: PAGES_EVERY_MS, failed: 'asking WeChat about pages failed', run });
}

/** The background work of one process: batches, actions on many codes, exports, webhooks, letters, backups, and what dead processes left behind. */
export async function startWorker(database: Database): Promise<Worker> {
  // No other process can be at work on PGlite when this one starts, and no other one looks after its tables.
  const alone = database.kind === 'pglite';
  const batches = await BatchWorker.start(database, { alone });
  const bulks = await BulkWorker.start({ alone });
  const exports = await ExportWorker.start({ alone });
  const webhooks = await WebhookWorker.start({ alone });
  const chores = [
    ...[
      startHeartbeat(),
      startSweeper(alone),
      startBackups(database, alone),
      startLetters(alone),
      startPageProbe(),
    ],
    ...(alone ? [startStatistics()] : []),
  ];
  const workers = [batches, bulks, exports, webhooks, ...chores];
  return { stop: async () => void (await Promise.all(workers.map((worker) => worker.stop()))) };
}
