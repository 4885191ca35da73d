import type { SandboxApp } from './app';
import { isFramed, readBody } from './body';
import type { SandboxContext } from './context';
import { answerToken, refuse, refuseFraming } from './replies';

type TokenCall = {
  grantType: unknown;
  appId: unknown;
  secret: unknown;
  grant(app: SandboxApp, now: number): Response;
};

/** `GET /cgi-bin/token`. */
export async function handleToken(request: Request, context: SandboxContext): Promise<Response> {
  if (request.method !== 'GET') return refuse(43001, context.clock());
  const query = new URL(request.url).searchParams;
  return answerTokenCall(context, {
    grantType: query.get('grant_type'),
    appId: query.get('appid'),
    secret: query.get('secret'),
    grant(app, now) {
      if (!app.countCall('token', { max: 2000, per: 'day', now })) return refuse(45009, now);
      const { token, expiresInSeconds } = app.tokens.grantPlain(now, lifetimeMs(app));
      return answerToken(token, expiresInSeconds);
    },
  });
}

/** `POST /cgi-bin/stable_token`. */
export async function handleStableToken(request: Request, context: SandboxContext): Promise<Response> {
  if (request.method !== 'POST') return refuse(43002, context.clock());
  if (!isFramed(request)) return refuseFraming();
  const body = await readBody(request);
  if (body.kind !== 'fields') return refuse(body.kind === 'empty' ? 44002 : 47001, context.clock());
  const forced = body.fields.get('force_refresh') ?? false;
  if (typeof forced !== 'boolean') return refuse(47001, context.clock());
  return answerTokenCall(context, {
    grantType: body.fields.get('grant_type'),
    appId: body.fields.get('appid'),
    secret: body.fields.get('secret'),
    grant: (app, now) => grantStable(app, { now, forced }),
  });
}

function grantStable(app: SandboxApp, { now, forced }: { now: number; forced: boolean }): Response {
  if (!app.countCall('stable_token', { max: 10_000, per: 'minute', now })) return refuse(45011, now);
  const { tokens } = app;
  const grant = forced ? tokens.grantForced(now, lifetimeMs(app)) : tokens.grantStable(now, lifetimeMs(app));
  return grant ? answerToken(grant.token, grant.expiresInSeconds) : refuse(45009, now);
}

function lifetimeMs(app: SandboxApp): number {
  return app.settings.tokenLifetimeSeconds * 1000;
}

/** The order is WeChat's as far as it was probed: the AppID is looked at before `grant_type`. */
async function answerTokenCall(context: SandboxContext, call: TokenCall): Promise<Response> {
  const errcode = findFault(context, call);
  const app = typeof call.appId === 'string' ? context.findApp(call.appId) : undefined;
  if (app) await context.delay(app.settings.latencyMs);
  const now = context.clock();
  return errcode === null && app ? call.grant(app, now) : refuse(errcode ?? 40013, now);
}

function findFault(context: SandboxContext, { grantType, appId, secret }: TokenCall): number | null {
  if (typeof appId !== 'string' || appId === '') return 41002;
  const app = context.findApp(appId);
  if (!app) return 40013;
  if (grantType !== 'client_credential') return 40002;
  if (typeof secret !== 'string' || secret === '') return 41004;
  return app.settings.secret === null || app.settings.secret === secret ? null : 40125;
}
