import 'server-only';
import { AttemptCounter } from '@/lib/auth/attempts/attempt-counter';
import { db } from '@/lib/db/client';
import { recordStranger } from './service';

/**
 * What strangers may write within a quarter of an hour. Failures at accounts that exist are bounded by the throttle, which
 * looks at some 30 passwords of each; those at accounts that nobody has share this number, whatever the addresses.
 */
const UNKNOWN_ACCOUNTS = 30;
/** Of one member whom a sign-in service brings in vain. */
const ARRIVALS = 20;
/** Of one account that is locked the record says so once. */
const LOCKS = 1;

type Counters = Record<'unknown' | 'locks' | 'arrivals', AttemptCounter>;

// Next bundles routes apart from each other: one counter for all of them has to live outside the module.
const holder: typeof globalThis & { suncodeAuditCounters?: Counters } = globalThis;

function counters(): Counters {
  return (holder.suncodeAuditCounters ??= {
    unknown: new AttemptCounter(UNKNOWN_ACCOUNTS),
    locks: new AttemptCounter(LOCKS),
    arrivals: new AttemptCounter(ARRIVALS),
  });
}

export type FailedSignIn = 'session.fail' | 'session.lock';

/**
 * A sign-in that was refused: for a wrong password, or since there were too many.
 * @param email an address, as the form checks it: whatever else is typed there may be a password
 */
export async function recordFailedSignIn(action: FailedSignIn, email: string): Promise<void> {
  if (action === 'session.lock' && !(await counters().locks.take(email))) return;
  const user = await db().user.findUnique({ where: { email }, select: { id: true, name: true } });
  if (!user && !(await counters().unknown.take('all'))) return;
  const target = user ? { targetId: user.id, targetName: user.name } : { targetName: email };
  await recordStranger(db(), { action, ...target, details: { email } });
}

/** The same with a passkey that is nobody's here, or no more. */
export async function recordUnknownPasskey(): Promise<void> {
  if (!(await counters().unknown.take('all'))) return;
  await recordStranger(db(), { action: 'session.fail', details: { by: 'passkey' } });
}

/** The same of a member who is known by then: a wrong code of the second step, or a passkey. */
export async function recordFailedEntry(
  action: FailedSignIn,
  { id, name, email }: { id: string; name: string; email: string | null },
): Promise<void> {
  if (action === 'session.lock' && !(await counters().locks.take(email ?? id))) return;
  const details = email === null ? undefined : { email };
  await recordStranger(db(), { action, targetId: id, targetName: name, ...(details && { details }) });
}

/**
 * The same of somebody whom a sign-in service has brought.
 * @param member null for who is none
 */
export async function recordFailedArrival(
  member: { id: string; name: string } | null,
  { service, name }: { service: string; name: string },
): Promise<void> {
  const { unknown, arrivals } = counters();
  if (!(await (member ? arrivals.take(member.id) : unknown.take('all')))) return;
  const target = member ? { targetId: member.id, targetName: member.name } : { targetName: name };
  await recordStranger(db(), { action: 'session.fail', ...target, details: { service } });
}
