import 'server-only';
import type { KeyActor } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { together } from '@/lib/db/together';
import type { ApiKey } from '@/lib/db/generated/client';
import { AppError } from '@/lib/errors';
import { parseNetworks } from '@/lib/http/networks';
import { keepOutOfLogs } from '@/lib/redaction';
import { countWrong, requireFewWrong } from './attempts';
import { isSecretOf, readKey } from './token';

/** A request writes only when the last one that did is so long ago. */
const USED_EVERY_MS = 5 * 60 * 1000;

/** Each request reads its key, those that come at once by one statement: a key that was ended lets in nobody who asks afterwards. */
const keyOf = {
  prefix: together(async (prefixes: readonly string[]) => {
    const keys = await db().apiKey.findMany({ where: { prefix: { in: [...prefixes] } } });
    return new Map(keys.map((key) => [key.prefix, key]));
  }),
  id: together(async (ids: readonly string[]) => {
    const keys = await db().apiKey.findMany({ where: { id: { in: [...ids] } } });
    return new Map(keys.map((key) => [key.id, key]));
  }),
};

function isRight({ secretHash, previousHash, previousUntil }: ApiKey, secret: string): boolean {
  if (isSecretOf(secretHash, secret)) return true;
  const isOverlap = previousHash !== null && previousUntil !== null && previousUntil > clock.now();
  return isOverlap && isSecretOf(previousHash, secret);
}

function requireUsable({ name, revokedAt, expiresAt, addresses }: ApiKey, address: string): void {
  const values = { name };
  if (revokedAt) throw new AppError('KEY_REVOKED', { values });
  if (expiresAt && expiresAt <= clock.now()) throw new AppError('KEY_EXPIRED', { values });
  if (addresses.length === 0) return;
  // `unknown` is what a proxy says that tells no address.
  const isKnown = address !== 'unknown';
  if (!isKnown || !parseNetworks(addresses)(address))
    throw new AppError('KEY_ADDRESS', { values: { name, address } });
}

async function noteUse({ id, lastUsedAt, lastAddress }: ApiKey, address: string): Promise<void> {
  const now = clock.now();
  const isFresh = lastUsedAt !== null && lastUsedAt.getTime() > now.getTime() - USED_EVERY_MS;
  if (isFresh && lastAddress === address) return;
  await db().apiKey.update({
    where: { id },
    data: { lastUsedAt: now, lastAddress: address },
    select: { id: true },
  });
}

/**
 * Who asks with a key, as it stands now: what it may do and see is read with each request.
 * @param address where the request comes from
 * @throws AppError KEY_INVALID, KEY_REVOKED, KEY_EXPIRED, KEY_ADDRESS, TOO_MANY_KEY_ATTEMPTS; the state of a key is told
 *   only to who has its secret
 */
export async function enterByKey(text: string, address: string): Promise<KeyActor> {
  const read = readKey(text);
  const who = { prefix: read?.prefix ?? '', address };
  await requireFewWrong(who);
  const key = read && (await keyOf.prefix(read.prefix));
  if (!read || !key || !isRight(key, read.secret)) {
    await countWrong(who);
    throw new AppError('KEY_INVALID');
  }
  keepOutOfLogs(text);
  return enter(key, address);
}

async function enter(key: ApiKey, address: string): Promise<KeyActor> {
  requireUsable(key, address);
  await noteUse(key, address);
  const { id, name, seesAll, seenAppIds } = key;
  const permissions = [...key.permissions, 'apps.read'];
  return { kind: 'apiKey', id, name, permissions, sees: seesAll ? 'all' : seenAppIds };
}

/** The same of who has entered before and shows something signed in its place. @throws AppError */
export async function enterAgain(keyId: string, address: string): Promise<KeyActor> {
  const key = await keyOf.id(keyId);
  if (!key) throw new AppError('KEY_INVALID');
  return enter(key, address);
}
