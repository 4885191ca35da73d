import type { IncomingMessage, RequestListener } from 'node:http';
import { afterAll, afterEach, describe, expect, test } from 'vitest';

import { isTokenUrl } from '@/lib/apps/token/token-url';

import type { Loopback } from '@/lib/wechat/call/loopback.fixture';
import { startLoopback } from '@/lib/wechat/call/loopback.fixture';
import { explainTokenServer, fetchFromTokenServer } from './token-server';
import { createHttpTransport } from '@/lib/wechat/call/transport';

const transport = createHttpTransport();
const open: Loopback[] = [];

afterEach(async () => {
  for (const loopback of open.splice(0)) await loopback.close();
});
afterAll(() => transport.close());

async function ask(listener: RequestListener, deadlineMs = 5000) {
  const loopback = await startLoopback(listener);
  open.push(loopback);
  const header = { name: 'X-Key', value: 'key-of-the-team' };
  return fetchFromTokenServer({ url: `${loopback.baseUrl}/token?app=1`, header, transport, deadlineMs });
}

const say =
  (body: unknown, status = 200): RequestListener =>
  (_request, response) =>
    response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));

async function explained(listener: RequestListener, deadlineMs?: number) {
  const outcome = await ask(listener, deadlineMs);
  return outcome.kind === 'token' ? 'token' : explainTokenServer(outcome).key;
}

describe('a token server', () => {
  test('is asked by GET with the header, at its whole address', async () => {
    const seen: IncomingMessage[] = [];
    await ask((request, response) => {
      seen.push(request);
      say({ access_token: 'a' })(request, response);
    });
    expect(seen[0]).toMatchObject({ method: 'GET', url: '/token?app=1' });
    expect(seen[0]?.headers).toMatchObject({ 'x-key': 'key-of-the-team', accept: 'application/json' });
  });

  test.each([
    [{ access_token: '90_a', expires_in: 60 }, 60],
    [{ accessToken: '90_a', expiresIn: 45 }, 45],
    [{ access_token: '90_a', expires_in: '30' }, 30],
    [{ access_token: '90_a' }, 120],
    [{ access_token: '90_a', expires_in: 7200 }, 120],
  ])('may answer %j', async (body, expiresInSeconds) => {
    expect(await ask(say(body))).toEqual({ kind: 'token', accessToken: '90_a', expiresInSeconds });
  });
});

describe('a token of a server', () => {
  const takes = async (body: object) => (await ask(say(body))).kind === 'token';

  test('is of visible characters, 1024 of them at most, and has time left', async () => {
    expect(await takes({ access_token: 'x'.repeat(1024) })).toBe(true);
    expect(await takes({ access_token: 'x'.repeat(1025) })).toBe(false);
    expect(await takes({ access_token: '!~' })).toBe(true);
    for (const access_token of ['', 'a b', '店', 7, null]) expect(await takes({ access_token })).toBe(false);
    expect(await takes({ access_token: 'a', expires_in: 0.5 })).toBe(true);
    for (const expires_in of [-1, '', 'soon', true])
      expect(await takes({ access_token: 'a', expires_in })).toBe(false);
  });

  test('is asked for without a header where none is set', async () => {
    const seen: IncomingMessage[] = [];
    const loopback = await startLoopback((request, response) => {
      seen.push(request);
      say({ errcode: 40001, errmsg: 'bad key-of-the-team' })(request, response);
    });
    open.push(loopback);
    const asked = { url: loopback.baseUrl, header: null, transport, deadlineMs: 5000 };
    expect(await fetchFromTokenServer(asked)).toMatchObject({ errmsg: 'bad key-of-the-team' });
    expect(seen[0]?.headers).not.toHaveProperty('x-key');
  });

  test('that may not be asked for, since its address is a private one, says so', () => {
    const outcome = { kind: 'uncertain', reason: 'address', detail: '', sent: false } as const;
    expect(explainTokenServer(outcome).key).toBe('tokenServerPrivate');
  });
});

describe('no token', () => {
  test.each([
    ['a header that is not taken', say('', 401), 'tokenServerRefused'],
    ['forbidden', say({ message: 'no' }, 403), 'tokenServerRefused'],
    ['another page', say('<html>sign in</html>'), 'tokenServerAnswer'],
    ['nothing', say(''), 'tokenServerAnswer'],
    ['JSON of something else', say({ ok: true }), 'tokenServerAnswer'],
    ['a token that is over', say({ access_token: 'a', expires_in: 0 }), 'tokenServerAnswer'],
    ['a token with a line break', say({ access_token: 'a\nb' }), 'tokenServerAnswer'],
    ['a broken server', say('', 500), 'tokenServerAnswer'],
    ['too much', say({ access_token: 'a', more: 'x'.repeat(70_000) }), 'tokenServerAnswer'],
    [
      'a broken connection',
      (_: IncomingMessage, response: { destroy(): unknown }) => void response.destroy(),
      'tokenServerUnreachable',
    ],
    ['WeChat’s own refusal', say({ errcode: 40164, errmsg: 'invalid ip' }), 'ipNotAllowed'],
    ['WeChat’s own refusal with HTTP 500', say({ errcode: 40125, errmsg: 'x' }, 500), 'secretInvalid'],
  ])('is %s', async (_name, listener, key) => {
    expect(await explained(listener)).toBe(key);
  });

  test('is silence', async () => {
    expect(await explained(() => undefined, 50)).toBe('tokenServerUnreachable');
  });

  test('is a redirect, and the header goes nowhere else', async () => {
    const visits: string[] = [];
    const other = await startLoopback((request, response) => {
      visits.push(request.url ?? '');
      response.end();
    });
    open.push(other);
    const redirect: RequestListener = (_request, response) =>
      response.writeHead(302, { location: other.baseUrl }).end();
    expect(await explained(redirect)).toBe('tokenServerAnswer');
    expect(visits).toEqual([]);
  });

  test('says nothing of the header', async () => {
    const outcome = await ask(say({ errcode: 40001, errmsg: 'bad key-of-the-team' }));
    expect(outcome).toMatchObject({ kind: 'refused', errmsg: 'bad ***' });
  });
});

test.each([
  ['https://token.example.com/x?y=1', true],
  ['http://localhost:8080/', true],
  ['http://127.0.0.1/', true],
  ['http://10.1.2.3/', true],
  ['http://172.31.0.1/', true],
  ['http://192.168.1.1/', true],
  ['http://[::1]:80/', true],
  ['http://[fd00::1]/', true],
  ['http://token-server:3000/', true],
  ['http://token.corp.internal/', true],
  ['http://token.example.com/', false],
  ['http://8.8.8.8/', false],
  ['http://172.32.0.1/', false],
  ['http://169.254.169.254/latest', false],
  ['https://user:pass@token.example.com/', false],
  ['ftp://localhost/', false],
  ['token.example.com', false],
])('%s is an address for one: %s', (url, allowed) => {
  expect(isTokenUrl(url)).toBe(allowed);
});
