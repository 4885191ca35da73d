import 'server-only';
import { z } from 'zod';
import { ServiceError, type Checks } from './ask-service';
import { askDialect, dialectProvider, type Brought } from './dialect';
import { vouchedOf, type Vouched } from './vouched';

// 企业微信: "企业微信登录" of an app that the company made itself (developer.work.weixin.qq.com/document/path/98152).

export type WecomSettings = { corpId: string; agentId: string; secret: string; api: string };

const LOGIN = 'https://login.work.weixin.qq.com/wwlogin/sso/login';

const issuerOf = ({ corpId }: WecomSettings) => `wecom:${corpId}`;

async function companyToken({ corpId, secret, api }: WecomSettings): Promise<string> {
  const query = new URLSearchParams({ corpid: corpId, corpsecret: secret });
  const { access_token } = await askDialect(
    `${api}/cgi-bin/gettoken?${query}`,
    z.object({ access_token: z.string() }),
  );
  return access_token;
}

async function vouch(settings: WecomSettings, { code }: Brought): Promise<Vouched> {
  const { api } = settings;
  const access_token = await companyToken(settings);
  const about = `${api}/cgi-bin/auth/getuserinfo?${new URLSearchParams({ access_token, code })}`;
  // Who is no colleague has an openid or an external_userid instead.
  const { userid } = await askDialect(about, z.object({ userid: z.string() }));
  const detail = `${api}/cgi-bin/user/get?${new URLSearchParams({ access_token, userid })}`;
  const schema = z.object({ name: z.string().optional(), department: z.array(z.number()).optional() });
  // An app may be allowed to know the id alone.
  const { name, department } = await askDialect(detail, schema).catch((error: unknown) => {
    if (error instanceof ServiceError && error.fault === 'answered')
      return { name: undefined, department: undefined };
    throw error;
  });
  return vouchedOf({ issuer: issuerOf(settings), subject: userid, names: [name], groups: department });
}

export function wecomService(settings: WecomSettings) {
  const { corpId, agentId, secret } = settings;
  const params = { login_type: 'CorpApp', appid: corpId, agentid: agentId, scope: undefined };
  const checks: Checks = [['client', async () => void (await companyToken(settings))]];
  return {
    issuer: issuerOf(settings),
    checks,
    provider: async () =>
      dialectProvider({
        ...{ id: 'wecom', clientId: corpId, clientSecret: secret, checks: ['state'] },
        login: { url: LOGIN, params },
        vouch: (brought) => vouch(settings, brought),
      }),
  };
}
