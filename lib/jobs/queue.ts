import 'server-only';
import PgBoss from 'pg-boss';
import { db, type Database } from '@/lib/db/client';
import { openPool } from '@/lib/db/pool';
import { log } from '@/lib/log';

/**
 * A turn of a batch: whoever takes one works on a chunk of its rows. What the work is stands in the rows themselves, so
 * that a turn which gets lost costs a moment and not a row.
 */
export type Turn = { id: string; batchId: string };

const QUEUE = 'batch-turns';
/** A turn that takes longer has most likely lost its process, and somebody else takes it. Two at once do no harm. */
const TURN_MAX_SECONDS = 6;
/** No turn is put off. */
const AHEAD_MAX_SECONDS = 60;
/** Of a server that is not ours alone. */
const CONNECTIONS = 2;

/** Two turns of each batch wait or run at any time: while one chunk is at WeChat the next one is prepared. */
function turnIds(batchId: string): string[] {
  return [batchId, `f${batchId.slice(1)}`];
}

type Access = {
  executeSql: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;
  close: () => Promise<void>;
};

/** On the embedded database through its own connection, on a server through connections of its own. */
function accessOf({ jobs }: Database): Access {
  if (jobs.kind === 'embedded') return { executeSql: jobs.executeSql, close: async () => undefined };
  const pool = openPool(jobs.url, { max: CONNECTIONS, application_name: 'pgboss' }, jobs.hearing);
  return { executeSql: (text, values) => pool.query(text, values), close: () => pool.end() };
}

function createBoss(db: Access): PgBoss {
  const boss = new PgBoss({
    db,
    // Finished turns are deleted at once and lost ones taken back by `recover`: there is nothing to maintain.
    supervise: false,
    schedule: false,
  });
  boss.on('error', (error) => log().error({ err: error }, 'the queue failed'));
  return boss;
}

/** The turns of all batches, first come first served, shared by all processes. */
export class TurnQueue {
  readonly #boss: PgBoss;
  readonly #access: Access;

  private constructor(boss: PgBoss, access: Access) {
    this.#boss = boss;
    this.#access = access;
  }

  /** @param options.alone no other process uses this database: whatever a queue holds was left by a dead one */
  static async open(database: Database, options: { alone: boolean }): Promise<TurnQueue> {
    const access = accessOf(database);
    const boss = createBoss(access);
    await boss.start();
    if (options.alone) await boss.clearStorage();
    await boss.createQueue(QUEUE, { name: QUEUE, retryLimit: 1_000_000, expireInSeconds: TURN_MAX_SECONDS });
    return new TurnQueue(boss, access);
  }

  /** Gives batches the turns that they do not have yet, at the end of the line. */
  async offer(batchIds: string[]): Promise<void> {
    const jobs = batchIds.flatMap((batchId) =>
      turnIds(batchId).map((id) => ({ name: QUEUE, id, data: { batchId } })),
    );
    if (jobs.length > 0) await this.#boss.insert(jobs);
  }

  async take(max: number): Promise<Turn[]> {
    const jobs = await this.#boss.fetch<{ batchId: string }>(QUEUE, {
      ...{ batchSize: max, priority: false, includeMetadata: true },
    });
    // Those that came first are given, but in no certain order.
    const inLine = jobs.toSorted(
      (a, b) => Number(a.createdOn) - Number(b.createdOn) || (a.id < b.id ? -1 : 1),
    );
    return inLine.map(({ id, data }) => ({ id, batchId: data.batchId }));
  }

  /** @param again whether the batch gets another turn, behind all that wait now */
  async finish({ id, batchId }: Turn, again: boolean): Promise<void> {
    await this.#boss.deleteJob(QUEUE, id);
    if (again) await this.#boss.insert([{ name: QUEUE, id, data: { batchId } }]);
  }

  /**
   * Puts turns whose process died back into the line. Those of times to come are from before the clock of the database was set
   * back: nobody would take them until then, and they stand in the way of new ones.
   */
  async recover(): Promise<void> {
    await this.#boss.expire();
    await db().$executeRaw`
      DELETE FROM "pgboss"."job" WHERE "name" = ${QUEUE}
        AND greatest("start_after", "started_on") > now() + make_interval(secs => ${AHEAD_MAX_SECONDS})`;
  }

  async close(): Promise<void> {
    await this.#boss.stop({ graceful: false });
    await this.#access.close();
  }
}
