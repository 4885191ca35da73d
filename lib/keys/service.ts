import 'server-only';
import { changesOf } from '@/lib/audit/changes';
import { recordAudit, recordChange } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock, minuteOf } from '@/lib/clock';
import { db, type Tx } from '@/lib/db/client';
import type { ApiKey } from '@/lib/db/generated/client';
import { AppError } from '@/lib/errors';
import { sightText, storedSight } from '@/lib/users/sight';
import { parseInput } from '@/lib/validation';
import { KEYS_MAX } from './limits';
import {
  changedKeySchema,
  newKeySchema,
  overlapSchema,
  type ChangedKeyInput,
  type NewKeyInput,
} from './schema';
import { newPrefix, newSecret } from './token';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** The key is told here and never again. */
export type ToldKey = { id: string; key: string };

const endOf = (days: number | null) =>
  days === null ? null : new Date(clock.now().getTime() + days * DAY_MS);

/** Keys that let somebody in. */
function live() {
  return { revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: clock.now() } }] };
}

async function recorded(
  tx: Tx,
  key: Pick<ApiKey, 'permissions' | 'addresses' | 'expiresAt' | 'seesAll' | 'seenAppIds'>,
) {
  return {
    permissions: key.permissions.toSorted(),
    apps: await sightText(tx, key),
    addresses: key.addresses,
    expires: key.expiresAt ? minuteOf(key.expiresAt) : '',
  };
}

/**
 * Makes a key for another program.
 * @throws AppError FORBIDDEN, INVALID_INPUT, TOO_MANY_KEYS, NOT_FOUND for a Mini Program that is not there
 */
export async function createKey(actor: Actor, input: NewKeyInput): Promise<ToldKey> {
  requirePermission(actor, 'keys.manage');
  const { appIds, days, ...given } = parseInput(newKeySchema, input);
  const prefix = newPrefix();
  const { key, hash } = newSecret(prefix);
  const id = await db().$transaction(async (tx) => {
    if ((await tx.apiKey.count({ where: live() })) >= KEYS_MAX)
      throw new AppError('TOO_MANY_KEYS', { values: { max: KEYS_MAX } });
    const sight = await storedSight(tx, actor, appIds);
    const data = { ...given, ...sight, prefix, secretHash: hash, expiresAt: endOf(days) };
    const made = await tx.apiKey.create({
      data: { ...data, createdByName: actor.name, createdAt: clock.now() },
    });
    const details = { name: made.name, ...(await recorded(tx, made)) };
    await recordAudit(tx, actor, { action: 'key.create', targetId: made.id, details });
    return made.id;
  });
  return { id, key };
}

async function requireLive(tx: Tx, id: string): Promise<ApiKey> {
  const key = await tx.apiKey.findUnique({ where: { id } });
  if (!key) throw new AppError('NOT_FOUND');
  if (key.revokedAt) throw new AppError('KEY_OFF', { values: { name: key.name } });
  return key;
}

/**
 * What it may do, see and come from, and until when. It counts from its next request on.
 * @throws AppError FORBIDDEN, INVALID_INPUT, KEY_OFF, NOT_FOUND, also for a Mini Program that is not there
 */
export async function changeKey(actor: Actor, id: string, input: ChangedKeyInput): Promise<void> {
  requirePermission(actor, 'keys.manage');
  const { appIds, days, ...given } = parseInput(changedKeySchema, input);
  await db().$transaction(async (tx) => {
    const before = await requireLive(tx, id);
    const sight = await storedSight(tx, actor, appIds);
    const end = days === undefined ? {} : { expiresAt: endOf(days) };
    const after = await tx.apiKey.update({ where: { id }, data: { ...given, ...sight, ...end } });
    const [was, is] = [await recorded(tx, before), await recorded(tx, after)];
    const changes = changesOf({ name: before.name, ...was }, { name: after.name, ...is });
    await recordChange(tx, actor, { action: 'key.update', targetId: id, targetName: after.name, changes });
  });
}

/**
 * A new secret behind the same prefix. The one before stays good for some hours, so that programs can be changed one by one.
 * @throws AppError FORBIDDEN, INVALID_INPUT, KEY_OFF, NOT_FOUND
 */
export async function rotateKey(actor: Actor, id: string, overlapHours: number): Promise<ToldKey> {
  requirePermission(actor, 'keys.manage');
  const overlap = parseInput(overlapSchema, overlapHours);
  return db().$transaction(async (tx) => {
    const { prefix, name, secretHash } = await requireLive(tx, id);
    const { key, hash } = newSecret(prefix);
    const previous =
      overlap === 0
        ? { previousHash: null, previousUntil: null }
        : { previousHash: secretHash, previousUntil: new Date(clock.now().getTime() + overlap * HOUR_MS) };
    await tx.apiKey.update({ where: { id }, data: { secretHash: hash, ...previous }, select: { id: true } });
    await recordAudit(tx, actor, { action: 'key.rotate', targetId: id, details: { name, overlap } });
    return { id, key };
  });
}

/** It lets nobody in from now on; what it has started goes on. @throws AppError FORBIDDEN, NOT_FOUND, KEY_OFF */
export async function revokeKey(actor: Actor, id: string): Promise<void> {
  requirePermission(actor, 'keys.manage');
  await db().$transaction(async (tx) => {
    const { name } = await requireLive(tx, id);
    const data = { revokedAt: clock.now(), previousHash: null, previousUntil: null };
    await tx.apiKey.update({ where: { id }, data, select: { id: true } });
    await recordAudit(tx, actor, { action: 'key.revoke', targetId: id, details: { name } });
  });
}
