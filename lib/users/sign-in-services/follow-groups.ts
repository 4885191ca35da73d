import 'server-only';
import { recordAudit } from '@/lib/audit/service';
import { systemActor } from '@/lib/auth/actor';
import { db, type Tx } from '@/lib/db/client';
import type { Role } from '@/lib/db/generated/enums';
import { AppError } from '@/lib/errors';
import { endMadeLinks } from '../made-links';
import { lockAdministrators } from '../members';
import { sameSight, sightText, type StoredSight } from '../sight';
import type { GroupRule } from './group-rules';
import { labelOf, type SignInService } from './services';

/** What the rules for groups come to for somebody. */
export type GroupPlace = Omit<GroupRule, 'group'>;

/** AppIDs of the environment as what a row keeps; an administrator sees everything. */
export async function sightOfPlace(tx: Tx, { role, appIds }: GroupPlace): Promise<StoredSight> {
  if (role === 'ADMIN' || appIds === null) return { seesAll: true, seenAppIds: [] };
  const apps = await tx.miniProgram.findMany({ where: { appId: { in: appIds } }, select: { id: true } });
  return { seesAll: false, seenAppIds: apps.map(({ id }) => id) };
}

async function changeTo(
  tx: Tx,
  member: { id: string; name: string; role: Role } & StoredSight,
  { role, service, ...sight }: { role: Role; service: string } & StoredSight,
): Promise<void> {
  const { id, name } = member;
  const actor = systemActor(service);
  if (member.role !== role) {
    await tx.user.update({ where: { id }, data: { role } });
    const changes = { role: { from: member.role, to: role } };
    await recordAudit(tx, actor, {
      action: 'user.changeRole',
      targetId: id,
      changes,
      details: { name, service },
    });
    if (member.role === 'ADMIN') await endMadeLinks(tx, actor, id);
  }
  if (role === 'ADMIN' || sameSight(member, sight)) return;
  await tx.user.update({ where: { id }, data: sight });
  const changes = { apps: { from: await sightText(tx, member), to: await sightText(tx, sight) } };
  await recordAudit(tx, actor, {
    action: 'user.changeSight',
    targetId: id,
    changes,
    details: { name, service },
  });
}

/**
 * Gives a member the role and the sight of their groups. The last administrator stays one, and comes in, whatever the groups say.
 * @param place null when no rule is for any of their groups
 * @throws AppError SERVICE_REFUSED then
 */
export async function followGroups(
  id: string,
  place: GroupPlace | null,
  service: SignInService,
): Promise<void> {
  const label = labelOf(service);
  await db().$transaction(async (tx) => {
    const administrators = await lockAdministrators(tx, systemActor(label));
    const isLast = administrators.size === 1 && administrators.has(id);
    if (isLast && place?.role !== 'ADMIN') return;
    if (!place) throw new AppError('SERVICE_REFUSED');
    const select = { id: true, name: true, role: true, seesAll: true, seenAppIds: true } as const;
    const member = await tx.user.findUniqueOrThrow({ where: { id }, select });
    await changeTo(tx, member, { role: place.role, service: label, ...(await sightOfPlace(tx, place)) });
  });
}
