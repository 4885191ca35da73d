import 'server-only';
import { currentHolds } from '@/lib/apps/calls/call-budget';
import { clock } from '@/lib/clock';
import { db, type Database } from '@/lib/db/client';
import type { Code } from '@/lib/db/generated/client';
import { TurnQueue } from '@/lib/jobs/queue';
import { log } from '@/lib/log';
import { BATCH_LEASE_MS } from './claim';
import { recoverOrphans } from './put-back';
import { Runner } from './runner';
import { listenToBatches } from './signals';

/** While a batch runs somewhere: how soon another process's pause is seen, and a dead process's rows go on. */
const LOOK_MS = 1_000;
const LOOK_IDLE_MS = 3_000;
/** Leases are renewed when less than this is left; most calls are over before. */
const RENEW_BELOW_MS = 4_000;

async function renewLeases(codes: Code[]): Promise<void> {
  const now = clock.now().getTime();
  // One that ends later than it can is from before the clock was set back, and looks like nobody's.
  const old = codes.filter(({ leaseExpiresAt }) => {
    const left = Number(leaseExpiresAt) - now;
    return left < RENEW_BELOW_MS || left > BATCH_LEASE_MS;
  });
  if (old.length === 0) return;
  const leaseExpiresAt = new Date(now + BATCH_LEASE_MS);
  await db().code.updateMany({
    where: { id: { in: old.map(({ id }) => id) }, status: 'GENERATING' },
    data: { leaseExpiresAt },
  });
  for (const code of old) code.leaseExpiresAt = leaseExpiresAt;
}

/** Runs the batches, in this process and beside those of other processes. */
export class BatchWorker {
  readonly #queue: TurnQueue;
  readonly #runner: Runner;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  #isStopped = false;

  private constructor(queue: TurnQueue) {
    this.#queue = queue;
    this.#runner = new Runner(queue);
  }

  /** @param options.alone true on PGlite, where no other process can be at work when this one starts */
  static async start(database: Database, options: { alone: boolean }): Promise<BatchWorker> {
    const worker = new BatchWorker(await TurnQueue.open(database, options));
    if (options.alone) await recoverOrphans({ expiredBefore: null, held: new Set() });
    listenToBatches({
      wake: () => worker.#lookNow(),
      halt: (batchId) => worker.#runner.halt(batchId),
    });
    worker.#lookNow();
    return worker;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    listenToBatches(undefined);
    await this.#looking;
    await this.#runner.stop();
    await this.#queue.close();
  }

  /** One look after the other; who asks during one gets another. */
  #lookNow(): void {
    clearTimeout(this.#timer);
    this.#looking = this.#looking.then(async () => {
      if (this.#isStopped) return;
      const isBusy = await this.#look().catch((error: unknown) => {
        log().error({ err: error }, 'looking after the batches failed');
        return false;
      });
      clearTimeout(this.#timer);
      if (!this.#isStopped) this.#timer = setTimeout(() => this.#lookNow(), isBusy ? LOOK_MS : LOOK_IDLE_MS);
    });
  }

  /** @returns whether a batch runs */
  async #look(): Promise<boolean> {
    const running = await db().batch.findMany({
      where: { state: 'RUNNING' },
      select: { id: true, miniProgramId: true },
    });
    const ids = new Set(running.map(({ id }) => id));
    for (const batchId of this.#runner.batchIds) if (!ids.has(batchId)) this.#runner.halt(batchId);
    await renewLeases(this.#runner.codes);
    await this.#recover();
    if (running.length === 0) return false;
    const holds = await currentHolds([...new Set(running.map(({ miniProgramId }) => miniProgramId))]);
    await this.#queue.offer(
      running.filter(({ miniProgramId }) => !holds.has(miniProgramId)).map(({ id }) => id),
    );
    await this.#runner.pull();
    return true;
  }

  /** What a dead process held goes back to where somebody takes it. */
  async #recover(): Promise<void> {
    const held = new Set(this.#runner.codes.map(({ id }) => id));
    const rows = await recoverOrphans({ expiredBefore: clock.now(), held });
    if (rows > 0) log().info({ rows }, 'rows of a process that died wait again');
    await this.#queue.recover();
  }
}
