import 'server-only';
import { db } from '@/lib/db/client';
import { decrypt } from '@/lib/encryption';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { getSandbox } from '@/lib/sandbox/sandbox';
import { inProcessTransport } from '@/lib/sandbox/transport';
import type { TokenSource } from '@/lib/wechat/client';
import { fetchAccessToken } from '@/lib/wechat/token';
import { createHttpTransport, type Transport } from '@/lib/wechat/transport';
import { TOKEN_FETCH_DEADLINE_MS, tokenSource } from './access-token';
import { secretContext } from './service';

/** Everything that a call to WeChat for one Mini Program needs. */
export type Connection = { transport: Transport; baseUrl: string; tokenSource: TokenSource };

const SANDBOX_BASE_URL = 'http://sandbox.invalid';

let http: Transport | undefined;

function liveTransport(): Transport {
  return (http ??= createHttpTransport());
}

type StoredApp = Awaited<ReturnType<typeof readApp>>;

function sandboxTransport({ appId, appSecret, pathMaxBytes }: StoredApp): Transport {
  if (env().SANDBOX === 'off') throw new AppError('SANDBOX_OFF');
  const sandbox = getSandbox();
  sandbox.configure(appId, { secret: appSecret, pathMaxBytes });
  return inProcessTransport(sandbox);
}

async function readApp(miniProgramId: string) {
  const app = await db().miniProgram.findUnique({
    where: { id: miniProgramId },
    select: { appId: true, mode: true, tokenMode: true, pathMaxBytes: true, secretCiphertext: true },
  });
  if (!app) throw new AppError('NOT_FOUND');
  return { ...app, appSecret: decrypt(app.secretCiphertext, secretContext(app.appId)) };
}

/** Live Mini Programs talk to WECHAT_API_BASE_URL, sandbox ones to lib/sandbox inside this process. */
async function resolveConnection(miniProgramId: string) {
  const app = await readApp(miniProgramId);
  const { appId, appSecret, tokenMode } = app;
  const credential = { appId, appSecret };
  const live = app.mode === 'LIVE';
  const transport = live ? liveTransport() : sandboxTransport(app);
  const baseUrl = live ? env().WECHAT_API_BASE_URL : SANDBOX_BASE_URL;
  const fetchToken = () =>
    fetchAccessToken({
      baseUrl,
      transport,
      credential,
      mode: tokenMode,
      deadlineMs: TOKEN_FETCH_DEADLINE_MS,
    });
  return { transport, baseUrl, fetchToken };
}

/** @throws AppError NOT_FOUND, SANDBOX_OFF */
export async function connectTo(miniProgramId: string): Promise<Connection> {
  const { transport, baseUrl, fetchToken } = await resolveConnection(miniProgramId);
  return { transport, baseUrl, tokenSource: tokenSource(miniProgramId, fetchToken) };
}

/** Asks for a token with the stored credential, whatever is cached, to see what WeChat says of it. */
export async function tryCredential(miniProgramId: string) {
  return (await resolveConnection(miniProgramId)).fetchToken();
}
