import 'server-only';
import { patience } from '@/lib/apps/patience';
import { backoffMs, BACKOFFS_MAX } from '@/lib/wechat/call/backoff';
import { explain, explainErrcode, explainOutcome, type ErrorExplanation } from '@/lib/wechat/errors';
import type { TokenOutcome } from '@/lib/wechat/token/token';
import type { UncertainOutcome } from '@/lib/wechat/call/outcome';
import { explainTokenServer } from '@/lib/wechat/token/token-server';

export type NoToken = Exclude<TokenOutcome, { kind: 'token' }>;

/**
 * Asks for a token, and again after a pause (twice at most, within `patience.tokenDeadlineMs`) when WeChat is busy, the
 * connection fails or a gateway does. A refusal is final.
 * @param fetchOnce one attempt, given its bound in milliseconds
 */
export async function fetchPatiently(
  fetchOnce: (deadlineMs: number) => Promise<TokenOutcome>,
): Promise<TokenOutcome> {
  const endsAt = performance.now() + patience.tokenDeadlineMs;
  for (let backoffs = 0; ; backoffs += 1) {
    const remainingMs = Math.max(Math.ceil(endsAt - performance.now()), 1);
    const outcome = await fetchOnce(Math.min(patience.tokenAttemptMs, remainingMs));
    if (outcome.kind === 'token' || explainOutcome(outcome).retry !== 'backoff') return outcome;
    const pauseMs = backoffMs(backoffs, patience.retry.random());
    if (backoffs >= BACKOFFS_MAX || performance.now() + pauseMs >= endsAt) return outcome;
    await patience.retry.sleep(pauseMs);
  }
}

/** Where no token is sent, 40001 is about the AppSecret (contract §7): "not the latest token" would be a wrong cause. */
const WRONG_CREDENTIAL = 40001;

/** Something did come, and no token in it. */
const ANSWERED = new Set<UncertainOutcome['reason']>(['http', 'empty', 'unreadable']);

/** What it means that no token came, from WeChat or from the team's token server. */
export function explainNoToken(outcome: NoToken, fromTokenServer: boolean): ErrorExplanation {
  if (fromTokenServer) return explainTokenServer(outcome);
  if (outcome.kind !== 'refused')
    return explain(ANSWERED.has(outcome.reason) ? 'tokenUnreadable' : 'tokenUnavailable');
  return outcome.errcode === WRONG_CREDENTIAL ? explain('secretInvalid') : explainErrcode(outcome.errcode);
}
