import 'server-only';
import { randomUUID } from 'node:crypto';
import { changesOf } from '@/lib/audit/changes';
import { recordAudit, recordChange } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { db, type Tx } from '@/lib/db/client';
import type { Webhook } from '@/lib/db/generated/client';
import { AppError } from '@/lib/errors';
import { privateHost } from '@/lib/http/outbound';
import { sightText, storedSight } from '@/lib/users/sight';
import { parseInput } from '@/lib/validation';
import { TEST_EVENT, WEBHOOKS_MAX } from './limits';
import { webhookOverlapSchema, webhookSchema, type WebhookInput } from './schema';
import { newSecret, sealSecret } from './signature';

const HOUR_MS = 60 * 60 * 1000;

/** The secret is told here and never again. */
export type ToldSecret = { id: string; secret: string };

/** @throws AppError INVALID_INPUT for an address that is written as one inside */
export function requireOutside(url: string): void {
  const address = privateHost(url);
  if (address === null) return;
  const issue = { field: 'url', key: 'errors.issues.privateAddress', values: { address } } as const;
  throw new AppError('INVALID_INPUT', { issues: [issue] });
}

function parse(input: WebhookInput) {
  const given = parseInput(webhookSchema, input);
  requireOutside(given.url);
  return given;
}

/** @throws AppError TOO_MANY_WEBHOOKS */
export async function requireRoom(tx: Tx): Promise<void> {
  if ((await tx.webhook.count()) >= WEBHOOKS_MAX)
    throw new AppError('TOO_MANY_WEBHOOKS', { values: { max: WEBHOOKS_MAX } });
}

/** What the record knows of one: no secret. */
export async function recorded(tx: Tx, { url, events, ...sight }: Webhook) {
  return { webhookUrl: url, events, apps: await sightText(tx, sight) };
}

async function requireWebhook(tx: Tx, id: string): Promise<Webhook> {
  const webhook = await tx.webhook.findUnique({ where: { id } });
  if (!webhook) throw new AppError('NOT_FOUND');
  return webhook;
}

/** One that is no robot: those have a form and a secret of their own. */
async function requireSigning(tx: Tx, id: string): Promise<Webhook> {
  const webhook = await requireWebhook(tx, id);
  if (webhook.robot !== null) throw new AppError('NOT_FOUND');
  return webhook;
}

/**
 * Another system is told of what happens from now on.
 * @throws AppError FORBIDDEN, INVALID_INPUT, TOO_MANY_WEBHOOKS, NOT_FOUND for a Mini Program that is not there
 */
export async function createWebhook(actor: Actor, input: WebhookInput): Promise<ToldSecret> {
  requirePermission(actor, 'webhooks.manage');
  const { appIds, ...given } = parse(input);
  const [id, secret] = [randomUUID(), newSecret()];
  await db().$transaction(async (tx) => {
    await requireRoom(tx);
    const sight = await storedSight(tx, actor, appIds);
    const sealed = { secretCiphertext: sealSecret(id, secret), createdByName: actor.name };
    const made = await tx.webhook.create({
      data: { id, ...given, ...sight, ...sealed, createdAt: clock.now() },
    });
    const details = { name: made.name, ...(await recorded(tx, made)) };
    await recordAudit(tx, actor, { action: 'webhook.create', targetId: id, details });
  });
  return { id, secret };
}

/** @throws AppError FORBIDDEN, INVALID_INPUT, NOT_FOUND, also for a Mini Program that is not there */
export async function changeWebhook(actor: Actor, id: string, input: WebhookInput): Promise<void> {
  requirePermission(actor, 'webhooks.manage');
  const { appIds, ...given } = parse(input);
  await db().$transaction(async (tx) => {
    const before = await requireSigning(tx, id);
    const sight = await storedSight(tx, actor, appIds);
    const after = await tx.webhook.update({ where: { id }, data: { ...given, ...sight } });
    const [was, is] = [await recorded(tx, before), await recorded(tx, after)];
    const changes = changesOf({ name: before.name, ...was }, { name: after.name, ...is });
    await recordChange(tx, actor, {
      ...{ action: 'webhook.update', targetId: id, targetName: after.name, changes },
    });
  });
}

