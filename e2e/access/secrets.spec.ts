import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { SMTPServer } from 'smtp-server';
import { expect, test } from '../fixtures';
import { OwnServer, Visitor } from '../own-server';

// A whole run of a server that writes all it can: everything that is secret goes through it, to others who say it back in
// their errors. Then what it has printed is searched.

test.use({ role: null });

const word = (name: string) => `canary-${name}-${randomBytes(9).toString('hex')}`;
const SECRETS = {
  AUTH_SECRET: word('auth-secret-of-this-run'),
  ENCRYPTION_KEY: randomBytes(32).toString('hex'),
  ENCRYPTION_KEY_OLD: randomBytes(32).toString('hex'),
  ADMIN_PASSWORD: word('lantern'),
  WECHAT_APP_SECRET: word('app-secret'),
};
const SMTP_PASSWORD = word('smtp');
const TOKEN = word('access-token');
const HEADER = word('header');
const WRONG = word('wrong');
const ADMIN = 'admin@suncode.test';
const APP_URL = 'https://codes.example.test';

const COOKIES = ['session-token', 'callback-url'].map((name) => `__Host-next-auth.${name}`);

const servers: { close(done?: () => void): unknown }[] = [];
let server: OwnServer;

async function listen(one: Server): Promise<string> {
  servers.push(one.listen(0, '127.0.0.1'));
  await once(one, 'listening');
  const address = one.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

let asked = 0;

/** WeChat, and a token server, that say back whatever they are told, and break in every way. */
function startTalkative(): Promise<string> {
  return listen(
    createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const said = `${request.url} ${request.headers.authorization} ${body}`;
      const isToken = /token$/.test(request.url?.split('?')[0] ?? '');
      asked += 1;
      if (isToken && asked % 2 === 0)
        return void response.end(JSON.stringify({ access_token: TOKEN, expires_in: 7200 }));
      if (asked % 5 === 0) return void response.destroy();
      if (asked % 7 === 0)
        return void response.writeHead(302, { location: `http://127.0.0.1:9/?x=${TOKEN}` }).end();
      if (asked % 3 === 0) return void response.writeHead(500).end(said);
      return void response.end(JSON.stringify({ errcode: 40013, errmsg: `invalid ${said} ${TOKEN}` }));
    }),
  );
}

async function startSmtp(): Promise<string> {
  const smtp = new SMTPServer({
    ...{ allowInsecureAuth: true, disabledCommands: ['STARTTLS'] },
    onAuth: ({ password }, _session, done) => done(new Error(`no such login with ${password}`)),
  });
  servers.push(smtp);
  await new Promise<void>((ready) => void smtp.listen(0, '127.0.0.1', ready));
  const address = smtp.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return `smtp://codes:${SMTP_PASSWORD}@127.0.0.1:${port}`;
}

test.beforeAll(async () => {
  const base = await startTalkative();
  server = await OwnServer.start({
    ...SECRETS,
    ...{ ADMIN_EMAIL: ADMIN, WECHAT_APP_ID: 'wx0123456789abcdef', WECHAT_API_BASE_URL: base, SANDBOX: 'on' },
    ...{ SMTP_URL: await startSmtp(), MAIL_FROM: 'codes@suncode.test', APP_URL },
    ...{ LOG_LEVEL: 'debug', ALLOW_PRIVATE_NETWORKS: 'loopback' },
  });
});

test.afterAll(async () => {
  await server.stop();
  for (const one of servers) one.close();
});

const newVisitor = () => new Visitor(server.url, { origin: APP_URL });

/** Everything that knows a secret, or makes one. @returns those that were made */
async function useAll(): Promise<string[]> {
  const visitor = newVisitor();
  await visitor.signIn(ADMIN, WRONG);
  await visitor.signIn(ADMIN, SECRETS.ADMIN_PASSWORD);
  expect(await (await visitor.fetch('/api/auth/session')).json()).toMatchObject({
    userId: expect.any(String),
  });
  const invited = await visitor.act('inviteMembersAction', {
    emails: 'a@suncode.test',
    role: 'VIEWER',
    appIds: null,
  });
  await visitor.act('requestResetAction', { email: ADMIN });
  const links = [...invited.matchAll(/"token":"([\w-]{43})"/g)].map(([, token = '']) => token);
  expect(links).not.toEqual([]);
  const live = { mode: 'LIVE', appSecret: word('typed'), name: '门店', untested: true };
  const central = { tokenMode: 'external', tokenUrl: (await startTalkative()) + '/token?key=1' };
  const header = { tokenHeaderName: 'authorization', tokenHeaderValue: HEADER };
  for (const more of [{}, { ...central, ...header }, { tokenMode: 'token' }])
    await visitor.act('connectAppAction', { ...live, appId: `wx${randomBytes(8).toString('hex')}`, ...more });
  const apps = await (await visitor.fetch('/settings/apps')).text();
  const ids = new Set(
    [...apps.matchAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g)].flat(),
  );
  const code = { endpoint: 'getwxacodeunlimit', scene: 'a=1', name: '一号桌', note: '' };
  for (const id of ids) {
    await visitor.act('testConnectionAction', { id });
    await visitor.act('generateCodeAction', { miniProgramId: id, ...code });
  }
  for (const token of [...links, WRONG])
    for (const path of ['join', 'reset', 'setup']) await visitor.fetch(`/${path}?token=${token}`);
  await visitor.act('changePasswordAction', {
    currentPassword: WRONG,
    newPassword: WRONG,
    repeatPassword: WRONG,
  });
  await visitor.act('resetPasswordAction', {
    token: links[0],
    values: { newPassword: WRONG, repeatPassword: WRONG },
  });
  return [...links, ...visitor.cookies.values(), live.appSecret].filter((value) => value.length > 20);
}

/** What nobody should send, with what is secret in it. */
async function misuse(secret: string): Promise<void> {
  const visitor = newVisitor();
  for (const name of COOKIES) visitor.cookies.set(name, `${secret}.x.y.z.a`);
  const json = { 'content-type': 'application/json' };
  const body = JSON.stringify({ password: secret, token: secret });
  for (const path of ['/api/auth/callback/credentials', '/api/auth/signout', '/sandbox/wechat/cgi-bin/token'])
    await visitor.fetch(path, { method: 'POST', headers: json, body });
  for (const path of ['/api/codes', '/codes', '/sandbox/wechat/cgi-bin/token', '/api/auth/session', '/%zz'])
    await visitor.fetch(`${path}?access_token=${secret}&secret=${secret}`);
  await visitor.act('changePasswordAction', { currentPassword: secret, then: '$F1' });
  await visitor.fetch('/codes', {
    method: 'POST',
    headers: { 'next-action': 'x'.repeat(42) },
    body: `["$F${secret}"]`,
  });
}

test('nothing that is secret is printed, whoever says it', async () => {
  const made = await useAll();
  await misuse(WRONG);
  const encoded = Buffer.from(`\0codes\0${SMTP_PASSWORD}`).toString('base64');
  const secrets = [...Object.values(SECRETS), SMTP_PASSWORD, encoded, TOKEN, HEADER, WRONG, ...made];
  await server.stop();
  // It said what happened, secrets and all, or silence would pass as well.
  expect(server.output).toContain('no such login with ***');
  expect(secrets.filter((secret) => server.output.includes(secret))).toEqual([]);
});
