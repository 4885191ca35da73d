import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { GET, POST } from '@/app/api/auth/[...nextauth]/route';
import { systemActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { useDatabase } from '@/lib/testing/database';
import { insertApp, insertUser } from '@/lib/testing/factories';
import { askAuth, state, useOidc } from '@/lib/testing/stand-ins/auth-browser';
import { checkService } from '@/lib/users/sign-in-services/check';
import { parseGroupRules } from '@/lib/users/sign-in-services/group-rules';
import {
  answerJoinRequest,
  listJoinRequests,
  setNewcomerRules,
} from '@/lib/users/sign-in-services/newcomers';
import { signInWithPassword } from '@/lib/users/sign-in';

vi.mock('next/headers', async () => (await import('@/lib/testing/stand-ins/auth-browser')).nextHeaders);
vi.mock('next-auth', async () => (await import('@/lib/testing/stand-ins/auth-browser')).nextAuth);
vi.mock('@/lib/log', () => ({ log: () => ({ error: () => undefined, warn: () => undefined }) }));

useDatabase();
const boss = systemActor('test');
const routes = { GET, POST };
const { accounts, known, enter, me } = useOidc(routes);

async function bodyOf(request: IncomingMessage): Promise<Record<string, string>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return JSON.parse(Buffer.concat(chunks).toString() || '{}');
}

let company = 'ding-corp';

type Asked = { query: URLSearchParams; sent: Record<string, unknown>; headers: IncomingHttpHeaders };
type Said = { body: object; status?: number };

/** The three dialects as their documentation writes them. */
const DIALECTS: Record<string, (asked: Asked) => Said> = {
  '/cgi-bin/gettoken': ({ query }) => ({
    body:
      query.get('corpsecret') === 'wecom-secret-1'
        ? { errcode: 0, errmsg: 'ok', access_token: 'corp-token' }
        : { errcode: 40001, errmsg: 'invalid credential' },
  }),
  '/cgi-bin/auth/getuserinfo': ({ query }) => ({
    body: { errcode: 0, errmsg: 'ok', userid: query.get('code') },
  }),
  '/cgi-bin/user/get': ({ query }) => ({
    body: { errcode: 0, errmsg: 'ok', userid: query.get('userid'), name: '企微同事', department: [12] },
  }),
  '/v1.0/oauth2/userAccessToken': ({ sent }) =>
    sent.clientSecret === 'ding-secret-1' && sent.grantType === 'authorization_code'
      ? { body: { accessToken: `of ${String(sent.code)}`, expireIn: 7200, corpId: company } }
      : { body: { code: 'invalidClientIdOrSecret', message: 'no' }, status: 400 },
  '/v1.0/contact/users/me': ({ headers }) => ({
    body: { unionId: headers['x-acs-dingtalk-access-token'], nick: '钉钉同事' },
  }),
  '/v1.0/oauth2/accessToken': () => ({ body: { accessToken: 'app', expireIn: 7200 } }),
  '/open-apis/authen/v2/oauth/token': ({ sent }) =>
    sent.code_verifier
      ? { body: { code: 0, access_token: `u-${String(sent.code)}` } }
      : { body: { code: 20049, error: 'invalid_grant', error_description: 'pkce' }, status: 400 },
  '/open-apis/authen/v1/user_info': ({ headers }) => ({
    body: {
      ...{ code: 0, msg: 'success' },
      data: { union_id: headers.authorization, name: '飞书同事', enterprise_email: 'FEI@shops.test' },
    },
  }),
  '/open-apis/auth/v3/app_access_token/internal': () => ({ body: { code: 0, app_access_token: 'a' } }),
};

