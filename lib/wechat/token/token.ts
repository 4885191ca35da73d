import { describeBody } from '@/lib/wechat/call/answer';
import { exchange } from '@/lib/wechat/call/exchange';
import type { RefusedOutcome, UncertainOutcome } from '@/lib/wechat/call/outcome';
import { uncertain } from '@/lib/wechat/call/outcome';
import { redact } from '@/lib/wechat/call/redact';
import { parseJsonObject, readRefusal } from '@/lib/wechat/call/refusal';
import type { Answer } from '@/lib/wechat/call/answer';
import type { Transport } from '@/lib/wechat/call/transport';

export type Credential = { appId: string; appSecret: string };

/** `stable` leaves tokens of other systems alone; `token` throws out the one before it. */
export type TokenMode = 'stable' | 'token';

export type TokenOutcome =
  | { kind: 'token'; accessToken: string; expiresInSeconds: number }
  | RefusedOutcome
  | UncertainOutcome;

export type TokenRequest = {
  baseUrl: string;
  transport: Transport;
  credential: Credential;
  mode: TokenMode;
  /** Milliseconds for the whole call; 30,000 when left out. */
  deadlineMs?: number;
  /** Asks for a new token although the old one is good; WeChat allows 20 a day. Only for mode `stable`. */
  forceRefresh?: boolean;
};

const DEADLINE_DEFAULT_MS = 30_000;
const ANSWER_MAX_BYTES = 64 * 1024;

/**
 * Asks WeChat for an access token. Never throws for anything the network or WeChat does, and never repeats the call;
 * no text in the outcome holds the secret or a token.
 */
export async function fetchAccessToken(request: TokenRequest): Promise<TokenOutcome> {
  const { transport, credential, deadlineMs = DEADLINE_DEFAULT_MS } = request;
  const call = request.mode === 'stable' ? stableCall(request) : plainCall(request);
  const answer = await exchange({ transport, ...call, deadlineMs, maxBytes: ANSWER_MAX_BYTES });
  const outcome = 'kind' in answer ? answer : classifyToken(answer, readToken);
  if (outcome.kind !== 'refused') return outcome;
  return { ...outcome, errmsg: redact(outcome.errmsg, [credential.appSecret]) };
}

function plainCall({ baseUrl, credential: { appId, appSecret } }: TokenRequest) {
  const query = new URLSearchParams({ grant_type: 'client_credential', appid: appId, secret: appSecret });
  return { url: `${trimSlash(baseUrl)}/cgi-bin/token?${query}`, init: { method: 'GET' as const } };
}

function stableCall({ baseUrl, credential: { appId, appSecret }, forceRefresh = false }: TokenRequest) {
  const body = JSON.stringify({
    grant_type: 'client_credential',
    appid: appId,
    secret: appSecret,
    ...(forceRefresh ? { force_refresh: true } : {}),
  });
  const headers = { 'content-type': 'application/json' };
  return {
    url: `${trimSlash(baseUrl)}/cgi-bin/stable_token`,
    init: { method: 'POST' as const, headers, body },
  };
}

type ReadToken = (json: Record<string, unknown>) => TokenOutcome | null;

/**
 * What an answer that should hold a token says; `readToken` knows its fields. A failed answer has no `access_token`; an
 * SDK that cached it anyway sent `null` for two hours. Token servers pass WeChat's own refusal on, some with HTTP 500.
 */
export function classifyToken(answer: Answer, readToken: ReadToken): TokenOutcome {
  const json = parseJsonObject(answer.bytes);
  const refused = json && readRefusal(json);
  if (refused) return refused;
  const { status } = answer;
  if (status < 200 || status >= 300)
    return uncertain('http', `HTTP ${status}, ${describeBody(answer)}`, status);
  if (answer.bytes.length === 0) return uncertain('empty', describeBody(answer), status);
  if (!json) return uncertain('unreadable', describeBody(answer), status);
  return readToken(json) ?? uncertain('unreadable', 'JSON without a token', status);
}

function readToken(json: Record<string, unknown>): TokenOutcome | null {
  const { access_token: accessToken, expires_in: expiresInSeconds } = json;
  if (typeof accessToken !== 'string' || accessToken === '' || !isLifetime(expiresInSeconds)) return null;
  return { kind: 'token', accessToken, expiresInSeconds };
}

function isLifetime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}

/** A base URL without slashes at its end, so that a path can follow. */
export function trimSlash(baseUrl: string): string {
  return baseUrl.replace(/\/+$/, '');
}

const MARGIN_MAX_SECONDS = 300;
const LIFETIME_MAX_SECONDS = 7200;
const LIFETIME_MIN_MS = 1000;

/**
 * How long a token may be used, in milliseconds, given the *remaining* `expires_in`. `stable_token` answers as little
 * as 300 seconds, so the margin is never more than half of what remains and the result never 0 or less.
 */
export function tokenLifetimeMs(expiresInSeconds: number): number {
  const remaining = Number.isFinite(expiresInSeconds) ? Math.min(expiresInSeconds, LIFETIME_MAX_SECONDS) : 0;
  const marginSeconds = Math.min(MARGIN_MAX_SECONDS, remaining / 2);
  return Math.max(Math.floor((remaining - marginSeconds) * 1000), LIFETIME_MIN_MS);
}
