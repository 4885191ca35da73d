import 'server-only';
import { z } from 'zod';
import type { Checks } from './ask-service';
import { askDialect, dialectProvider, jsonOf, type Brought } from './dialect';
import { vouchedOf, type Vouched } from './vouched';

// 飞书: signing in to an app that the company made itself, which people of other companies cannot use.

export type FeishuSettings = { appId: string; appSecret: string; api: string };

const LOGIN = 'https://accounts.feishu.cn/open-apis/authen/v1/authorize';

const issuerOf = ({ appId }: FeishuSettings) => `feishu:${appId}`;

async function vouch(settings: FeishuSettings, { code, callbackUrl, verifier }: Brought): Promise<Vouched> {
  const { appId, appSecret, api } = settings;
  const client = { client_id: appId, client_secret: appSecret, redirect_uri: callbackUrl };
  const asked = jsonOf({ grant_type: 'authorization_code', ...client, code, code_verifier: verifier });
  const tokenUrl = `${api}/open-apis/authen/v2/oauth/token`;
  const { access_token } = await askDialect(tokenUrl, z.object({ access_token: z.string() }), asked);
  const data = z.object({
    union_id: z.string(),
    name: z.string().optional(),
    // The mailbox that the company gave; `email` is what the person entered.
    enterprise_email: z.string().optional(),
  });
  const about = await askDialect(`${api}/open-apis/authen/v1/user_info`, z.object({ data }), {
    headers: { authorization: `Bearer ${access_token}` },
  });
  const { union_id: subject, name, enterprise_email: email } = about.data;
  return vouchedOf({ issuer: issuerOf(settings), subject, names: [name], email });
}

export function feishuService(settings: FeishuSettings) {
  const { appId, appSecret, api } = settings;
  const known = jsonOf({ app_id: appId, app_secret: appSecret });
  const knownUrl = `${api}/open-apis/auth/v3/app_access_token/internal`;
  const schema = z.object({ app_access_token: z.string() });
  const checks: Checks = [['client', async () => void (await askDialect(knownUrl, schema, known))]];
  return {
    issuer: issuerOf(settings),
    checks,
    provider: async () =>
      dialectProvider({
        ...{ id: 'feishu', clientId: appId, clientSecret: appSecret, checks: ['state', 'pkce'] },
        login: { url: LOGIN, params: { scope: undefined } },
        vouch: (brought) => vouch(settings, brought),
      }),
  };
}