const fake = createServer((request, response) => {
  const { pathname, searchParams: query } = new URL(request.url ?? '', 'http://fake');
  void bodyOf(request).then((sent) => {
    const { headers } = request;
    const { body, status = 200 } = DIALECTS[pathname]?.({ query, sent, headers }) ?? {
      body: {},
      status: 404,
    };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
});

beforeAll(() => new Promise<void>((resolve) => fake.listen(0, '127.0.0.1', resolve)));
afterAll(() => void fake.close());
beforeEach(async () => {
  const address = fake.address();
  const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  Object.assign(env(), {
    ...{
      WECOM_CORP_ID: 'ww1',
      WECOM_AGENT_ID: '1000002',
      WECOM_SECRET: 'wecom-secret-1',
      WECOM_API_BASE_URL: base,
    },
    ...{
      DINGTALK_CLIENT_ID: 'ding1',
      DINGTALK_CLIENT_SECRET: 'ding-secret-1',
      DINGTALK_CORP_ID: 'ding-corp',
    },
    ...{
      DINGTALK_API_BASE_URL: base,
      FEISHU_APP_ID: 'cli_1',
      FEISHU_APP_SECRET: 'fei-secret-1',
      FEISHU_API_BASE_URL: base,
    },
    ...{ OIDC_GROUPS: undefined, WECOM_DEPARTMENTS: undefined, PASSWORD_SIGN_IN: 'on' },
  });
  company = 'ding-corp';
  await setNewcomerRules(boss, { newcomers: 'member', role: 'VIEWER', appIds: null });
});

async function begin(id: string): Promise<URL> {
  const { csrfToken } = await (await askAuth(routes, '/api/auth/csrf')).json();
  const form = { csrfToken, callbackUrl: '/codes', json: 'true' };
  return new URL((await (await askAuth(routes, `/api/auth/signin/${id}`, form)).json()).url);
}

async function comeBack(id: string, sent: Record<string, string>): Promise<string> {
  const response = await askAuth(routes, `/api/auth/callback/${id}?${new URLSearchParams(sent)}`);
  return (response.headers.get('location') ?? '').replace('http://127.0.0.1:4799', '');
}

describe('the three dialects', () => {
  const dialects = [
    {
      ...{ id: 'wecom', field: 'code', page: 'https://login.work.weixin.qq.com/wwlogin/sso/login' },
      params: { login_type: 'CorpApp', appid: 'ww1', agentid: '1000002' },
      ...{ person: { name: '企微同事', email: null }, issuer: 'wecom:ww1' },
    },
    {
      ...{ id: 'dingtalk', field: 'authCode', page: 'https://login.dingtalk.com/oauth2/auth' },
      params: { client_id: 'ding1', scope: 'openid corpid' },
      ...{ person: { name: '钉钉同事', email: null }, issuer: 'dingtalk:ding-corp' },
    },
    {
      ...{ id: 'feishu', field: 'code' },
      page: 'https://accounts.feishu.cn/open-apis/authen/v1/authorize',
      params: { client_id: 'cli_1', code_challenge_method: 'S256' },
      ...{ person: { name: '飞书同事', email: 'fei@shops.test' }, issuer: 'feishu:cli_1' },
    },
  ];
  test.each(dialects)(
    '$id: from its page to a session, and not with another state',
    async ({ id, field, page, params, person, issuer }) => {
      const start = await begin(id);
      expect(`${start.origin}${start.pathname}`).toBe(page);
      expect(Object.fromEntries(start.searchParams)).toMatchObject({
        ...params,
        redirect_uri: `http://127.0.0.1:4799/api/auth/callback/${id}`,
      });
      expect(start.searchParams.get('state')).toBeTruthy();
      expect(await comeBack(id, { [field]: 'zhangsan', state: 'another' })).toContain(
        'refused=SERVICE_STALE',
      );
      expect(await me()).toBeNull();
      const again = await begin(id);
      const state = again.searchParams.get('state') ?? '';
      expect(await comeBack(id, { [field]: 'zhangsan', state })).toBe('/codes');
      expect(await me()).toMatchObject({ ...person, identities: [{ issuer }] });
    },
  );

  test('a person of another company does not come in by 钉钉', async () => {
    company = 'another';
    const state = (await begin('dingtalk')).searchParams.get('state') ?? '';
    expect(await comeBack('dingtalk', { authCode: 'x', state })).toContain('refused=SERVICE_FAILED');
    expect(await me()).toBeNull();
  });

  test.each(['wecom', 'dingtalk', 'feishu'])('%s is tested, and its own words are shown', async (id) => {
    expect(await checkService(boss, id)).toMatchObject([{ name: 'client', fault: null }]);
    env().WECOM_SECRET = 'wrong';
    if (id === 'wecom')
      expect(await checkService(boss, id)).toMatchObject([
        { fault: 'answered', values: { code: 40001, text: 'invalid credential' } },
      ]);
  });
});

describe('groups and departments', () => {
  test('decide role and Mini Programs at each sign-in, and who is in none stays outside', async () => {
    const app = await insertApp({ mode: 'LIVE' });
    await insertUser({ role: 'ADMIN' });
    env().OIDC_GROUPS = parseGroupRules(`boss=ADMIN; shop=OPERATOR:${app.appId}`);
    const id = known({ name: '组员', groups: ['shop'] });
    await enter(id);
    expect(await me()).toMatchObject({ role: 'OPERATOR', seesAll: false, seenAppIds: [app.id] });
    accounts().set(id, { name: '组员', groups: ['shop', 'boss'] });
    await enter(id);
    expect(await me()).toMatchObject({ role: 'ADMIN' });
    accounts().set(id, { name: '组员', groups: ['shop'] });
    await enter(id);
    expect(await me()).toMatchObject({ role: 'OPERATOR' });
    state.own = new Map();
    accounts().set(id, { name: '组员', groups: [] });
    expect(await enter(id)).toContain('refused=SERVICE_REFUSED');
    expect(await enter(known({ name: '外人', groups: ['other'] }))).toContain('refused=SERVICE_REFUSED');
    expect(await me()).toBeNull();
  });

  test('never take the last administrator away', async () => {
    await db().user.updateMany({ where: { role: 'ADMIN' }, data: { role: 'VIEWER' } });
    env().OIDC_GROUPS = parseGroupRules('boss=ADMIN; shop=VIEWER');
    const id = known({ name: '唯一', groups: ['boss'] });
    await enter(id);
    for (const groups of [['shop'], []]) {
      accounts().set(id, { name: '唯一', groups });
      state.own = new Map();
      expect(await enter(id)).toBe('/codes');
      expect(await me()).toMatchObject({ role: 'ADMIN' });
    }
  });

  test('of 企业微信 are its departments', async () => {
    env().WECOM_DEPARTMENTS = parseGroupRules('12=OPERATOR');
    const begun = (await begin('wecom')).searchParams.get('state') ?? '';
    await comeBack('wecom', { code: 'lisi', state: begun });
    expect(await me()).toMatchObject({ name: '企微同事', role: 'OPERATOR', seesAll: true });
  });
});

test('who waits for approval comes in once an administrator has let them, and asks again when turned away', async () => {
  await setNewcomerRules(boss, { newcomers: 'approval', role: 'OPERATOR', appIds: null });
  const id = known({ name: '等待者' });
  for (let times = 0; times < 2; times += 1) expect(await enter(id)).toContain('refused=SERVICE_WAITING');
  const [request] = await listJoinRequests(boss);
  await answerJoinRequest(boss, { id: request?.id ?? '', isLetIn: false });
  expect(await enter(id)).toContain('refused=SERVICE_WAITING');
  const [again] = await listJoinRequests(boss);
  await answerJoinRequest(boss, { id: again?.id ?? '', isLetIn: true });
  expect(await listJoinRequests(boss)).toEqual([]);
  expect(await enter(id)).toBe('/codes');
  expect(await me()).toMatchObject({ name: '等待者', role: 'OPERATOR' });
});

test('passwords are off once an administrator comes by a service, and not before', async () => {
  env().PASSWORD_SIGN_IN = 'off';
  await db().serviceIdentity.deleteMany();
  const member = await insertUser({ password: 'a sentence of their own' });
  const client = {
    address: '192.0.2.9',
    userAgent: '',
    cookie: () => undefined,
    ownSession: async () => undefined,
  };
  const enterByPassword = () =>
    signInWithPassword({ email: member.email, password: 'a sentence of their own' }, client);
  expect(await enterByPassword()).toMatchObject({ id: member.id });
  const { id: userId } = await insertUser({ role: 'ADMIN' });
  const issuer = 'wecom:ww1';
  await db().serviceIdentity.create({ data: { issuer, subject: 'boss', userId, name: '老板' } });
  await expect(enterByPassword()).rejects.toMatchObject({ code: 'PASSWORD_OFF' });
  await db().user.update({ where: { id: userId }, data: { deactivatedAt: new Date() } });
  expect(await enterByPassword()).toMatchObject({ id: member.id });
});
