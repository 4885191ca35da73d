import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { changesOf } from '@/lib/audit/changes';
import { recordAudit, recordChange } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { keepOutOfLogs } from '@/lib/redaction';
import { storedSight } from '@/lib/users/sight';
import { parseInput } from '@/lib/validation';
import type { RobotAccess } from './robot-message';
import { changedRobotSchema, robotSchema, type RobotInput } from './robot-schema';
import { maskedAddress, robotOf } from './robots';
import { recorded, requireOutside, requireRoom } from './service';
import { openSecret, sealSecret } from './signature';

const accessSchema = z.object({ url: z.string(), secret: z.string().nullable() });

/** Both are sealed: whoever has the address of a robot can write to its group. */
function sealAccess(id: string, access: RobotAccess) {
  for (const part of [access.url, access.secret]) if (part) keepOutOfLogs(part);
  const secretCiphertext = sealSecret(id, JSON.stringify(access));
  return { secretCiphertext, url: maskedAddress(access.url), robot: robotOf(access.url) };
}

/** What `sealAccess` has sealed. */
export const openAccess = (id: string, sealed: string): RobotAccess =>
  accessSchema.parse(JSON.parse(openSecret(id, sealed)));

/**
 * A group chat is told of what happens from now on.
 * @throws AppError FORBIDDEN, INVALID_INPUT, TOO_MANY_WEBHOOKS, NOT_FOUND for a Mini Program that is not there
 */
export async function createRobot(actor: Actor, input: RobotInput): Promise<{ id: string }> {
  requirePermission(actor, 'webhooks.manage');
  const { appIds, url, secret, ...given } = parseInput(robotSchema, input);
  requireOutside(url);
  const id = randomUUID();
  const access = sealAccess(id, { url, secret: secret || null });
  await db().$transaction(async (tx) => {
    await requireRoom(tx);
    const sight = await storedSight(tx, actor, appIds);
    const made = await tx.webhook.create({
      data: { id, ...given, ...sight, ...access, createdByName: actor.name, createdAt: clock.now() },
    });
    const details = { name: made.name, ...(await recorded(tx, made)) };
    await recordAudit(tx, actor, { action: 'webhook.create', targetId: id, details });
  });
  return { id };
}

/**
 * An empty address stays, and with it its secret unless there is a new one; a new address has the secret that comes with it.
 * @throws AppError FORBIDDEN, INVALID_INPUT, NOT_FOUND, also for a Mini Program that is not there
 */
export async function changeRobot(actor: Actor, id: string, input: RobotInput): Promise<void> {
  requirePermission(actor, 'webhooks.manage');
  const { appIds, url, secret, ...given } = parseInput(changedRobotSchema, input);
  if (url !== '') requireOutside(url);
  await db().$transaction(async (tx) => {
    const before = await tx.webhook.findUnique({ where: { id } });
    if (!before || before.robot === null) throw new AppError('NOT_FOUND');
    const sight = await storedSight(tx, actor, appIds);
    const known = openAccess(id, before.secretCiphertext);
    const access = url === '' ? { ...known, ...(secret && { secret }) } : { url, secret: secret || null };
    const isMoved = access.url !== known.url || access.secret !== known.secret;
    const data = { ...given, ...sight, ...(isMoved && sealAccess(id, access)) };
    const after = await tx.webhook.update({ where: { id }, data });
    const [was, is] = [await recorded(tx, before), await recorded(tx, after)];
    const changes = changesOf(
      { name: before.name, ...was, secretChanged: false },
      { name: after.name, ...is, secretChanged: access.secret !== known.secret },
    );
    await recordChange(tx, actor, {
      ...{ action: 'webhook.update', targetId: id, targetName: after.name, changes },
    });
  });
}
