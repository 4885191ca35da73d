import 'server-only';
import { db } from '@/lib/db/client';
import type { AccessToken, MiniProgram } from '@/lib/db/generated/client';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { allowedNetworks, guardedConnector } from '@/lib/http/outbound';
import { recordWeChatCall } from '@/lib/metrics/record';
import { getSandbox } from '@/lib/sandbox/sandbox';
import { inProcessTransport } from '@/lib/sandbox/transport';
import type { GenerateCode, TokenSource } from '@/lib/wechat/call/client';
import { fetchAccessToken, type TokenOutcome } from '@/lib/wechat/token/token';
import { fetchFromTokenServer } from '@/lib/wechat/token/token-server';
import { createHttpTransport, type Transport } from '@/lib/wechat/call/transport';
import { patience } from './patience';
import { sandboxChanges } from './sandbox/schema';
import { openHeader, openSecret } from './secrets';
import { openToken, tokenSource } from './token/access-token';
import { noteNoToken } from './token/token-failures';
import { fetchPatiently } from './token/token-fetch';

/** Everything that a call to WeChat for one Mini Program needs; each call takes a token source of its own. */
export type Connection = {
  transport: Transport;
  baseUrl: string;
  newTokenSource: () => TokenSource;
  fromTokenServer: boolean;
  /** Whether it leads to WeChat, and not to the sandbox. */
  isLive: boolean;
} & Pick<GenerateCode, 'deadlineMs' | 'attemptMs' | 'retry'>;

const SANDBOX_BASE_URL = 'http://sandbox.invalid';

let http: Transport | undefined;

function liveTransport(): Transport {
  return (http ??= createHttpTransport());
}

let guarded: Transport | undefined;

/** To addresses that people have entered. */
function guardedTransport(): Transport {
  return (guarded ??= createHttpTransport(guardedConnector({ allowed: allowedNetworks() })));
}

/** What a call for a Mini Program takes from its row, and from the row of its token. */
export type ConnectableApp = Pick<
  MiniProgram,
  | 'id'
  | 'appId'
  | 'mode'
  | 'tokenMode'
  | 'tokenUrl'
  | 'tokenHeaderName'
  | 'tokenHeaderCiphertext'
  | 'pathMaxBytes'
  | 'secretCiphertext'
  | 'sandboxPlay'
> &
  Pick<AccessToken, 'ciphertext' | 'expiresAt'>;

/** In one statement, since each code that is generated begins with it. @throws AppError NOT_FOUND */
export async function readApp(miniProgramId: string): Promise<ConnectableApp> {
  const [app] = await db().$queryRaw<ConnectableApp[]>`
    SELECT app."id", app."appId", app."mode", app."tokenMode", app."tokenUrl", app."tokenHeaderName",
      app."tokenHeaderCiphertext", app."pathMaxBytes", app."secretCiphertext", app."sandboxPlay",
      token."ciphertext", token."expiresAt"
    FROM "MiniProgram" AS app LEFT JOIN "AccessToken" AS token ON token."miniProgramId" = app."id"
    WHERE app."id" = ${miniProgramId}`;
  if (!app) throw new AppError('NOT_FOUND');
  return app;
}

/**
 * The sandbox forgets with the process, and each process has its own. What it plays for a Mini Program is in the row and
 * told to it each time, as is the token in use, which another process's sandbox may have given out.
 */
function sandboxTransport(app: ConnectableApp): Transport {
  if (env().SANDBOX === 'off') throw new AppError('SANDBOX_OFF');
  const { id, appId, pathMaxBytes } = app;
  const sandbox = getSandbox();
  const secret = openSecret(appId, app.secretCiphertext);
  sandbox.configure(appId, { secret, pathMaxBytes, ...sandboxChanges(app.sandboxPlay) });
  const held = openToken(id, app);
  if (held) sandbox.recallToken(appId, held.token, held.expiresAt.getTime());
  return inProcessTransport(sandbox);
}

type Fetch = (deadlineMs: number) => Promise<TokenOutcome>;
type Route = { transport: Transport; baseUrl: string };

function tokenServerFetch(app: ConnectableApp, url: string): Fetch {
  const { appId, tokenHeaderName: name, tokenHeaderCiphertext: ciphertext } = app;
  const header = name && ciphertext ? { name, value: openHeader(appId, ciphertext) } : null;
  return (deadlineMs) => fetchFromTokenServer({ url, header, transport: guardedTransport(), deadlineMs });
}

function wechatFetch({ appId, tokenMode, secretCiphertext }: ConnectableApp, route: Route): Fetch {
  const credential = { appId, appSecret: openSecret(appId, secretCiphertext) };
  const mode = tokenMode === 'token' ? 'token' : 'stable';
  return (deadlineMs) => fetchAccessToken({ ...route, credential, mode, deadlineMs });
}

const TOKEN_ENDPOINTS = { stable: 'stable_token', token: 'token', external: 'token_server' } as const;

function measured(fetchOnce: Fetch, labels: { endpoint: string; isLive: boolean }): Fetch {
  return async (deadlineMs) => {
    const startedAt = performance.now();
    const outcome = await fetchOnce(deadlineMs);
    recordWeChatCall({ ...labels, outcome, seconds: (performance.now() - startedAt) / 1000 });
    return outcome;
  };
}

/** Live Mini Programs talk to WECHAT_API_BASE_URL, sandbox ones to lib/sandbox inside this process. */
function routeOf(app: ConnectableApp) {
  const isLive = app.mode === 'LIVE';
  const route: Route = isLive
    ? { transport: liveTransport(), baseUrl: env().WECHAT_API_BASE_URL }
    : { transport: sandboxTransport(app), baseUrl: SANDBOX_BASE_URL };
  const tokenUrl = isLive && app.tokenMode === 'external' ? app.tokenUrl : null;
  const ask = tokenUrl ? tokenServerFetch(app, tokenUrl) : wechatFetch(app, route);
  const fetchOnce = measured(ask, { endpoint: TOKEN_ENDPOINTS[app.tokenMode], isLive });
  return { ...route, isLive, fetchOnce, fromTokenServer: tokenUrl !== null };
}

/** A connection serves any number of calls, also beside each other, for a few seconds. @throws AppError SANDBOX_OFF */
export function connect(app: ConnectableApp): Connection {
  const { transport, baseUrl, isLive, fetchOnce, fromTokenServer } = routeOf(app);
  const { deadlineMs, attemptMs, retry } = patience;
  const memory = { held: openToken(app.id, app) };
  const fetchToken = async () => {
    const outcome = await fetchPatiently(fetchOnce);
    if (outcome.kind !== 'token') await noteNoToken(app.id, outcome, fromTokenServer);
    return outcome;
  };
  const newTokenSource = () => tokenSource(app.id, fetchToken, memory);
  return { transport, baseUrl, isLive, newTokenSource, fromTokenServer, deadlineMs, attemptMs, retry };
}

/** @throws AppError NOT_FOUND, SANDBOX_OFF */
export async function connectTo(miniProgramId: string): Promise<Connection> {
  return connect(await readApp(miniProgramId));
}

/**
 * Asks once for a token as a Mini Program is set up, or would be, whatever is cached, to see what comes.
 * @throws AppError SANDBOX_OFF
 */
export async function tryCredential(app: ConnectableApp) {
  const { fetchOnce, fromTokenServer } = routeOf(app);
  return { outcome: await fetchOnce(patience.tokenAttemptMs), fromTokenServer };
}
