import type { SandboxApp } from './app';
import { isFramed, readBody } from './body';
import type { CodeEndpoint, SquareRequest, SunRequest } from './code-request';
import { readCodeRequest } from './code-request';
import type { SandboxContext } from './context';
import { drawSquare, drawSun } from '@/lib/sandbox/draw/draw';
import { Refusal } from './fields';
import { answerPicture, refuse, refuseFraming } from './replies';
import type { TokenState } from './tokens';

const TOKEN_ERRCODES: Record<Exclude<TokenState, 'valid'>, number> = {
  unknown: 40001,
  superseded: 40001,
  expired: 42001,
};

/** One of the three endpoints that draw a code: method, framing, token, limits, body, rules, count, picture. */
export async function handleCode(
  endpoint: CodeEndpoint,
  request: Request,
  context: SandboxContext,
): Promise<Response> {
  if (request.method !== 'POST') return refuse(43002, context.clock());
  if (!isFramed(request)) return refuseFraming();
  const token = new URL(request.url).searchParams.get('access_token');
  if (!token) return refuse(41001, context.clock());
  const holder = findHolder(token, context);
  if (typeof holder === 'number') return refuse(holder, context.clock());
  await context.delay(holder.settings.latencyMs);
  try {
    return await makeCode(endpoint, { request, app: holder, context });
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.errcode, context.clock());
    throw error;
  }
}

/** The Mini Program whose valid token this is, or the errcode that says what is wrong with the token. */
function findHolder(token: string, { allApps, clock }: SandboxContext): SandboxApp | number {
  for (const app of allApps()) {
    const state = app.tokens.stateOf(token, clock());
    if (state === 'valid') return app;
    if (state !== 'unknown') return TOKEN_ERRCODES[state];
  }
  return TOKEN_ERRCODES.unknown;
}

type Making = { request: Request; app: SandboxApp; context: SandboxContext };

async function makeCode(endpoint: CodeEndpoint, { request, app, context }: Making): Promise<Response> {
  const { settings } = app;
  if (!countCall(endpoint, app, context.clock())) throw new Refusal(45009);
  if (context.random() < settings.failureRate) throw new Refusal(settings.failureErrcode);
  const body = await readBody(request);
  if (body.kind !== 'fields') throw new Refusal(body.kind === 'empty' ? 44002 : 47001);
  const code = readCodeRequest(endpoint, body.fields, settings);
  const canonical = JSON.stringify(code);
  if (endpoint !== 'getwxacodeunlimit' && !app.countCode(canonical)) throw new Refusal(45029);
  const asked = { app, signal: request.signal };
  return code.endpoint === 'createwxaqrcode' ? answerSquare(asked, code) : answerSun(asked, code, canonical);
}

function countCall(endpoint: CodeEndpoint, app: SandboxApp, now: number): boolean {
  const { callsPerDay, callsPerMinute } = app.settings;
  if (endpoint === 'createwxaqrcode') return true;
  return endpoint === 'getwxacode'
    ? app.countCall(endpoint, { max: callsPerDay, per: 'day', now })
    : app.countCall(endpoint, { max: callsPerMinute, per: 'minute', now });
}

type Asked = { app: SandboxApp; signal: AbortSignal };

async function answerSquare({ app, signal }: Asked, { path, widthPx }: SquareRequest): Promise<Response> {
  const drawing = await drawSquare({ appId: app.appId, path, widthPx, signal });
  return answerPicture(drawing, { contentType: drawing.mediaType, numUsed: null });
}

async function answerSun({ app, signal }: Asked, code: SunRequest, seed: string): Promise<Response> {
  const { widthPx, lineColor, isHyaline } = code;
  // Taken before the drawing: a parallel call must not put its own count into this answer.
  const numUsed = code.endpoint === 'getwxacode' && app.settings.numUsed ? app.quotaUsed : null;
  const drawing = await drawSun({ appId: app.appId, seed, widthPx, lineColor, isHyaline, signal });
  const contentType = isHyaline ? app.settings.hyalineContentType : 'image/jpeg';
  return answerPicture(drawing, { contentType, numUsed });
}
