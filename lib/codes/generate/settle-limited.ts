import 'server-only';
import { db, type Tx } from '@/lib/db/client';
import type { Code } from '@/lib/db/generated/client';
import { confirm, lockApp, markUncertain, noteNumUsed, release, type LockedApp } from '@/lib/quota/ledger';
import { mayHaveBeenMade } from '@/lib/wechat/call/answer';
import { explainErrcode } from '@/lib/wechat/errors';
import { LIMITED_CODES_MAX } from '@/lib/wechat/rules/limits';
import { finalOfMade, finalOfUnmade, writeFinals } from './final';
import type { MadeResult, Result, UnmadeResult } from './result';

/** Settles codes of endpoints A and C of one Mini Program in one transaction, under its lock. */
export async function settleLimited(miniProgramId: string, results: readonly Result[]): Promise<void> {
  const made = results.filter((result) => result.kind === 'made');
  const unmade = results.filter((result) => result.kind === 'unmade');
  await db().$transaction(async (tx) => {
    const app = await lockApp(tx, miniProgramId);
    await settleMade(tx, app, made);
    const told = made.map(({ numUsed }) => numUsed);
    for (const result of unmade) told.push(await settleUnmade(tx, result));
    // WeChat's count never falls, so the highest of several that came together is the newest.
    const newest = Math.max(...told.map((numUsed) => numUsed ?? -1));
    if (newest >= 0) await noteNumUsed(tx, miniProgramId, newest);
  });
}

async function settleMade(tx: Tx, app: LockedApp, results: readonly MadeResult[]): Promise<void> {
  if (results.length === 0) return;
  const charges = await confirm(tx, app, [...new Set(results.map(({ code }) => code.fingerprint))]);
  const finals = results.map((result) => {
    const { fingerprint } = result.code;
    const charge = charges.get(fingerprint);
    // Of two rows with the same parameters, one pays.
    charges.delete(fingerprint);
    return finalOfMade(
      result,
      charge ? { quotaCost: charge.cost, quotaCountAfter: charge.countAfter } : null,
    );
  });
  await writeFinals(
    tx,
    finals.filter((final) => final !== null),
  );
}

type Row = Pick<Code, 'id' | 'attempts' | 'quotaCost' | 'quotaCountAfter'>;

/** @returns how many WeChat has counted, where the refusal tells */
async function settleUnmade(tx: Tx, result: UnmadeResult): Promise<number | null> {
  const { code, outcome, unanswered } = result;
  const { miniProgramId, fingerprint } = code;
  if (unanswered || mayHaveBeenMade(outcome)) await markUncertain(tx, code);
  const working: Row[] = await tx.code.findMany({
    where: { miniProgramId, fingerprint, status: 'GENERATING' },
    select: { id: true, attempts: true, quotaCost: true, quotaCountAfter: true },
  });
  const row = working.find(({ id, attempts }) => id === code.id && attempts === code.attempts);
  if (!row) return null;
  const other = working.find(({ id }) => id !== code.id);
  const kept = mayHaveBeenMade(outcome) ? row.quotaCost === 1 : await giveBack(tx, result, { row, other });
  await writeFinals(tx, [finalOfUnmade(result, kept ? null : { quotaCost: 0, quotaCountAfter: null })]);
  // Whatever we counted, WeChat says that its own count is full.
  return outcome.kind === 'refused' && outcome.errcode === 45029 ? LIMITED_CODES_MAX : null;
}

/**
 * A refusal that is about the parameters, or about the spent limit (old parameters still work then, contract §6), proves
 * that they never made a code. "Busy", "too many calls" and token trouble prove nothing about an earlier call.
 * @returns whether the code keeps its cost
 */
async function giveBack(
  tx: Tx,
  { code, outcome }: UnmadeResult,
  { row, other }: { row: Row; other: Row | undefined },
): Promise<boolean> {
  // The same parameters are at WeChat at this moment: then the reservation is that row's to settle.
  if (other) {
    const { quotaCost, quotaCountAfter } = row;
    if (quotaCost === 1)
      await tx.code.update({ where: { id: other.id }, data: { quotaCost, quotaCountAfter } });
    return false;
  }
  const provesNotMade =
    outcome.kind === 'refused' && ['operator', 'nobody'].includes(explainErrcode(outcome.errcode).actor);
  return !(await release(tx, code, provesNotMade)) && row.quotaCost === 1;
}
