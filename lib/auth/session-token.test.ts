import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { encode } from 'next-auth/jwt';
import { expect, test, vi } from 'vitest';
import { secrets } from '@/lib/secrets';
import { bringsSessionToken } from './session-token';

const tokenOf = (content: object, secret = secrets().AUTH_SECRET) =>
  encode({ token: { ...content }, secret, maxAge: 60 });

async function brings(cookie: string | undefined): Promise<boolean> {
  const request = new IncomingMessage(new Socket());
  if (cookie !== undefined) request.headers.cookie = cookie;
  return bringsSessionToken(request);
}

test('a session’s cookie of ours is known wherever it stands, over https and over http', async () => {
  const token = await tokenOf({ sessionId: 's1' });
  for (const name of ['next-auth.session-token', '__Host-next-auth.session-token']) {
    expect(await brings(`${name}=${token}`)).toBe(true);
    expect(await brings(`a=b;  ${name}=${token}; c=d`)).toBe(true);
    expect(await brings(`a=b;${name}=${token};c=d`)).toBe(true);
    expect(await brings(`${name}=nonsense; ${name}=${token}`)).toBe(true);
  }
});

test('a cookie of another name, another secret, no session or a time that is over is none', async () => {
  const token = await tokenOf({ sessionId: 's1' });
  const name = 'next-auth.session-token';
  expect(await brings(undefined)).toBe(false);
  expect(await brings(`${name}=`)).toBe(false);
  expect(await brings(`x${name}=${token}`)).toBe(false);
  expect(await brings(`a=b x${name}=${token}`)).toBe(false);
  expect(await brings(`next-authXsession-token=${token}`)).toBe(false);
  expect(await brings(`__Host-${name}x=${token}`)).toBe(false);
  expect(await brings(`${name}=${await tokenOf({ sessionId: 's1' }, 'another secret')}`)).toBe(false);
  expect(await brings(`${name}=${await tokenOf({ email: 'a@suncode.test' })}`)).toBe(false);
  vi.useFakeTimers({ now: Date.now() + 2 * 60_000, toFake: ['Date'] });
  expect(await brings(`${name}=${token}`)).toBe(false);
  vi.useRealTimers();
});
