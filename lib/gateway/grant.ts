import 'server-only';
import { listApps } from '@/lib/apps/queries';
import { enterByKey } from '@/lib/keys/enter';
import { readBody } from '@/lib/sandbox/body';
import { Refusal } from '@/lib/sandbox/fields';
import { answerToken } from '@/lib/sandbox/replies';
import { newToken, TOKEN_SECONDS } from './token';

const OWN_APP_ID = /^wx[0-9a-f]{16}$/;

type Asked = { grantType: unknown; appId: unknown; secret: unknown };

/**
 * AppID and secret are the two halves of a key that sees one Mini Program; or the AppID is that of a Mini Program, and the secret
 * the whole key. In the order in which WeChat looks.
 * @throws Refusal, AppError KEY_INVALID and the like
 */
async function grant(asked: Asked, address: string): Promise<Response> {
  const { appId, secret, isOwn } = credentials(asked);
  const actor = await enterByKey(isOwn ? secret : `${appId}_${secret}`, address);
  const seen = await listApps(actor);
  const [app, ...others] = isOwn ? seen.filter((one) => one.appId === appId) : seen;
  if (!app || others.length > 0) throw new Refusal(40013);
  return answerToken(newToken({ keyId: actor.id, miniProgramId: app.id }), TOKEN_SECONDS);
}

function credentials({ grantType, appId, secret }: Asked) {
  if (typeof appId !== 'string' || appId === '') throw new Refusal(41002);
  const isOwn = OWN_APP_ID.test(appId);
  if (!isOwn && !appId.startsWith('sck_')) throw new Refusal(40013);
  if (grantType !== 'client_credential') throw new Refusal(40002);
  if (typeof secret !== 'string' || secret === '') throw new Refusal(41004);
  return { appId, secret, isOwn };
}

/** `GET /cgi-bin/token` */
export async function plainToken(request: Request, address: string): Promise<Response> {
  if (request.method !== 'GET') throw new Refusal(43001);
  const query = new URL(request.url).searchParams;
  const [grantType, appId, secret] = ['grant_type', 'appid', 'secret'].map((name) => query.get(name));
  return grant({ grantType, appId, secret }, address);
}

/** `POST /cgi-bin/stable_token`; a token that is asked for by force ends none before it. */
export async function stableToken(request: Request, address: string): Promise<Response> {
  if (request.method !== 'POST') throw new Refusal(43002);
  const body = await readBody(request);
  if (body.kind !== 'fields') throw new Refusal(body.kind === 'empty' ? 44002 : 47001);
  const [grantType, appId, secret] = ['grant_type', 'appid', 'secret'].map((name) => body.fields.get(name));
  return grant({ grantType, appId, secret }, address);
}
