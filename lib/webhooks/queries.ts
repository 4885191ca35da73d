import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { Webhook, WebhookDelivery } from '@/lib/db/generated/client';
import { AppError } from '@/lib/errors';
import { SHOWN_DELIVERIES, WEBHOOK_EVENTS, type WebhookEvent } from './limits';
import { ROBOTS, type Robot } from './robots';

export type DeliveryItem = Pick<
  WebhookDelivery,
  'id' | 'eventId' | 'event' | 'state' | 'attempts' | 'dueAt' | 'status' | 'fault' | 'triedAt' | 'occurredAt'
>;

export type WebhookItem = {
  id: string;
  name: string;
  url: string;
  events: WebhookEvent[];
  /** Of whose group it is; null for another system. Then the end of `url` is left out. */
  robot: Robot | null;
  locale: string | null;
  /** Ids of the Mini Programs that it is told of; null for all. */
  appIds: string[] | null;
  isOff: boolean;
  /** Until when messages are signed by the secret before, too. */
  previousUntil: Date | null;
  /** The attempt that was last, and messages that wait after one that failed. */
  last: Pick<DeliveryItem, 'state' | 'status' | 'fault' | 'triedAt'> | null;
};

const shown = {
  ...{ id: true, eventId: true, event: true, state: true, attempts: true, dueAt: true, status: true },
  ...{ fault: true, triedAt: true, occurredAt: true },
} as const;

const newest = { orderBy: [{ occurredAt: 'desc' as const }, { id: 'desc' as const }] };

type Row = Webhook & { deliveries: DeliveryItem[] };

function toItem({ id, name, url, ...row }: Row): WebhookItem {
  const { previousUntil, deliveries } = row;
  return {
    ...{ id, name, url, events: WEBHOOK_EVENTS.filter((one) => row.events.includes(one)) },
    ...{ robot: ROBOTS.find((one) => one === row.robot) ?? null, locale: row.locale },
    ...{ appIds: row.seesAll ? null : row.seenAppIds, isOff: row.offAt !== null },
    previousUntil: previousUntil && previousUntil > clock.now() ? previousUntil : null,
    last: deliveries[0] ?? null,
  };
}

const withLast = {
  deliveries: {
    where: { triedAt: { not: null } },
    orderBy: { triedAt: 'desc' as const },
    take: 1,
    select: shown,
  },
};

/** All there are, newest first. */
export async function listWebhooks(actor: Actor): Promise<WebhookItem[]> {
  requirePermission(actor, 'webhooks.manage');
  const order = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];
  return (await db().webhook.findMany({ include: withLast, orderBy: order })).map(toItem);
}

/** One with its latest messages, newest first. @throws AppError NOT_FOUND */
export async function getWebhook(
  actor: Actor,
  id: string,
): Promise<{ webhook: WebhookItem; deliveries: DeliveryItem[] }> {
  requirePermission(actor, 'webhooks.manage');
  const found = await db().webhook.findUnique({ where: { id }, include: withLast });
  if (!found) throw new AppError('NOT_FOUND');
  const deliveries = await db().webhookDelivery.findMany({
    ...{ where: { webhookId: id }, select: shown, ...newest, take: SHOWN_DELIVERIES },
  });
  return { webhook: toItem(found), deliveries };
}
