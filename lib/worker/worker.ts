import 'server-only';
import { sweepOrphans } from '@/lib/codes/sweeper';
import { log } from '@/lib/log';

const SWEEP_EVERY_MS = 15_000;

export type Worker = { stop: () => Promise<void> };

/**
 * The background work of one process: finishes what a dead process left behind, at once and then every 15 seconds.
 * @param options.alone true on PGlite, where no other process can be generating when this one starts
 */
export function startWorker(options: { alone: boolean }): Worker {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const sweep = async (allOrphaned: boolean) => {
    try {
      const finished = await sweepOrphans({ allOrphaned });
      if (finished > 0) log().info({ finished }, 'finished codes of a process that died');
    } catch (error) {
      log().error({ err: error }, 'sweeping failed');
    }
    if (!stopped) timer = setTimeout(() => (running = sweep(false)), SWEEP_EVERY_MS);
  };
  let running = sweep(options.alone);
  const stop = async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
  return { stop };
}
