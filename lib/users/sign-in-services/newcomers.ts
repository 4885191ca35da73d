import 'server-only';
import { changesOf } from '@/lib/audit/changes';
import { recordAudit, recordChange, recordStranger } from '@/lib/audit/service';
import { memberActor, type Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { db, type Tx } from '@/lib/db/client';
import type { Newcomers, Role } from '@/lib/db/generated/enums';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import { sightText, storedSight, type StoredSight } from '../sight';
import { sightOfPlace } from './follow-groups';
import { placeByGroups } from './group-rules';
import { newcomersSchema, type NewcomersInput } from './schema';
import { labelOf, type SignInService } from './services';
import type { Vouched } from './vouched';

const INSTALLATION_ID = 1;

export type NewcomerRules = { newcomers: Newcomers; role: Role; appIds: string[] | null };

const select = { newcomers: true, newcomerRole: true, newcomerSeesAll: true, newcomerAppIds: true } as const;

async function rulesOf(tx: Pick<Tx, 'installation'>) {
  const found = await tx.installation.findUnique({ where: { id: INSTALLATION_ID }, select });
  const { newcomers = 'refuse', newcomerRole = 'VIEWER' } = found ?? {};
  const sight = { seesAll: found?.newcomerSeesAll ?? true, seenAppIds: found?.newcomerAppIds ?? [] };
  return { newcomers, role: newcomerRole, sight };
}

/** What becomes of who comes by a sign-in service and is no member yet. */
export async function getNewcomerRules(actor: Actor): Promise<NewcomerRules> {
  requirePermission(actor, 'members.manage');
  const { newcomers, role, sight } = await rulesOf(db());
  return { newcomers, role, appIds: sight.seesAll ? null : sight.seenAppIds };
}

/** @throws AppError FORBIDDEN, INVALID_INPUT, NOT_FOUND for a Mini Program that is not there */
export async function setNewcomerRules(actor: Actor, input: NewcomersInput): Promise<void> {
  requirePermission(actor, 'members.manage');
  const { newcomers, role, appIds } = parseInput(newcomersSchema, input);
  await db().$transaction(async (tx) => {
    const before = await rulesOf(tx);
    const sight = await storedSight(tx, actor, appIds);
    const data = {
      ...{ newcomers, newcomerRole: role },
      ...{ newcomerSeesAll: sight.seesAll, newcomerAppIds: sight.seenAppIds },
    };
    const where = { id: INSTALLATION_ID };
    await tx.installation.upsert({ where, create: { ...where, ...data }, update: data });
    const apps = { from: await sightText(tx, before.sight), to: await sightText(tx, sight) };
    const changes = changesOf(
      { newcomers: before.newcomers, role: before.role, apps: apps.from },
      { newcomers, role, apps: apps.to },
    );
    await recordChange(tx, actor, { action: 'user.setNewcomers', changes });
  });
}

type Place = { role: Role } & StoredSight;

/** An open invitation of the address that the service has verified; it is used up. */
async function takeInvitation(tx: Tx, email: string): Promise<Place | null> {
  const where = { email, expiresAt: { gt: clock.now() } };
  const invited = await tx.invitation.findFirst({
    where,
    select: { role: true, seesAll: true, seenAppIds: true },
  });
  const { count } = await tx.invitation.deleteMany({ where });
  return count > 0 ? invited : null;
}

const WAITING_MAX = 200;

/** Keeps that somebody has asked; of who asks again nothing more is recorded. @throws AppError SERVICE_REFUSED when too many wait */
async function ask(tx: Tx, { issuer, subject, name, email }: Vouched, service: string): Promise<void> {
  const where = { issuer_subject: { issuer, subject } };
  if ((await tx.joinRequest.count({ where: { issuer, subject } })) > 0) {
    await tx.joinRequest.update({ where, data: { name, email } });
    return;
  }
  if ((await tx.joinRequest.count()) >= WAITING_MAX) throw new AppError('SERVICE_REFUSED');
  await tx.joinRequest.create({ data: { issuer, subject, name, email, service } });
  await recordStranger(tx, { action: 'user.askToJoin', targetName: name, details: { service } });
}

/** @returns the id of the new member */
async function join(
  tx: Tx,
  vouched: Vouched,
  { service, actor, ...place }: Place & { service: string; actor?: Actor },
): Promise<string> {
  const { issuer, subject, name, email } = vouched;
  const identities = { create: { issuer, subject, name } };
  const joined = await tx.user.create({ data: { name, email, ...place, identities } });
  await tx.joinRequest.deleteMany({ where: { issuer, subject } });
  // Where the first one comes by `npm run admin`, the set-up link must not make another administrator.
  await tx.installation.updateMany({
    where: { completedAt: null },
    data: { completedAt: clock.now(), setupTokenHash: null },
  });
  await recordAudit(tx, actor ?? memberActor(joined), {
    ...{ action: actor ? 'user.letJoin' : 'user.join', targetId: joined.id, targetName: name },
    details: { role: place.role, service, ...(email !== null && { email }) },
  });
  return joined.id;
}

/** Where somebody comes to stand who is no member yet: by their groups, by an invitation, or as it is set; null for who waits. */
async function placeOf(tx: Tx, { email, groups }: Vouched, { rules }: SignInService): Promise<Place | null> {
  const byGroups = rules && placeByGroups(rules, groups ?? []);
  if (byGroups) return { role: byGroups.role, ...(await sightOfPlace(tx, byGroups)) };
  const invited = email === null ? null : await takeInvitation(tx, email);
  if (invited) return invited;
  const { newcomers, role, sight } = await rulesOf(tx);
  if (rules || newcomers === 'refuse') throw new AppError('SERVICE_REFUSED');
  return newcomers === 'approval' ? null : { role, ...sight };
}

/**
 * Makes a member of somebody whom a service brings for the first time, if their groups, an invitation or the settings say so.
 * @throws AppError SERVICE_CONNECT_FIRST when a member has the address: whose it is here nobody has proved, so that the member
 *   connects the service; SERVICE_REFUSED, SERVICE_WAITING
 */
export async function admit(vouched: Vouched, service: SignInService): Promise<string> {
  const { email } = vouched;
  const label = labelOf(service);
  const id = await db().$transaction(async (tx) => {
    if (email !== null && (await tx.user.count({ where: { email } })) > 0)
      throw new AppError('SERVICE_CONNECT_FIRST');
    const place = await placeOf(tx, vouched, service);
    if (place) return join(tx, vouched, { ...place, service: label });
    await ask(tx, vouched, label);
    return null;
  });
  // What was kept stays kept.
  if (id === null) throw new AppError('SERVICE_WAITING');
  return id;
}

export type JoinRequestItem = {
  id: string;
  name: string;
  email: string | null;
  service: string;
  createdAt: Date;
};

/** Who waits until an administrator says whether they become a member. */
export async function listJoinRequests(actor: Actor): Promise<JoinRequestItem[]> {
  requirePermission(actor, 'members.manage');
  const select = { id: true, name: true, email: true, service: true, createdAt: true } as const;
  return db().joinRequest.findMany({ select, orderBy: { createdAt: 'asc' } });
}

/**
 * Makes a member of who waits, as is set for those who come for the first time, or takes them off the list; they may ask again.
 * @throws AppError FORBIDDEN, NOT_FOUND
 */
export async function answerJoinRequest(
  actor: Actor,
  { id, isLetIn }: { id: string; isLetIn: boolean },
): Promise<void> {
  requirePermission(actor, 'members.manage');
  await db().$transaction(async (tx) => {
    const request = await tx.joinRequest.findUnique({ where: { id } });
    const { count } = await tx.joinRequest.deleteMany({ where: { id } });
    if (!request || count === 0) throw new AppError('NOT_FOUND');
    const { service, issuer, subject, name } = request;
    if (!isLetIn) {
      await recordAudit(tx, actor, { action: 'user.turnAway', targetName: name, details: { service } });
      return;
    }
    const isTaken = request.email !== null && (await tx.user.count({ where: { email: request.email } })) > 0;
    const vouched = { issuer, subject, name, email: isTaken ? null : request.email, groups: null };
    const { role, sight } = await rulesOf(tx);
    await join(tx, vouched, { role, ...sight, service, actor });
  });
}
