import 'server-only';
import { z } from 'zod';
import { ServiceError, type Checks } from './ask-service';
import { askDialect, dialectProvider, jsonOf, type Brought } from './dialect';
import { vouchedOf, type Vouched } from './vouched';

// 钉钉: signing in to an app that the company made itself (open.dingtalk.com, "实现登录第三方网站").

export type DingtalkSettings = { clientId: string; clientSecret: string; corpId: string; api: string };

const LOGIN = 'https://login.dingtalk.com/oauth2/auth';

const issuerOf = ({ corpId }: DingtalkSettings) => `dingtalk:${corpId}`;

async function vouch(settings: DingtalkSettings, { code }: Brought): Promise<Vouched> {
  const { clientId, clientSecret, corpId, api } = settings;
  const asked = jsonOf({ clientId, clientSecret, code, grantType: 'authorization_code' });
  const tokenSchema = z.object({ accessToken: z.string(), corpId: z.string().optional() });
  const token = await askDialect(`${api}/v1.0/oauth2/userAccessToken`, tokenSchema, asked);
  // Anybody who uses 钉钉 may come; who chose another company is none of this one.
  if (token.corpId !== corpId)
    throw new ServiceError('otherCompany', { said: token.corpId ?? '', expected: corpId });
  const meSchema = z.object({ unionId: z.string(), nick: z.string().optional() });
  const { unionId, nick } = await askDialect(`${api}/v1.0/contact/users/me`, meSchema, {
    headers: { 'x-acs-dingtalk-access-token': token.accessToken },
  });
  return vouchedOf({ issuer: issuerOf(settings), subject: unionId, names: [nick] });
}

export function dingtalkService(settings: DingtalkSettings) {
  const { clientId, clientSecret, api } = settings;
  const known = jsonOf({ appKey: clientId, appSecret: clientSecret });
  const schema = z.object({ accessToken: z.string() });
  const checks: Checks = [
    ['client', async () => void (await askDialect(`${api}/v1.0/oauth2/accessToken`, schema, known))],
  ];
  return {
    issuer: issuerOf(settings),
    checks,
    provider: async () =>
      dialectProvider({
        ...{ id: 'dingtalk', clientId, clientSecret, checks: ['state'] },
        login: { url: LOGIN, params: { scope: 'openid corpid', prompt: 'consent' } },
        vouch: (brought) => vouch(settings, brought),
      }),
  };
}
