import 'server-only';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { getSandbox } from '@/lib/sandbox/sandbox';
import { inProcessTransport } from '@/lib/sandbox/transport';
import type { GenerateCode, TokenSource } from '@/lib/wechat/client';
import { fetchAccessToken, type TokenOutcome } from '@/lib/wechat/token';
import { fetchFromTokenServer } from '@/lib/wechat/token-server';
import { createHttpTransport, type Transport } from '@/lib/wechat/transport';
import { storedToken, tokenSource } from './access-token';
import { patience } from './patience';
import { sandboxChanges } from './sandbox-schema';
import { openHeader, openSecret } from './secrets';
import { fetchPatiently } from './token-fetch';

/** Everything that a call to WeChat for one Mini Program needs. */
export type Connection = { transport: Transport; baseUrl: string; tokenSource: TokenSource } & Pick<
  GenerateCode,
  'deadlineMs' | 'attemptMs' | 'retry'
>;

const SANDBOX_BASE_URL = 'http://sandbox.invalid';

let http: Transport | undefined;

function liveTransport(): Transport {
  return (http ??= createHttpTransport());
}

async function readApp(miniProgramId: string) {
  const app = await db().miniProgram.findUnique({
    where: { id: miniProgramId },
    select: {
      id: true,
      appId: true,
      mode: true,
      tokenMode: true,
      tokenUrl: true,
      tokenHeaderName: true,
      tokenHeaderCiphertext: true,
      pathMaxBytes: true,
      secretCiphertext: true,
      sandboxPlay: true,
    },
  });
  if (!app) throw new AppError('NOT_FOUND');
  return app;
}

type StoredApp = Awaited<ReturnType<typeof readApp>>;

/**
 * The sandbox forgets with the process, and each process has its own. What it plays for a Mini Program is in the row and
 * told to it each time, as is the token in use, which another process's sandbox may have given out.
 */
async function sandboxTransport(app: StoredApp): Promise<Transport> {
  if (env().SANDBOX === 'off') throw new AppError('SANDBOX_OFF');
  const { id, appId, pathMaxBytes } = app;
  const sandbox = getSandbox();
  const secret = openSecret(appId, app.secretCiphertext);
  sandbox.configure(appId, { secret, pathMaxBytes, ...sandboxChanges(app.sandboxPlay) });
  const held = await storedToken(id);
  if (held) sandbox.recallToken(appId, held.token, held.expiresAt.getTime());
  return inProcessTransport(sandbox);
}

type Fetch = (deadlineMs: number) => Promise<TokenOutcome>;
type Route = { transport: Transport; baseUrl: string };

function tokenServerFetch(app: StoredApp, url: string): Fetch {
  const { appId, tokenHeaderName: name, tokenHeaderCiphertext: ciphertext } = app;
  const header = name && ciphertext ? { name, value: openHeader(appId, ciphertext) } : null;
  return (deadlineMs) => fetchFromTokenServer({ url, header, transport: liveTransport(), deadlineMs });
}

function wechatFetch({ appId, tokenMode, secretCiphertext }: StoredApp, route: Route): Fetch {
  const credential = { appId, appSecret: openSecret(appId, secretCiphertext) };
  const mode = tokenMode === 'token' ? 'token' : 'stable';
  return (deadlineMs) => fetchAccessToken({ ...route, credential, mode, deadlineMs });
}

/** Live Mini Programs talk to WECHAT_API_BASE_URL, sandbox ones to lib/sandbox inside this process. */
async function resolveConnection(miniProgramId: string) {
  const app = await readApp(miniProgramId);
  const live = app.mode === 'LIVE';
  const route: Route = live
    ? { transport: liveTransport(), baseUrl: env().WECHAT_API_BASE_URL }
    : { transport: await sandboxTransport(app), baseUrl: SANDBOX_BASE_URL };
  const tokenUrl = live && app.tokenMode === 'external' ? app.tokenUrl : null;
  const fetchOnce = tokenUrl ? tokenServerFetch(app, tokenUrl) : wechatFetch(app, route);
  return { ...route, fetchOnce, fromTokenServer: tokenUrl !== null };
}

/** @throws AppError NOT_FOUND, SANDBOX_OFF */
export async function connectTo(miniProgramId: string): Promise<Connection> {
  const { transport, baseUrl, fetchOnce } = await resolveConnection(miniProgramId);
  const { deadlineMs, attemptMs, retry } = patience;
  const tokens = tokenSource(miniProgramId, () => fetchPatiently(fetchOnce));
  return { transport, baseUrl, tokenSource: tokens, deadlineMs, attemptMs, retry };
}

/**
 * Asks once for a token as the Mini Program is set up, whatever is cached, to see what comes.
 * @throws AppError NOT_FOUND, SANDBOX_OFF
 */
export async function tryCredential(miniProgramId: string) {
  const { fetchOnce, fromTokenServer } = await resolveConnection(miniProgramId);
  return { outcome: await fetchOnce(patience.tokenAttemptMs), fromTokenServer };
}
