import 'server-only';
import { purgeDrafts } from '@/lib/batches/drafts';
import { BatchWorker } from '@/lib/batches/worker';
import { purgeOldTrash } from '@/lib/bulk/purge';
import { BulkWorker } from '@/lib/bulk/worker';
import { sweepOrphans } from '@/lib/codes/sweeper';
import type { Database } from '@/lib/db/client';
import { log } from '@/lib/log';

const SWEEP_EVERY_MS = 15_000;

export type Worker = { stop: () => Promise<void> };

/** Finishes codes made by hand that a dead process left behind and removes old drafts and old trash, at once and then every 15 seconds. */
function startSweeper(alone: boolean): Worker {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const sweep = async (allOrphaned: boolean) => {
    try {
      const finished = await sweepOrphans({ allOrphaned });
      if (finished > 0) log().info({ finished }, 'finished codes of a process that died');
      const purged = await purgeDrafts();
      if (purged > 0) log().info({ purged }, 'removed drafts of batches that nobody touched for a week');
      const expired = await purgeOldTrash();
      if (expired > 0) log().info({ expired }, 'removed codes for ever that were in the trash for 30 days');
    } catch (error) {
      log().error({ err: error }, 'sweeping failed');
    }
    if (!stopped) timer = setTimeout(() => (running = sweep(false)), SWEEP_EVERY_MS);
  };
  let running = sweep(alone);
  const stop = async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
  return { stop };
}

/** The background work of one process: batches, actions on many codes, and what dead processes left behind. */
export async function startWorker(database: Database): Promise<Worker> {
  // No other process can be at work on PGlite when this one starts.
  const alone = database.kind === 'pglite';
  const batches = await BatchWorker.start(database, { alone });
  const bulks = await BulkWorker.start({ alone });
  const sweeper = startSweeper(alone);
  return { stop: async () => void (await Promise.all([batches.stop(), bulks.stop(), sweeper.stop()])) };
}
