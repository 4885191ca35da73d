import 'server-only';
import { recordAudit } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { db, type Tx } from '@/lib/db/client';
import type { Role } from '@/lib/db/generated/enums';
import { sql } from '@/lib/db/sql';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import { handOver } from './hand-over';
import { endMadeLinks } from './made-links';
import { roleChangeSchema } from './schema';

export type Member = {
  id: string;
  name: string;
  /** Null of whom a sign-in service has brought without one. */
  email: string | null;
  role: Role;
  /** Ids of the Mini Programs that they see; null for all. Of an administrator what would hold for another role. */
  appIds: string[] | null;
  /** When one of their browsers last asked for something; null for who never signed in. */
  lastSeenAt: Date | null;
  deactivatedAt: Date | null;
  createdAt: Date;
  hasSecondStep: boolean;
};

/** Everybody who is or was a member, by name. */
export async function listMembers(actor: Actor): Promise<Member[]> {
  requirePermission(actor, 'members.manage');
  const [users, seen] = await Promise.all([
    db().user.findMany({
      select: {
        ...{ id: true, name: true, email: true, role: true, seesAll: true, seenAppIds: true },
        ...{ lastSignInAt: true, deactivatedAt: true, createdAt: true, totpSince: true },
        _count: { select: { passkeys: true } },
      },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
    db().session.groupBy({ by: ['userId'], _max: { lastSeenAt: true } }),
  ]);
  const seenAt = new Map(seen.map(({ userId, _max }) => [userId, _max.lastSeenAt]));
  // A session that has run out is gone, so that of who was away for long the sign-in is known alone.
  return users.map(({ lastSignInAt, seesAll, seenAppIds, totpSince, _count, ...user }) => ({
    ...user,
    appIds: seesAll ? null : seenAppIds,
    hasSecondStep: totpSince !== null || _count.passkeys > 0,
    lastSeenAt: seenAt.get(user.id) ?? lastSignInAt,
  }));
}

/**
 * Holds all administrators until the end of the transaction, so that two who take the last two away from each other do so
 * one after the other; the second finds itself or the last one gone.
 * @throws AppError FORBIDDEN when the actor has been one no more since the request came in
 */
export async function lockAdministrators(tx: Tx, actor: Actor): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>(
    sql`SELECT id FROM "User" WHERE role = 'ADMIN' AND "deactivatedAt" IS NULL ORDER BY id FOR UPDATE`,
  );
  const ids = new Set(rows.map(({ id }) => id));
  if (actor.kind === 'user' && !ids.has(actor.id)) throw new AppError('FORBIDDEN');
  return ids;
}

function requireAnother(administrators: Set<string>, id: string): void {
  if (administrators.size === 1 && administrators.has(id)) throw new AppError('LAST_ADMIN');
}

async function findMember(tx: Tx, id: string) {
  const member = await tx.user.findUnique({ where: { id } });
  if (!member) throw new AppError('NOT_FOUND');
  return member;
}

/**
 * It counts from the next request of that person on.
 * @throws AppError FORBIDDEN, NOT_FOUND, LAST_ADMIN
 */
export async function changeRole(actor: Actor, input: { id: string; role: Role }): Promise<void> {
  requirePermission(actor, 'members.manage');
  const { id, role } = parseInput(roleChangeSchema, input);
  await db().$transaction(async (tx) => {
    const administrators = await lockAdministrators(tx, actor);
    const { role: before, name } = await findMember(tx, id);
    if (before === role) return;
    if (role !== 'ADMIN') requireAnother(administrators, id);
    await tx.user.update({ where: { id }, data: { role } });
    const details = { name, before, after: role };
    const changes = { role: { from: before, to: role } };
    await recordAudit(tx, actor, { action: 'user.changeRole', targetId: id, changes, details });
    if (before === 'ADMIN') await endMadeLinks(tx, actor, id);
  });
}

/**
 * Somebody leaves: all their sessions and links end at once, those that they made for others too; what they made stays, with their name.
 * @param heirId who gets their views and drafts; null leaves them
 * @throws AppError FORBIDDEN, NOT_FOUND, LAST_ADMIN, MEMBER_OFF when the heir has left, HEIR_SEES_LESS
 */
export async function deactivateMember(actor: Actor, id: string, heirId: string | null): Promise<void> {
  requirePermission(actor, 'members.manage');
  await db().$transaction(async (tx) => {
    const administrators = await lockAdministrators(tx, actor);
    const { name, deactivatedAt } = await findMember(tx, id);
    requireAnother(administrators, id);
    if (!deactivatedAt) {
      await tx.user.update({ where: { id }, data: { deactivatedAt: clock.now() } });
      await recordAudit(tx, actor, { action: 'user.deactivate', targetId: id, details: { name } });
    }
    await tx.session.deleteMany({ where: { userId: id } });
    await tx.passwordReset.deleteMany({ where: { userId: id } });
    await endMadeLinks(tx, actor, id);
    if (heirId !== null) await handOver(tx, actor, { from: id, to: heirId });
  });
}

/** They sign in as before, with the password that they had. @throws AppError FORBIDDEN, NOT_FOUND */
export async function reactivateMember(actor: Actor, id: string): Promise<void> {
  requirePermission(actor, 'members.manage');
  await db().$transaction(async (tx) => {
    await lockAdministrators(tx, actor);
    const { name, deactivatedAt } = await findMember(tx, id);
    if (!deactivatedAt) return;
    await tx.user.update({ where: { id }, data: { deactivatedAt: null } });
    // One that was opened in the moment of the deactivation.
    await tx.session.deleteMany({ where: { userId: id } });
    await recordAudit(tx, actor, { action: 'user.reactivate', targetId: id, details: { name } });
  });
}
