import 'server-only';
import { recordFailedArrival } from '@/lib/audit/attempts';
import { recordAudit } from '@/lib/audit/service';
import { memberActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { AppError, isAppError } from '@/lib/errors';
import { PERSON, type Person, type SignedIn, type SignInClient } from '../enter';
import { letIn, type Given } from '../sign-in';
import { followGroups } from './follow-groups';
import { placeByGroups } from './group-rules';
import { admit } from './newcomers';
import { labelOf, type SignInService } from './services';
import type { Vouched } from './vouched';

/** Who is known by this id; nothing else of what a service says finds a member. */
async function findLinked({ issuer, subject }: Vouched) {
  const where = { issuer_subject: { issuer, subject } };
  return db().serviceIdentity.findUnique({ where, select: { name: true, user: { select: PERSON } } });
}

async function refuseArrival(
  error: unknown,
  member: Person | null,
  seen: { service: string; name: string },
): Promise<never> {
  if (isAppError(error)) await recordFailedArrival(member, seen);
  throw error;
}

/** Who was renamed there is renamed here, unless they have given themselves another name here. */
async function followName(vouched: Vouched, known: string, user: Person): Promise<void> {
  const { issuer, subject, name } = vouched;
  if (name === known) return;
  await db().$transaction(async (tx) => {
    await tx.serviceIdentity.update({ where: { issuer_subject: { issuer, subject } }, data: { name } });
    if (user.name !== known) return;
    await tx.user.update({ where: { id: user.id }, data: { name } });
    const actor = memberActor({ ...user, name });
    const changes = { name: { from: user.name, to: name } };
    await recordAudit(tx, actor, {
      action: 'user.updateProfile',
      targetId: user.id,
      targetName: name,
      changes,
    });
  });
}

/** Who is a member already: what the service says of them now counts. */
async function welcomeBack(vouched: Vouched, service: SignInService, user: Person): Promise<string> {
  if (user.deactivatedAt) throw new AppError('ACCOUNT_OFF');
  if (service.rules) await followGroups(user.id, placeByGroups(service.rules, vouched.groups ?? []), service);
  return user.id;
}

/**
 * Signs in somebody for whom a service vouches.
 * @throws AppError ACCOUNT_OFF, SERVICE_CONNECT_FIRST, SERVICE_REFUSED, SERVICE_WAITING, SECOND_STEP_NEEDED with what it can be and `userId`
 */
export async function signInByService(
  vouched: Vouched,
  service: SignInService,
  client: SignInClient,
): Promise<SignedIn> {
  const seen = { service: labelOf(service), name: vouched.name };
  const linked = await findLinked(vouched);
  const entering = linked ? welcomeBack(vouched, service, linked.user) : admit(vouched, service);
  const id = await entering.catch((error: unknown) => refuseArrival(error, linked?.user ?? null, seen));
  if (linked) await followName(vouched, linked.name, linked.user);
  const user = await db().user.findUniqueOrThrow({ where: { id }, select: PERSON });
  return letIn(user, client, { service: seen.service }).catch((error: unknown) => {
    if (isAppError(error) && error.code === 'SECOND_STEP_NEEDED')
      throw new AppError('SECOND_STEP_NEEDED', { values: { ...error.values, userId: user.id } });
    throw error;
  });
}

/**
 * The second step of the same: a code or a passkey of whom a service has vouched for a moment ago.
 * @throws AppError ACCOUNT_OFF, SECOND_STEP_WRONG, PASSKEY_WRONG, TOO_MANY_CODES, SECOND_STEP_STATE
 */
export async function signInBySecondStep(
  { id, service }: { id: string; service: string },
  given: Given,
  client: SignInClient,
): Promise<SignedIn> {
  const user = await db().user.findUnique({ where: { id }, select: PERSON });
  if (!user || user.deactivatedAt) throw new AppError('ACCOUNT_OFF');
  return letIn(user, client, { ...given, service });
}
