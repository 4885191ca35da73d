import 'server-only';
import { TokenUnavailableError } from '@/lib/apps/access-token';
import { connectTo } from '@/lib/apps/connection';
import { clock } from '@/lib/clock';
import { db, type Tx } from '@/lib/db/client';
import type { Code } from '@/lib/db/generated/client';
import { log } from '@/lib/log';
import { confirm, lockApp, markUncertain, noteNumUsed, release } from '@/lib/quota/ledger';
import { generateCode as callWeChat, type GeneratedCode } from '@/lib/wechat/client';
import type { CodeOutcome, PictureOutcome, RefusedOutcome, UncertainOutcome } from '@/lib/wechat/outcome';
import { explainErrcode } from '@/lib/wechat/errors';
import { fromColumns } from './parameters';
import { storePicture } from './picture';

/** Longer than the whole call with its repetitions may take (30 s): a row past this has lost its process. */
const LEASE_MS = 60_000;

export function leaseFromNow(): Date {
  return new Date(clock.now().getTime() + LEASE_MS);
}

type Unmade = RefusedOutcome | UncertainOutcome;

async function call(code: Code): Promise<CodeOutcome & Partial<Pick<GeneratedCode, 'attempts'>>> {
  try {
    return await callWeChat({ ...(await connectTo(code.miniProgramId)), parameters: fromColumns(code) });
  } catch (error) {
    // Without a token nothing was asked of the code endpoint: whatever happened at the token endpoint, no code was made.
    if (!(error instanceof TokenUnavailableError)) throw error;
    const { outcome } = error;
    return outcome.kind === 'uncertain' ? { ...outcome, sent: false } : outcome;
  }
}

/**
 * The second half of generating: calls WeChat for a row that is GENERATING (its quota reserved, its lease taken) and
 * settles it. No transaction is open while WeChat is asked. Safe to repeat after a crash at any point.
 */
export async function completeGeneration(codeId: string): Promise<void> {
  const code = await db().code.findUniqueOrThrow({ where: { id: codeId } });
  const outcome = await call(code).catch((error: unknown): UncertainOutcome => {
    log().error({ err: error, codeId }, 'generating a code failed');
    return { kind: 'uncertain', reason: 'network', detail: 'a fault in Suncode; see its log', sent: false };
  });
  if (outcome.kind === 'picture') await settlePicture(code, outcome);
  else await settleUnmade(code, outcome);
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

async function settlePicture(code: Code, picture: PictureOutcome): Promise<void> {
  const stored = await tryStore(code, picture);
  await db().$transaction(async (tx) => {
    await lockApp(tx, code.miniProgramId);
    await tx.code.update({ where: { id: code.id }, data: { ...ANSWERED, ...stored } });
    await confirm(tx, code);
    if (picture.numUsed !== null) await noteNumUsed(tx, code.miniProgramId, picture.numUsed);
  });
}

/** Without an errcode WeChat may have counted the code, unless nothing was sent or its gateway turned it away (412). */
function mayBeCounted(outcome: Unmade): boolean {
  return outcome.kind === 'uncertain' && outcome.sent && outcome.httpStatus !== 412;
}

async function settleUnmade(code: Code, outcome: Unmade): Promise<void> {
  const failure =
    outcome.kind === 'refused'
      ? { failureReason: 'refused', errcode: outcome.errcode, errmsg: outcome.errmsg, rid: outcome.rid }
      : {
          failureReason: outcome.sent ? outcome.reason : 'notSent',
          errcode: null,
          errmsg: outcome.detail,
          rid: null,
        };
  await db().$transaction(async (tx) => {
    await lockApp(tx, code.miniProgramId);
    const kept = mayBeCounted(outcome) ? await keepReserved(tx, code) : await giveBack(tx, code, outcome);
    await tx.code.update({
      where: { id: code.id },
      data: {
        ...ANSWERED,
        ...failure,
        ...(kept ? {} : { quotaCost: 0, quotaCountAfter: null }),
        status: 'FAILED',
      },
    });
  });
}

async function keepReserved(tx: Tx, code: Code): Promise<boolean> {
  await markUncertain(tx, code);
  return true;
}

// A refusal that is about the parameters, or about the spent limit (old parameters still work then, contract §6),
// proves that they never made a code. "Busy", "too many calls" and token trouble prove nothing about an earlier call.
async function giveBack(tx: Tx, code: Code, outcome: Unmade): Promise<boolean> {
  const provesNotMade =
    outcome.kind === 'refused' && ['operator', 'nobody'].includes(explainErrcode(outcome.errcode).actor);
  const released = await release(tx, code, provesNotMade);
  return !released && code.quotaCost === 1;
}
