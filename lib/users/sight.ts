import 'server-only';
import { seenApps } from '@/lib/apps/sight';
import { recordAudit } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db, type Tx } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import { sightSchema, type SightInput } from './schema';

/** What a member, or who is invited, may see: the columns of their row. */
export type StoredSight = { seesAll: boolean; seenAppIds: string[] };

const ALL: StoredSight = { seesAll: true, seenAppIds: [] };

/**
 * A choice of Mini Programs as it is kept.
 * @param appIds null for all of them
 * @throws AppError NOT_FOUND when one of them is not there (any more)
 */
export async function storedSight(tx: Tx, actor: Actor, appIds: string[] | null): Promise<StoredSight> {
  if (appIds === null) return ALL;
  const where = { id: { in: appIds }, AND: seenApps(actor) };
  if ((await tx.miniProgram.count({ where })) < appIds.length) throw new AppError('NOT_FOUND');
  return { seesAll: false, seenAppIds: appIds };
}

/**
 * The same as the record keeps it: by names, which can be read when the Mini Programs are gone.
 * @returns `allApps`, or the names
 */
export async function sightText(tx: Tx, { seesAll, seenAppIds }: StoredSight): Promise<'allApps' | string[]> {
  if (seesAll) return 'allApps';
  const where = { id: { in: seenAppIds } };
  const apps = await tx.miniProgram.findMany({ where, select: { name: true }, orderBy: { name: 'asc' } });
  return apps.map(({ name }) => name);
}

export const sameSight = (one: StoredSight, other: StoredSight) =>
  one.seesAll === other.seesAll && one.seenAppIds.toSorted().join() === other.seenAppIds.toSorted().join();

/**
 * What a member sees from their next request on. What they have asked for goes on with what they saw then.
 * @throws AppError FORBIDDEN, INVALID_INPUT, NOT_FOUND, CONFLICT for an administrator, who sees everything
 */
export async function changeSight(actor: Actor, input: SightInput): Promise<void> {
  requirePermission(actor, 'members.manage');
  const { id, appIds } = parseInput(sightSchema, input);
  await db().$transaction(async (tx) => {
    const after = await storedSight(tx, actor, appIds);
    const select = { name: true, role: true, seesAll: true, seenAppIds: true } as const;
    const member = await tx.user.findUnique({ where: { id }, select });
    if (!member) throw new AppError('NOT_FOUND');
    if (member.role === 'ADMIN') throw new AppError('CONFLICT');
    if (sameSight(member, after)) return;
    await tx.user.update({ where: { id }, data: after });
    const details = {
      name: member.name,
      before: member.seesAll ? 'all' : member.seenAppIds,
      after: after.seesAll ? 'all' : after.seenAppIds,
    };
    const changes = { apps: { from: await sightText(tx, member), to: await sightText(tx, after) } };
    await recordAudit(tx, actor, { action: 'user.changeSight', targetId: id, changes, details });
  });
}
