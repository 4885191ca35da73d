import { afterEach, describe, expect, test } from 'vitest';
import { env } from '@/lib/env';
import { admitAuthRequest, unreadableCookies } from './auth-request';

const FORM = 'application/x-www-form-urlencoded';
const here = (place: string) => `http://suncode.test/api/auth/${place}`;

function post(place: string, body: string, type = FORM): Promise<void> {
  const headers = { 'content-type': type };
  return admitAuthRequest(
    new Request(here(place), { method: 'POST', body, headers }),
    place.split('?')[0] ?? '',
  );
}
const get = (place: string) => admitAuthRequest(new Request(here(place)), place.split('?')[0] ?? '');

test('what the browser asks for is let in', async () => {
  for (const place of ['csrf', 'providers', 'session', 'signin?csrf=true', 'error?error=x'])
    await expect(get(place), place).resolves.toBeUndefined();
  const fields = { csrfToken: 'a', email: 'a@b.test', password: '密码 %', redirect: 'false', json: 'true' };
  const sent = String(new URLSearchParams({ ...fields, callbackUrl: 'http://localhost:3000/codes?q=1' }));
  await expect(post('callback/credentials', sent)).resolves.toBeUndefined();
  await expect(post('signout', 'csrfToken=a&callbackUrl=%2Fsign-in&json=true')).resolves.toBeUndefined();
  await expect(post('signout', '{"csrfToken":"a"}', 'application/json')).resolves.toBeUndefined();
  // A form that wants to go nowhere in particular says so.
  await expect(
    post('signout', 'csrfToken=a&callbackUrl=', `${FORM}; charset=UTF-8`),
  ).resolves.toBeUndefined();
  await expect(post('callback/second-step', 'csrfToken=a&code=123456&json=true')).resolves.toBeUndefined();
});

test.each([
  'callback/credentials',
  'callback/google',
  'callback',
  'signout',
  'signin/credentials',
  'verify-request',
  '',
  'constructor',
])('GET %s is none of our routes', async (place) => {
  await expect(get(place)).rejects.toMatchObject({ code: 'NOT_FOUND', status: 404 });
});

test.each(['_log', 'callback', 'csrf', 'session', 'signin/credentials', '__proto__'])(
  'POST %s is none of our routes',
  async (place) => {
    await expect(post(place, '')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  },
);

test.each(['HEAD', 'PUT', 'DELETE'])('%s is asked by no page of ours', async (method) => {
  const asking = admitAuthRequest(new Request(here('session'), { method }), 'session');
  await expect(asking).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test.each(['signin?callbackUrl=nonsense', 'error?error=%00'])('GET %s is refused', async (place) => {
  await expect(get(place)).rejects.toMatchObject({ code: 'UNREADABLE' });
});

test.each([
  ['signout', 'callbackUrl=nonsense', FORM],
  ['signout?callbackUrl=%09', '', FORM],
  ['signout', '{"callbackUrl":{"startsWith":1}}', 'application/json'],
  ['signout', '{"csrfToken":["a"]}', 'application/json'],
  ['signout', '[]', 'application/json'],
  ['signout', '{', 'application/json'],
  ['signout', 'csrfToken=a', 'text/plain'],
  ['signout', '{"csrfToken":"a"}', 'text/plain'],
  ['callback/credentials', 'email=%00&password=a', FORM],
  ['callback/credentials', 'email=a&password=b&callbackUrl=nonsense', `${FORM};charset=UTF-8`],
  ['signout', '{"callbackUrl":"nonsense"}', 'application/json'],
  ['signout', '{"csrfToken":7}', 'application/json'],
  ['signout', 'null', 'application/json'],
  ['signout', '7', 'application/json'],
  ['signout', '"csrfToken"', 'application/json'],
  ['signout', 'csrfToken=a', ''],
])('%s with %s is refused', async (place, body, type) => {
  await expect(post(place, body, type)).rejects.toMatchObject({ code: 'UNREADABLE', status: 400 });
});

test('a cookie that next-auth could not read is named', () => {
  const cookie = (name: string, value: string) => ({ name, value });
  const names = ['next-auth.callback-url', '__Host-next-auth.callback-url'];
  expect(unreadableCookies(names.map((name) => cookie(name, 'nonsense')))).toEqual(names);
  expect(unreadableCookies(names.map((name) => cookie(name, 'http://localhost:3000')))).toEqual([]);
  expect(unreadableCookies(names.map((name) => cookie(name, '/codes?q=1')))).toEqual([]);
  const others = ['other', 'xnext-auth.callback-url', '__Secure-next-auth.callback-url'];
  expect(
    unreadableCookies([...others, 'next-auth.callback-url.0'].map((name) => cookie(name, 'nonsense'))),
  ).toEqual([]);
});

describe('a sign-in service', () => {
  afterEach(() => {
    env().OIDC_ISSUER = undefined;
  });

  test('has its two routes once it is set up, and takes nothing beside what it says itself', async () => {
    const begin = (query = '') => post(`signin/oidc${query}`, 'csrfToken=a&callbackUrl=%2Fcodes&json=true');
    await expect(begin()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    env().OIDC_ISSUER = 'https://login.example.com';
    await expect(begin()).resolves.toBeUndefined();
    await expect(get('callback/oidc?code=a&state=b')).resolves.toBeUndefined();
    await expect(begin('?prompt=none')).rejects.toMatchObject({ code: 'UNREADABLE' });
    for (const place of ['xsignin/oidc', 'signin/oidc/x', 'signin/oidc-x', 'signin/feishu'])
      await expect(post(place, 'csrfToken=a'), place).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const place of ['xcallback/oidc', 'callback/oidc/x', 'callback/feishu'])
      await expect(get(place), place).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(get('callback/oidc?code=%00')).rejects.toMatchObject({ code: 'UNREADABLE' });
    await expect(get('signin/oidc')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(post('callback/oidc', 'code=a')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
