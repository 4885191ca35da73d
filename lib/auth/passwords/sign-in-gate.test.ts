import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inPasswordQueue } from './password-queue';
import { parseSignInError } from './sign-in-error';
import { refusesFlood } from './sign-in-gate';

const server = createServer((request, response) => {
  if (!refusesFlood(request, response)) response.end('let in');
});
let base: string;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});

afterAll(() => {
  server.close();
});

async function post(path: string, cookie = ''): Promise<Response> {
  return fetch(`${base}${path}`, { method: 'POST', body: 'email=a&password=b', headers: { cookie } });
}

test('strangers are answered before Next while their lane is full, in words that the form reads', async () => {
  let open = () => {};
  const gate = new Promise<void>((resolve) => (open = resolve));
  expect(await (await post('/api/auth/callback/credentials')).text()).toBe('let in');
  const waiting = Array.from({ length: 16 }, () => inPasswordQueue('strangers', () => gate));

  const refused = await post('/api/auth/callback/credentials');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
  const { url }: { url: string } = await refused.json();
  expect(parseSignInError(new URL(url).searchParams.get('error'))).toEqual({
    code: 'SIGN_IN_BUSY',
    values: { seconds: 5 },
  });
  expect(refused.headers.get('content-type')).toBe('application/json');
  expect(refused.headers.get('cache-control')).toBe('no-store');
  expect((await post('/api/auth/callback/credentials?x=1', 'other=1')).status).toBe(503);
  for (const [path, cookie] of [
    ['/api/auth/callback/credentials', 'suncode-device-0123=x'],
    ['/api/auth/signout', ''],
    ['/sign-in?to=/api/auth/callback/credentials', ''],
  ] as const)
    expect(await (await post(path, cookie)).text()).toBe('let in');
  expect(await (await fetch(`${base}/api/auth/callback/credentials`)).text()).toBe('let in');
  open();
  await Promise.all(waiting);
});
