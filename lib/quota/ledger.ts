import 'server-only';
import { clock } from '@/lib/clock';
import type { Tx } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { LIMITED_CODES_MAX } from '@/lib/wechat/limits';
import type { Endpoint } from '@/lib/wechat/limits';

type Entry = { miniProgramId: string; fingerprint: string };

// Callers pass whole rows; only these two columns are the key.
function keyOf({ miniProgramId, fingerprint }: Entry): Entry {
  return { miniProgramId, fingerprint };
}

/** Endpoint B is not limited in number and so not in the ledger. */
export function isLimited(endpoint: Endpoint): boolean {
  return endpoint !== 'getwxacodeunlimit';
}

/** `cost` of the 100,000 (0 or 1), and the app's A + C count after it. */
export type Charge = { cost: 0 | 1; countAfter: number };

/**
 * Locks the Mini Program's row until the transaction ends. Every use of the ledger starts here: it keeps the count exact
 * when many ask at once, and taking this lock first keeps transactions from waiting for each other in a circle.
 */
export async function lockApp(tx: Tx, miniProgramId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "MiniProgram" WHERE "id" = ${miniProgramId} FOR UPDATE`;
}

async function count(tx: Tx, miniProgramId: string): Promise<number> {
  return (await readCount(tx, miniProgramId)).used;
}

async function readCount(tx: Tx, miniProgramId: string): Promise<{ used: number; floor: number }> {
  const app = await tx.miniProgram.findUniqueOrThrow({
    where: { id: miniProgramId },
    select: { quotaBaseline: true, quotaUsed: true, quotaFloor: true },
  });
  return { used: app.quotaBaseline + app.quotaUsed, floor: app.quotaFloor };
}

function requireRoom({ used, floor }: { used: number; floor: number }): void {
  const limit = LIMITED_CODES_MAX;
  const left = limit - used;
  if (left <= 0) throw new AppError('QUOTA_EXHAUSTED', { values: { used, limit } });
  if (left <= floor) throw new AppError('QUOTA_FLOOR', { values: { used, limit, left, floor } });
}

/**
 * Takes one of the 100,000 for a parameter set of endpoint A or C, unless it has been counted before (contract §6: the
 * same parameters cost once, for ever). Call `lockApp` first.
 * @throws AppError QUOTA_EXHAUSTED, QUOTA_FLOOR, before anything is sent
 */
export async function reserve(tx: Tx, entry: Entry): Promise<Charge> {
  const before = await readCount(tx, entry.miniProgramId);
  const where = { miniProgramId_fingerprint: keyOf(entry) };
  if (await tx.quotaEntry.findUnique({ where, select: { state: true } }))
    return { cost: 0, countAfter: before.used };
  requireRoom(before);
  await tx.quotaEntry.create({ data: { ...keyOf(entry), state: 'RESERVED' } });
  await tx.miniProgram.update({ where: { id: entry.miniProgramId }, data: { quotaUsed: { increment: 1 } } });
  return { cost: 1, countAfter: before.used + 1 };
}

/** Keeps WeChat's own count (`Num-Used` of endpoint A, or the limit after 45029) beside ours of the same moment. */
export async function noteNumUsed(tx: Tx, miniProgramId: string, numUsed: number): Promise<void> {
  const countAtNumUsed = await count(tx, miniProgramId);
  await tx.miniProgram.update({
    where: { id: miniProgramId },
    data: { numUsed, countAtNumUsed, numUsedAt: clock.now() },
  });
}

/**
 * WeChat made the code: the entry stays for ever. When another call with the same parameters was refused meanwhile and
 * gave the reservation back, it is taken anew, past the limit too: WeChat has counted it.
 * @returns what that took, or null when the reservation stood
 */
export async function confirm(tx: Tx, entry: Entry): Promise<Charge | null> {
  const { count: known } = await tx.quotaEntry.updateMany({
    where: keyOf(entry),
    data: { state: 'CONFIRMED', uncertain: false },
  });
  if (known > 0) return null;
  await tx.quotaEntry.create({ data: { ...keyOf(entry), state: 'CONFIRMED' } });
  await tx.miniProgram.update({ where: { id: entry.miniProgramId }, data: { quotaUsed: { increment: 1 } } });
  return { cost: 1, countAfter: await count(tx, entry.miniProgramId) };
}

/** A call ended without an answer. The entry stays reserved: to count one too many is safe, one too few is not. */
export async function markUncertain(tx: Tx, entry: Entry): Promise<void> {
  await tx.quotaEntry.updateMany({
    where: { ...keyOf(entry), state: 'RESERVED' },
    data: { uncertain: true },
  });
}

/**
 * WeChat refused. Gives the reservation back, unless an earlier call with the same parameters ended without an answer
 * and this refusal does not prove that it came to nothing (`provesNotMade`).
 * @returns whether it was given back
 */
export async function release(tx: Tx, entry: Entry, provesNotMade: boolean): Promise<boolean> {
  const where = {
    ...keyOf(entry),
    state: 'RESERVED' as const,
    ...(provesNotMade ? {} : { uncertain: false }),
  };
  const { count: released } = await tx.quotaEntry.deleteMany({ where });
  if (released === 0) return false;
  await tx.miniProgram.update({ where: { id: entry.miniProgramId }, data: { quotaUsed: { decrement: 1 } } });
  return true;
}
