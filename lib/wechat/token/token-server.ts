import { exchange } from '@/lib/wechat/call/exchange';
import type { ErrorExplanation } from '@/lib/wechat/errors';
import { explain, explainErrcode } from '@/lib/wechat/errors';
import type { RefusedOutcome, UncertainOutcome } from '@/lib/wechat/call/outcome';
import { redact } from '@/lib/wechat/call/redact';
import type { TokenOutcome } from './token';
import { classifyToken } from './token';
import type { Transport } from '@/lib/wechat/call/transport';

export type TokenServerRequest = {
  url: string;
  /** What the server wants to know a caller by, such as `Authorization: Bearer …`. */
  header: { name: string; value: string } | null;
  transport: Transport;
  /** Milliseconds for the whole call. */
  deadlineMs: number;
};

const ANSWER_MAX_BYTES = 64 * 1024;

/**
 * Whoever holds the tokens may renew them at any moment, and an old token works for five minutes after that (contract
 * §8.1). A token taken for this long at most (half of it is margin, see `tokenLifetimeMs`) is never too old.
 */
const LIFETIME_SECONDS = 120;

/**
 * Asks a team's central token server (`GET`, JSON) for the access token that it keeps. `access_token` and `expires_in`
 * may be in camel case, the latter may be missing. Never throws for anything the network or the server does, follows
 * no redirect, and no text in the outcome holds the header's value or a token.
 */
export async function fetchFromTokenServer(request: TokenServerRequest): Promise<TokenOutcome> {
  const { url, header, transport, deadlineMs } = request;
  const headers = { accept: 'application/json', ...(header ? { [header.name]: header.value } : {}) };
  const init = { method: 'GET' as const, headers };
  const answer = await exchange({ transport, url, init, deadlineMs, maxBytes: ANSWER_MAX_BYTES });
  const outcome = 'kind' in answer ? answer : classifyToken(answer, readToken);
  if (outcome.kind !== 'refused') return outcome;
  return { ...outcome, errmsg: redact(outcome.errmsg, header ? [header.value] : []) };
}

function readToken(json: Record<string, unknown>): TokenOutcome | null {
  const accessToken = json.access_token ?? json.accessToken;
  if (typeof accessToken !== 'string' || !/^[\x21-\x7e]{1,1024}$/.test(accessToken)) return null;
  const remaining = json.expires_in ?? json.expiresIn ?? LIFETIME_SECONDS;
  // A token that has run out is none; a server that words its number as text still means it.
  const seconds = typeof remaining === 'string' ? Number(remaining) : remaining;
  if (typeof seconds !== 'number' || !(seconds > 0)) return null;
  return { kind: 'token', accessToken, expiresInSeconds: Math.min(seconds, LIFETIME_SECONDS) };
}

/** What it means that the token server gave no token: an error code is WeChat's own, anything else the server's. */
export function explainTokenServer(outcome: RefusedOutcome | UncertainOutcome): ErrorExplanation {
  if (outcome.kind === 'refused') return explainErrcode(outcome.errcode);
  const { reason, httpStatus = 0 } = outcome;
  if (reason === 'address') return explain('tokenServerPrivate');
  if (reason === 'network' || reason === 'timeout') return explain('tokenServerUnreachable');
  if (httpStatus === 401 || httpStatus === 403) return explain('tokenServerRefused');
  return explain('tokenServerAnswer');
}
