import 'server-only';
import { db } from '@/lib/db/client';
import { isUnleased } from '@/lib/db/lease';
import { sweepSpools } from '@/lib/exports/spool';
import { log } from '@/lib/log';
import { EXPORT_LEASE_MS, makeExport } from './make-export';
import { purgeRemoved } from './purge';
import { listenToExports } from './signals';

/** How soon an export is found that another process has asked for or left. */
const LOOK_MS = 3_000;
/** A small one does not wait for a large one; more at once would only share the disk. */
const AT_ONCE = 2;

/** Makes the exports that wait, in the order in which they were asked for. */
export class ExportWorker {
  #isStopped = false;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  readonly #running = new Map<string, Promise<void>>();

  /** @param options.alone no other process can be at work: what a dead one held is free */
  static async start(options: { alone: boolean }): Promise<ExportWorker> {
    await sweepSpools(options);
    if (options.alone)
      await db().export.updateMany({ data: { leaseExpiresAt: null }, where: { state: 'RUNNING' } });
    const worker = new ExportWorker();
    listenToExports(() => worker.#lookNow());
    worker.#lookNow();
    return worker;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    listenToExports(undefined);
    clearTimeout(this.#timer);
    await this.#looking;
    await Promise.all(this.#running.values());
  }

  /** One look after the other; who asks during one gets another. */
  #lookNow(): void {
    clearTimeout(this.#timer);
    this.#looking = this.#looking.then(async () => {
      if (this.#isStopped) return;
      await this.#look().catch((error: unknown) => log().error({ err: error }, 'looking for exports failed'));
      clearTimeout(this.#timer);
      if (!this.#isStopped) this.#timer = setTimeout(() => this.#lookNow(), LOOK_MS);
    });
  }

  async #look(): Promise<void> {
    await purgeRemoved();
    const free = AT_ONCE - this.#running.size;
    if (free <= 0) return;
    const waiting = await db().export.findMany({
      where: {
        ...{ state: 'RUNNING', removedAt: null, id: { notIn: [...this.#running.keys()] } },
        ...isUnleased(EXPORT_LEASE_MS),
      },
      select: { id: true },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: free,
    });
    for (const { id } of waiting) this.#begin(id);
  }

  #begin(id: string): void {
    const work = makeExport(id, () => this.#isStopped)
      .catch((error: unknown) =>
        log().error({ err: error, exportId: id }, 'an export could not be written down'),
      )
      .finally(() => {
        this.#running.delete(id);
        this.#lookNow();
      });
    this.#running.set(id, work);
  }
}
