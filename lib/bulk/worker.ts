import 'server-only';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { moment } from '@/lib/db/sql';
import { log } from '@/lib/log';
import { callOn } from './calls';
import { deleteDiscardedFiles } from './changes/purge';
import { CALL_KINDS, UNDO_MS } from './kinds';
import { listenToBulks } from './signals';
import { workOn } from './step';

/** How soon an action is found that another process has started or left. */
const LOOK_MS = 3_000;
/** A step is to take about so long: a list that is asked for meanwhile waits for one step at most. */
const STEP_MS = 80;
/** Between two steps, for those who wait. */
const BREATH_MS = 10;
/** Fewer would cost more in statements around them than they spare others in waiting. */
const LEAST_CODES = 200;
const MOST_CODES = 2_000;
const CHANGES_AT_ONCE = 2_000;

type Lane = 'columns' | 'weChat';

/** Goes on with the actions on many codes, one after the other in the order in which they were started. */
export class BulkWorker {
  #isStopped = false;
  #max = 500;
  readonly #lanes: Record<Lane, { timer?: NodeJS.Timeout | undefined; looking: Promise<void> }> = {
    columns: { looking: Promise.resolve() },
    weChat: { looking: Promise.resolve() },
  };

  /** @param options.alone no other process can be at work: what a dead one held is free */
  static async start(options: { alone: boolean }): Promise<BulkWorker> {
    if (options.alone)
      await db().bulk.updateMany({ data: { leaseExpiresAt: null }, where: { state: 'RUNNING' } });
    const worker = new BulkWorker();
    const wake = () => {
      worker.#lookNow('columns');
      worker.#lookNow('weChat');
    };
    listenToBulks(wake);
    wake();
    return worker;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    listenToBulks(undefined);
    for (const { timer } of Object.values(this.#lanes)) clearTimeout(timer);
    await Promise.all(Object.values(this.#lanes).map(({ looking }) => looking));
  }

  /** One look after the other; who asks during one gets another. */
  #lookNow(lane: Lane): void {
    const own = this.#lanes[lane];
    clearTimeout(own.timer);
    own.looking = own.looking.then(async () => {
      if (this.#isStopped) return;
      await this.#look(lane).catch((error: unknown) => log().error({ err: error }, 'a bulk action failed'));
      clearTimeout(own.timer);
      if (!this.#isStopped) own.timer = setTimeout(() => this.#lookNow(lane), LOOK_MS);
    });
  }

  /** Everything that runs, to its end. */
  async #look(lane: Lane): Promise<void> {
    const kind = lane === 'weChat' ? { in: [...CALL_KINDS] } : { notIn: [...CALL_KINDS] };
    const running = await db().bulk.findMany({
      where: { state: 'RUNNING', kind },
      select: { id: true },
      orderBy: { createdAt: 'asc' },
    });
    for (const { id } of running) await this.#finish(lane, id);
    if (lane === 'columns') await this.#tidy();
  }

  async #finish(lane: Lane, bulkId: string): Promise<void> {
    try {
      while (!this.#isStopped) {
        const isMore =
          lane === 'weChat' ? await callOn(bulkId, () => this.#isStopped) : await this.#step(bulkId);
        if (!isMore) return;
      }
    } catch (error) {
      // The others go on; this one is tried again with the next look.
      log().error({ err: error, bulkId }, 'a step of a bulk action failed');
    }
  }

  /** The machine and the number of indexes say how many codes a step can take. */
  async #step(bulkId: string): Promise<boolean> {
    const startedAt = performance.now();
    const isMore = await workOn(bulkId, this.#max);
    const ms = performance.now() - startedAt;
    const fitting = Math.round(this.#max * Math.min(Math.max(STEP_MS / ms, 0.5), 1.5));
    this.#max = Math.min(Math.max(fitting, LEAST_CODES), MOST_CODES);
    if (isMore) await clock.sleep(BREATH_MS);
    return isMore;
  }

  async #tidy(): Promise<void> {
    if ((await db().discardedFile.count({ take: 1 })) > 0) await deleteDiscardedFiles();
    await forgetChanges();
  }
}

/** What codes were before an action is kept for a day. @returns how many were removed, a few thousand at most */
export async function forgetChanges(): Promise<number> {
  return db().$executeRaw`
    DELETE FROM "BulkChange" WHERE ("bulkId", "codeId") IN (
      SELECT k."bulkId", k."codeId" FROM "Bulk" b JOIN "BulkChange" k ON k."bulkId" = b."id"
      WHERE b."state" <> 'RUNNING' AND b."finishedAt" < ${moment(new Date(clock.now().getTime() - UNDO_MS))}
        AND NOT EXISTS (SELECT 1 FROM "Bulk" u WHERE u."undoOfId" = b."id" AND u."state" = 'RUNNING')
      LIMIT ${CHANGES_AT_ONCE}
    )`;
}
