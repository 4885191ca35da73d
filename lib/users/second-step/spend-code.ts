import 'server-only';
import { recordAudit } from '@/lib/audit/service';
import type { UserActor } from '@/lib/auth/actor';
import { countCode } from '@/lib/auth/attempts/throttle';
import { db, type Tx } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { stepOfCode } from './one-time-codes';
import { recoveryHash } from './recovery-codes';
import { isOn, secondStepWays } from './state';

/** Who types a code, and where: see `countCode`. */
export type CodeTyper = { actor: UserActor; address: string; device: string | null };

export function refuseCode(): never {
  const issue = { field: 'code', key: 'errors.issues.signInCode', values: {} } as const;
  throw new AppError('SECOND_STEP_WRONG', { issues: [issue] });
}

/** Full-width digits, and the gap that apps show in the middle. */
export const tidyCode = (typed: string) => typed.normalize('NFKC').replace(/[\s-]/g, '');

async function spendRecoveryCode(tx: Tx, actor: UserActor, code: string): Promise<boolean> {
  const { id: userId } = actor;
  const { count } = await tx.recoveryCode.deleteMany({ where: { userId, codeHash: recoveryHash(code) } });
  if (count === 0) return false;
  const left = await tx.recoveryCode.count({ where: { userId } });
  await recordAudit(tx, actor, { action: 'user.useRecoveryCode', targetId: userId, details: { left } });
  return true;
}

/** Of several requests that bring the same code one succeeds: the row takes each time step once, and never an earlier one. */
async function spend(tx: Tx, actor: UserActor, code: string): Promise<boolean> {
  const { id } = actor;
  const ways = await secondStepWays(id, tx);
  if (!isOn(ways)) throw new AppError('SECOND_STEP_STATE');
  if (!ways.app || !/^\d{6}$/.test(code)) return spendRecoveryCode(tx, actor, code);
  const user = await tx.user.findUnique({ where: { id }, select: { totpSecret: true } });
  if (!user?.totpSecret) return false;
  const { totpSecret } = user;
  const step = stepOfCode(id, totpSecret, code);
  if (step === null) return false;
  const { count } = await tx.user.updateMany({
    where: { id, totpSecret, totpLastStep: { lt: step } },
    data: { totpLastStep: step },
  });
  return count > 0;
}

/**
 * Takes a code of the app or a recovery code, each of which is good once. Counted before it is looked at, so that parallel
 * guesses cannot slip past the limit.
 * @throws AppError SECOND_STEP_WRONG, TOO_MANY_CODES, SECOND_STEP_STATE when the second step is not on
 */
export async function spendCode({ actor, address, device }: CodeTyper, typed: string): Promise<void> {
  const attempt = await countCode({ userId: actor.id, address, device });
  const isRight = await db().$transaction((tx) => spend(tx, actor, tidyCode(typed)));
  if (!isRight) refuseCode();
  await attempt.succeed();
}
