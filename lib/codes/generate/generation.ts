import 'server-only';
import { takeCall } from '@/lib/apps/calls/call-budget';
import type { Connection } from '@/lib/apps/connection';
import { TokenUnavailableError } from '@/lib/apps/token/access-token';
import { explainNoToken } from '@/lib/apps/token/token-fetch';
import { isPassing } from '@/lib/db/passing';
import { log } from '@/lib/log';
import { recordWeChatCall } from '@/lib/metrics/record';
import { generateCode as callWeChat, type GenerateCode } from '@/lib/wechat/call/client';
import { explainOutcome } from '@/lib/wechat/errors';
import type { CodeOutcome, PictureOutcome, UncertainOutcome } from '@/lib/wechat/call/outcome';
import { isStillOurs, type ClaimedCode } from './lease';
import { fromColumns } from './parameters';
import { storePicture } from '@/lib/codes/picture/picture';
import type { Result, Unmade } from './result';
import { settle } from './settle';

const FAULT: UncertainOutcome = {
  kind: 'uncertain',
  reason: 'network',
  detail: 'a fault in Suncode; see its log',
  sent: false,
};

/** Without a token the code endpoint was not asked, whatever happened at the token endpoint. */
function withoutToken({ outcome }: TokenUnavailableError, { fromTokenServer }: Connection): Unmade {
  const failureKey = explainNoToken(outcome, fromTokenServer).key;
  return { outcome: outcome.kind === 'uncertain' ? { ...outcome, sent: false } : outcome, failureKey };
}

type Answer = { outcome: PictureOutcome } | Unmade;

function explained(outcome: CodeOutcome): Answer {
  return outcome.kind === 'picture' ? { outcome } : { outcome, failureKey: explainOutcome(outcome).key };
}

type Hooks = Pick<GenerateCode, 'beforeCall' | 'onUnanswered'>;

async function ask(code: ClaimedCode, connection: Connection, hooks: Hooks): Promise<Answer> {
  const { newTokenSource, isLive, ...route } = connection;
  const { endpoint } = code;
  const onAttempt = (outcome: CodeOutcome, seconds: number) =>
    recordWeChatCall({ endpoint, isLive, outcome, seconds });
  const call = {
    ...route,
    ...hooks,
    onAttempt,
    tokenSource: newTokenSource(),
    parameters: fromColumns(code),
  };
  try {
    return explained(await callWeChat(call));
  } catch (error) {
    if (error instanceof TokenUnavailableError) return withoutToken(error, connection);
    throw error;
  }
}

/** A full disk must not lose that WeChat has made and counted the code: it fails, and fetching it again is free. */
async function tryStore(code: ClaimedCode, picture: PictureOutcome) {
  // The sweeper may have made another attempt since, and what that one stored stays.
  if (!(await isStillOurs(code))) return 'late' as const;
  try {
    return await storePicture(code, picture);
  } catch (error) {
    log().error({ err: error, codeId: code.id }, 'storing a picture failed');
    return 'failed' as const;
  }
}

/**
 * Calls WeChat for a row that is GENERATING (its quota reserved, its lease taken) and stores the picture; `settle` writes
 * down what came of it. Nothing is written to the database. Safe to repeat after a crash at any point.
 * @param connection may be on its way and may fail, so that one connection serves many rows and fails them together
 * @param beforeCall awaited before each call, repetitions included: who keeps to the budget of calls
 */
export async function callFor(
  code: ClaimedCode,
  connection: Connection | Promise<Connection>,
  beforeCall: (attempt: number) => Promise<void>,
): Promise<Result> {
  let unanswered = false;
  const onUnanswered = () => {
    unanswered = true;
  };
  try {
    const answer = await ask(code, await connection, { beforeCall, onUnanswered });
    if ('failureKey' in answer) return { kind: 'unmade', code, ...answer, unanswered };
    const { outcome } = answer;
    // From here on WeChat has made it, whatever goes wrong with us.
    unanswered = true;
    return { kind: 'made', code, picture: await tryStore(code, outcome), numUsed: outcome.numUsed };
  } catch (error) {
    log().error({ err: error, codeId: code.id }, 'generating a code failed');
    const fault = { outcome: FAULT, failureKey: 'fault', isPassing: isPassing(error) } as const;
    return { kind: 'unmade', code, ...fault, unanswered };
  }
}

/** The second half of generating one code by hand. No transaction is open while WeChat is asked. */
export async function finish(
  code: ClaimedCode,
  connection: Connection | Promise<Connection>,
): Promise<Result> {
  const beforeCall = () => takeCall(code.miniProgramId);
  const result = await callFor(code, connection, beforeCall);
  await settle([result]);
  return result;
}
