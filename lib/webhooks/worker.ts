import 'server-only';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { isUnleased, isUnleasedSql } from '@/lib/db/lease';
import { moment, sql } from '@/lib/db/sql';
import { log } from '@/lib/log';
import { deliver, type Due } from './deliver';
import { DELIVERY_KEPT_DAYS } from './limits';
import { ROBOT_PER_MINUTE } from './robots';

const LOOK_MS = 2_000;
/** A receiver that is slow or dead takes no more than its own places. */
const AT_ONCE_FOR_EACH = 2;
/** Longer than an attempt takes: after it the process that had it is dead. */
const LEASE_MS = 30_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Takes messages of one webhook whose time has come. */
async function claim(webhookId: string, max: number): Promise<Due[]> {
  const now = clock.now();
  const claimed = await db().$queryRaw<{ id: string }[]>`
    UPDATE "WebhookDelivery" AS taken
    SET "leaseExpiresAt" = ${moment(new Date(now.getTime() + LEASE_MS))}, "attempts" = taken."attempts" + 1
    FROM (
      SELECT "id" FROM "WebhookDelivery"
      WHERE "webhookId" = ${webhookId} AND "state" = 'WAITING' AND "dueAt" <= ${moment(now)}
        AND ${isUnleasedSql(sql`"leaseExpiresAt"`, LEASE_MS, now)}
      ORDER BY "dueAt", "id" LIMIT ${max} FOR UPDATE SKIP LOCKED
    ) AS due
    WHERE taken."id" = due."id" RETURNING taken."id"`;
  const ids = claimed.map(({ id }) => id);
  return db().webhookDelivery.findMany({ where: { id: { in: ids } }, include: { webhook: true } });
}

/** How many a robot would still take this minute; others take any number. */
async function roomOf({ id, robot }: Waiting): Promise<number> {
  if (robot === null) return AT_ONCE_FOR_EACH;
  const since = new Date(clock.now().getTime() - MINUTE_MS);
  const sent = await db().webhookDelivery.count({ where: { webhookId: id, triedAt: { gt: since } } });
  return Math.min(AT_ONCE_FOR_EACH, Math.max(ROBOT_PER_MINUTE - sent, 0));
}

type Waiting = { id: string; robot: string | null };

/** Webhooks that something waits for. */
async function waiting(): Promise<Waiting[]> {
  const due = { state: 'WAITING', dueAt: { lte: clock.now() } } as const;
  return db().webhook.findMany({
    where: { offAt: null, deliveries: { some: { ...due, ...isUnleased(LEASE_MS) } } },
    select: { id: true, robot: true },
  });
}

async function purge(): Promise<void> {
  const before = new Date(clock.now().getTime() - DELIVERY_KEPT_DAYS * DAY_MS);
  await db().webhookDelivery.deleteMany({ where: { occurredAt: { lt: before } } });
}

/** Sends messages, first come first served for each webhook, and tries again those that were not taken. */
export class WebhookWorker {
  #isStopped = false;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  readonly #running = new Map<Promise<void>, string>();

  /** @param options.alone no other process can be at work: what a dead one held is free */
  static async start(options: { alone: boolean }): Promise<WebhookWorker> {
    if (options.alone)
      await db().webhookDelivery.updateMany({ where: { state: 'WAITING' }, data: { leaseExpiresAt: null } });
    const worker = new WebhookWorker();
    worker.#lookNow();
    return worker;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#looking;
    await Promise.all(this.#running.keys());
  }

  /** One look after the other; who asks during one gets another. */
  #lookNow(): void {
    clearTimeout(this.#timer);
    this.#looking = this.#looking.then(async () => {
      if (this.#isStopped) return;
      await this.#look().catch((error: unknown) => log().error({ err: error }, 'sending webhooks failed'));
      clearTimeout(this.#timer);
      if (!this.#isStopped) this.#timer = setTimeout(() => this.#lookNow(), LOOK_MS);
    });
  }

  async #look(): Promise<void> {
    await purge();
    for (const webhook of await waiting()) {
      const busy = [...this.#running.values()].filter((id) => id === webhook.id).length;
      const room = (await roomOf(webhook)) - busy;
      if (room <= 0) continue;
      for (const due of await claim(webhook.id, room)) this.#begin(due);
    }
  }

  #begin(due: Due): void {
    const work: Promise<void> = deliver(due)
      .catch((error: unknown) => log().error({ err: error, deliveryId: due.id }, 'a webhook failed'))
      .finally(() => {
        this.#running.delete(work);
        this.#lookNow();
      });
    this.#running.set(work, due.webhookId);
  }
}