/**
 * A new secret. For some hours messages are signed by the one before as well, so that the receiver can be changed meanwhile.
 * @throws AppError FORBIDDEN, INVALID_INPUT, NOT_FOUND
 */
export async function rotateWebhook(actor: Actor, id: string, overlapHours: number): Promise<ToldSecret> {
  requirePermission(actor, 'webhooks.manage');
  const overlap = parseInput(webhookOverlapSchema, overlapHours);
  const secret = newSecret();
  await db().$transaction(async (tx) => {
    const { name, secretCiphertext } = await requireSigning(tx, id);
    const previous =
      overlap === 0
        ? { previousCiphertext: null, previousUntil: null }
        : {
            previousCiphertext: secretCiphertext,
            previousUntil: new Date(clock.now().getTime() + overlap * HOUR_MS),
          };
    const data = { secretCiphertext: sealSecret(id, secret), ...previous };
    await tx.webhook.update({ where: { id }, data, select: { id: true } });
    await recordAudit(tx, actor, { action: 'webhook.rotate', targetId: id, details: { name, overlap } });
  });
  return { id, secret };
}

/** Off: nothing is noted for it and nothing sent; what waits goes on when it is on again. @throws AppError FORBIDDEN, NOT_FOUND */
export async function setWebhookOff(actor: Actor, id: string, isOff: boolean): Promise<void> {
  requirePermission(actor, 'webhooks.manage');
  await db().$transaction(async (tx) => {
    const { name, offAt } = await requireWebhook(tx, id);
    if ((offAt !== null) === isOff) return;
    const data = { offAt: isOff ? clock.now() : null };
    await tx.webhook.update({ where: { id }, data, select: { id: true } });
    const action = isOff ? 'webhook.off' : 'webhook.on';
    await recordAudit(tx, actor, { action, targetId: id, targetName: name });
  });
}

/** With its log and whatever waits. @throws AppError FORBIDDEN, NOT_FOUND */
export async function deleteWebhook(actor: Actor, id: string): Promise<void> {
  requirePermission(actor, 'webhooks.manage');
  await db().$transaction(async (tx) => {
    const { name } = await requireWebhook(tx, id);
    await tx.webhook.delete({ where: { id } });
    await recordAudit(tx, actor, { action: 'webhook.delete', targetId: id, details: { name } });
  });
}

/** A message that says nothing but that it came. @throws AppError FORBIDDEN, NOT_FOUND, WEBHOOK_OFF */
export async function testWebhook(actor: Actor, id: string): Promise<void> {
  requirePermission(actor, 'webhooks.manage');
  await db().$transaction(async (tx) => {
    const { name, offAt } = await requireWebhook(tx, id);
    if (offAt) throw new AppError('WEBHOOK_OFF', { values: { name } });
    const now = clock.now();
    const message = { eventId: `test_${randomUUID()}`, event: TEST_EVENT, data: { webhook: name } };
    await tx.webhookDelivery.create({ data: { webhookId: id, ...message, occurredAt: now, dueAt: now } });
    await recordAudit(tx, actor, { action: 'webhook.test', targetId: id, targetName: name });
  });
}

/**
 * The same message once more, with the same id.
 * @throws AppError FORBIDDEN, NOT_FOUND, WEBHOOK_OFF, CONFLICT while it waits for its next attempt
 */
export async function resendDelivery(actor: Actor, id: string): Promise<void> {
  requirePermission(actor, 'webhooks.manage');
  await db().$transaction(async (tx) => {
    const found = await tx.webhookDelivery.findUnique({ where: { id }, include: { webhook: true } });
    if (!found) throw new AppError('NOT_FOUND');
    const { webhook, event } = found;
    if (webhook.offAt) throw new AppError('WEBHOOK_OFF', { values: { name: webhook.name } });
    const { count } = await tx.webhookDelivery.updateMany({
      where: { id, state: { not: 'WAITING' } },
      data: { state: 'WAITING', attempts: 0, dueAt: clock.now(), leaseExpiresAt: null },
    });
    if (count === 0) throw new AppError('CONFLICT');
    const about = { targetId: webhook.id, targetName: webhook.name };
    await recordAudit(tx, actor, { action: 'webhook.resend', ...about, details: { event } });
  });
}
