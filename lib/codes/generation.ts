import 'server-only';
import { TokenUnavailableError } from '@/lib/apps/access-token';
import { connectTo } from '@/lib/apps/connection';
import { clock } from '@/lib/clock';
import { db, type Tx } from '@/lib/db/client';
import type { Code } from '@/lib/db/generated/client';
import { log } from '@/lib/log';
import { confirm, isLimited, lockApp, markUncertain, noteNumUsed, release } from '@/lib/quota/ledger';
import { mayHaveBeenMade } from '@/lib/wechat/answer';
import { generateCode as callWeChat } from '@/lib/wechat/client';
import type { PictureOutcome, RefusedOutcome, UncertainOutcome } from '@/lib/wechat/outcome';
import { explainErrcode } from '@/lib/wechat/errors';
import { LIMITED_CODES_MAX } from '@/lib/wechat/limits';
import { fromColumns } from './parameters';
import { storePicture } from './picture';

/** Longer than the whole call with its repetitions may take (30 s): a row past this has lost its process. */
const LEASE_MS = 60_000;

export function leaseFromNow(): Date {
  return new Date(clock.now().getTime() + LEASE_MS);
}

type Unmade = RefusedOutcome | UncertainOutcome;
type Answer = PictureOutcome | Unmade;
type Call = { answer: Answer; unanswered: boolean };

function explainThrown(error: unknown, codeId: string): Unmade {
  // Without a token the code endpoint was not asked, whatever happened at the token endpoint.
  if (error instanceof TokenUnavailableError)
    return error.outcome.kind === 'uncertain' ? { ...error.outcome, sent: false } : error.outcome;
  log().error({ err: error, codeId }, 'generating a code failed');
  return { kind: 'uncertain', reason: 'network', detail: 'a fault in Suncode; see its log', sent: false };
}

async function call(code: Code): Promise<Call> {
  let unanswered = false;
  const onUnanswered = () => {
    unanswered = true;
  };
  try {
    const connection = await connectTo(code.miniProgramId);
    const answer = await callWeChat({ ...connection, parameters: fromColumns(code), onUnanswered });
    return { answer, unanswered };
  } catch (error) {
    return { answer: explainThrown(error, code.id), unanswered };
  }
}

/**
 * The second half of generating: calls WeChat for a row that is GENERATING (its quota reserved, its lease taken) and
 * settles it. No transaction is open while WeChat is asked. Safe to repeat after a crash at any point.
 */
export async function completeGeneration(codeId: string): Promise<void> {
  const code = await db().code.findUniqueOrThrow({ where: { id: codeId } });
  const { answer, unanswered } = await call(code);
  if (answer.kind === 'picture') return settlePicture(code, answer);
  return settleUnmade(code, answer, unanswered);
}

const ANSWERED = { leaseExpiresAt: null, failureReason: null, errcode: null, errmsg: null, rid: null };

/** A full disk must not lose that WeChat has made and counted the code: it fails, and fetching it again is free. */
async function tryStore(code: Code, picture: PictureOutcome) {
  try {
    const stored = await storePicture(code, picture);
    return { ...stored, status: 'READY' as const, generatedAt: clock.now() };
  } catch (error) {
    log().error({ err: error, codeId: code.id }, 'storing a picture failed');
    return { status: 'FAILED' as const, failureReason: 'storage' };
  }
}

/**
 * Whether this process may still write the row. One that slept past its lease may not: the sweeper has made another
 * attempt since, and what it settled stays.
 */
async function isOurs(tx: Pick<Tx, 'code'>, { id, attempts }: Code): Promise<boolean> {
  return (await tx.code.count({ where: { id, attempts, status: 'GENERATING' } })) === 1;
}

async function settlePicture(code: Code, picture: PictureOutcome): Promise<void> {
  const stored = (await isOurs(db(), code)) ? await tryStore(code, picture) : null;
  await db().$transaction(async (tx) => {
    await lockApp(tx, code.miniProgramId);
    const charge = isLimited(code.endpoint) ? await confirm(tx, code) : null;
    const cost = charge ? { quotaCost: charge.cost, quotaCountAfter: charge.countAfter } : {};
    if (stored && (await isOurs(tx, code)))
      await tx.code.update({ where: { id: code.id }, data: { ...ANSWERED, ...stored, ...cost } });
    if (picture.numUsed !== null) await noteNumUsed(tx, code.miniProgramId, picture.numUsed);
  });
}

function failureOf(outcome: Unmade) {
  if (outcome.kind === 'refused') {
    const { errcode, errmsg, rid } = outcome;
    return { failureReason: 'refused', errcode, errmsg, rid };
  }
  const failureReason = outcome.sent ? outcome.reason : 'notSent';
  return { failureReason, errcode: null, errmsg: outcome.detail, rid: null };
}

async function settleUnmade(code: Code, outcome: Unmade, unanswered: boolean): Promise<void> {
  await db().$transaction(async (tx) => {
    await lockApp(tx, code.miniProgramId);
    if (unanswered || mayHaveBeenMade(outcome)) await markUncertain(tx, code);
    const row = await tx.code.findUniqueOrThrow({ where: { id: code.id } });
    if (row.attempts !== code.attempts || row.status !== 'GENERATING') return;
    const kept = mayHaveBeenMade(outcome) ? row.quotaCost === 1 : await giveBack(tx, row, outcome);
    const cost = kept ? {} : { quotaCost: 0, quotaCountAfter: null };
    const data = { ...ANSWERED, ...failureOf(outcome), ...cost, status: 'FAILED' as const };
    await tx.code.update({ where: { id: code.id }, data });
    // Whatever we counted, WeChat says that its own count is full.
    if (outcome.kind === 'refused' && outcome.errcode === 45029)
      await noteNumUsed(tx, code.miniProgramId, LIMITED_CODES_MAX);
  });
}

// A refusal that is about the parameters, or about the spent limit (old parameters still work then, contract §6),
// proves that they never made a code. "Busy", "too many calls" and token trouble prove nothing about an earlier call.
async function giveBack(tx: Tx, code: Code, outcome: Unmade): Promise<boolean> {
  if (await passOn(tx, code)) return false;
  const provesNotMade =
    outcome.kind === 'refused' && ['operator', 'nobody'].includes(explainErrcode(outcome.errcode).actor);
  const released = await release(tx, code, provesNotMade);
  return !released && code.quotaCost === 1;
}

/** Another row with the same parameters may be at WeChat at this moment: then the reservation is that one's to settle. */
async function passOn(tx: Tx, { id, miniProgramId, fingerprint, quotaCost, quotaCountAfter }: Code) {
  const other = await tx.code.findFirst({
    where: { miniProgramId, fingerprint, status: 'GENERATING', id: { not: id } },
    select: { id: true },
  });
  if (!other) return false;
  if (quotaCost === 1)
    await tx.code.update({ where: { id: other.id }, data: { quotaCost, quotaCountAfter } });
  return true;
}
