import 'server-only';
import { recordAudit } from '@/lib/audit/service';
import type { UserActor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { tellMember } from '../notices';
import { requireCurrentPassword } from '../service';
import { isPasswordOff } from './password-off';
import type { ServiceId } from './service-ids';
import { findService, labelOf, signInServices } from './services';
import type { Vouched } from './vouched';

/** A service, and as whom the actor signs in by it. */
export type Connection = { id: ServiceId; name: string | null; as: { name: string; since: Date } | null };

export type OwnWaysIn = { hasPassword: boolean; connections: Connection[] };

/** How the actor signs in. */
export async function listOwnWaysIn(actor: UserActor): Promise<OwnWaysIn> {
  requirePermission(actor, 'account.manage');
  const { passwordHash, identities } = await db().user.findUniqueOrThrow({
    where: { id: actor.id },
    select: { passwordHash: true, identities: { select: { issuer: true, name: true, linkedAt: true } } },
  });
  const connections = signInServices().map(({ id, name, issuer }) => {
    const own = identities.find((identity) => identity.issuer === issuer);
    return { id, name, as: own ? { name: own.name, since: own.linkedAt } : null };
  });
  return { hasPassword: passwordHash !== null, connections };
}

/**
 * Asked for before the browser goes to the service: whoever finds an open browser must not add a way in of their own.
 * @throws AppError NOT_FOUND, PASSWORD_WRONG, TOO_MANY_ATTEMPTS, SIGN_IN_BUSY
 */
export async function beginConnecting(actor: UserActor, serviceId: string, password: string): Promise<void> {
  requirePermission(actor, 'account.manage');
  if (!findService(serviceId)) throw new AppError('NOT_FOUND');
  await requireCurrentPassword(actor, password);
}

/**
 * From now on the actor signs in as the one for whom the service vouches.
 * @throws AppError SERVICE_TAKEN when that is another member, or the actor is connected as somebody else there
 */
export async function connectService(actor: UserActor, vouched: Vouched, service: string): Promise<void> {
  requirePermission(actor, 'account.manage');
  const { issuer, subject, name } = vouched;
  const isNew = await db().$transaction(async (tx) => {
    const where = { issuer, OR: [{ subject }, { userId: actor.id }] };
    const [known] = await tx.serviceIdentity.findMany({ where, select: { subject: true, userId: true } });
    if (known && known.subject === subject && known.userId === actor.id) return false;
    if (known) throw new AppError('SERVICE_TAKEN');
    await tx.serviceIdentity.create({ data: { issuer, subject, name, userId: actor.id } });
    const details = { service, name };
    await recordAudit(tx, actor, {
      action: 'user.connectService',
      targetId: actor.id,
      targetName: actor.name,
      details,
    });
    return true;
  });
  if (isNew) tellMember(actor.id, 'serviceConnected', { service, name });
}

/** @throws AppError NOT_FOUND, LAST_WAY_IN when they would have no way to sign in left */
export async function disconnectService(actor: UserActor, serviceId: string): Promise<void> {
  requirePermission(actor, 'account.manage');
  const service = findService(serviceId);
  if (!service) throw new AppError('NOT_FOUND');
  const isOff = await isPasswordOff();
  const issuers = signInServices().map(({ issuer }) => issuer);
  await db().$transaction(async (tx) => {
    // Holds the row: of two at once the second finds what the first has left.
    const user = await tx.user.update({
      where: { id: actor.id },
      data: { updatedAt: clock.now() },
      select: {
        passwordHash: true,
        identities: { where: { issuer: { in: issuers } }, select: { issuer: true, name: true } },
      },
    });
    const own = user.identities.find(({ issuer }) => issuer === service.issuer);
    if (!own) throw new AppError('NOT_FOUND');
    if (user.identities.length === 1 && (user.passwordHash === null || isOff))
      throw new AppError('LAST_WAY_IN');
    await tx.serviceIdentity.delete({
      where: { userId_issuer: { userId: actor.id, issuer: service.issuer } },
    });
    const details = { service: labelOf(service), name: own.name };
    await recordAudit(tx, actor, {
      action: 'user.disconnectService',
      targetId: actor.id,
      targetName: actor.name,
      details,
    });
  });
  tellMember(actor.id, 'serviceDisconnected', { service: labelOf(service) });
}
