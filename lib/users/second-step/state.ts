import 'server-only';
import { clock } from '@/lib/clock';
import { db, type Tx } from '@/lib/db/client';

/** What the second step of somebody can be: a code of their app, and each of their passkeys. */
export type SecondStepWays = { app: boolean; passkeys: number };

type Reader = Pick<Tx, 'user'>;

export async function secondStepWays(userId: string, tx: Reader = db()): Promise<SecondStepWays> {
  const user = await tx.user.findUnique({
    where: { id: userId },
    select: { totpSince: true, _count: { select: { passkeys: true } } },
  });
  return { app: user !== null && user.totpSince !== null, passkeys: user?._count.passkeys ?? 0 };
}

export const isOn = ({ app, passkeys }: SecondStepWays) => app || passkeys > 0;

/** Holds the row of a person, so that two who add or take away a way at once do so one after the other. */
export async function holdWays(tx: Tx, userId: string): Promise<SecondStepWays> {
  await tx.user.update({ where: { id: userId }, data: { updatedAt: clock.now() }, select: { id: true } });
  return secondStepWays(userId, tx);
}

/** Recovery codes stand in for another way and go with the last one. @returns whether the second step is off now */
export async function settleWays(tx: Tx, userId: string): Promise<boolean> {
  if (isOn(await secondStepWays(userId, tx))) return false;
  await tx.recoveryCode.deleteMany({ where: { userId } });
  return true;
}
