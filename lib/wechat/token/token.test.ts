import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { KNOWN_ERRCODES } from '@/lib/wechat/errcodes';
import { explainErrcode, explainUncertain } from '@/lib/wechat/errors';
import { fetchAccessToken, tokenLifetimeMs, trimSlash } from './token';
import type { TokenMode } from './token';
import type { Transport, TransportInit } from '@/lib/wechat/call/transport';

const credential = { appId: 'wx0123456789abcdef', appSecret: 's3cr3t/with+signs' };

async function fetchWith(respond: () => Response, mode: TokenMode, forceRefresh = false) {
  const calls: { url: string; init: TransportInit }[] = [];
  const transport: Transport = async (url, init) => {
    calls.push({ url, init });
    return respond();
  };
  const outcome = await fetchAccessToken({
    baseUrl: 'https://wechat.invalid/',
    transport,
    credential,
    mode,
    deadlineMs: 1000,
    forceRefresh,
  });
  return { outcome, calls };
}

const granted = () => Response.json({ access_token: '90_x', expires_in: 345 });

describe('fetchAccessToken', () => {
  test('posts to stable_token without force_refresh', async () => {
    const { outcome, calls } = await fetchWith(granted, 'stable');
    expect(outcome).toEqual({ kind: 'token', accessToken: '90_x', expiresInSeconds: 345 });
    expect(calls[0]?.url).toBe('https://wechat.invalid/cgi-bin/stable_token');
    expect(calls[0]?.init).toMatchObject({
      method: 'POST',
      body: '{"grant_type":"client_credential","appid":"wx0123456789abcdef","secret":"s3cr3t/with+signs"}',
    });
  });

  test('forces a new stable token only when asked', async () => {
    const { calls } = await fetchWith(granted, 'stable', true);
    expect(calls[0]?.init.body).toContain('"force_refresh":true');
  });

  test('gets a plain token with an escaped query', async () => {
    const { calls } = await fetchWith(granted, 'token');
    expect(calls[0]?.init.method).toBe('GET');
    expect(calls[0]?.url).toBe(
      'https://wechat.invalid/cgi-bin/token?grant_type=client_credential&appid=wx0123456789abcdef&secret=s3cr3t%2Fwith%2Bsigns',
    );
  });
});

describe('a call for a token that fails', () => {
  test('passes a refusal on without the secret in it', async () => {
    const errmsg = `invalid secret ${credential.appSecret} or ${encodeURIComponent(credential.appSecret)}, rid: 1a-2b-3c`;
    const { outcome } = await fetchWith(() => Response.json({ errcode: 40125, errmsg }), 'stable');
    expect(outcome).toEqual({
      kind: 'refused',
      errcode: 40125,
      errmsg: 'invalid secret *** or ***, rid: 1a-2b-3c',
      rid: '1a-2b-3c',
    });
  });

  test.each([
    [{}, 'unreadable'],
    [{ access_token: null, expires_in: 7200 }, 'unreadable'],
    [{ access_token: '', expires_in: 7200 }, 'unreadable'],
    [{ access_token: 'x' }, 'unreadable'],
    [{ access_token: 'x', expires_in: 0 }, 'unreadable'],
    [{ access_token: 'x', expires_in: '7200' }, 'unreadable'],
  ])('takes no token from %j', async (body, reason) => {
    const { outcome } = await fetchWith(() => Response.json(body), 'stable');
    expect(outcome).toMatchObject({ kind: 'uncertain', reason });
  });

  test('names an HTTP error and an empty answer', async () => {
    const framing = await fetchWith(() => new Response(null, { status: 412 }), 'stable');
    const empty = await fetchWith(() => new Response(''), 'stable');
    expect(framing.outcome).toMatchObject({ reason: 'http', httpStatus: 412 });
    expect(empty.outcome).toMatchObject({ reason: 'empty' });
  });

  test('keeps the secret out of a network fault', async () => {
    const respond = () => {
      throw new Error(`cannot fetch https://x/?secret=${credential.appSecret}`);
    };
    const { outcome } = await fetchWith(respond, 'token');
    expect(outcome).toEqual({
      kind: 'uncertain',
      reason: 'network',
      detail: 'connection failed',
      sent: true,
    });
  });
});

describe('an answer to a call for a token', () => {
  test.each([
    [() => Response.json({ access_token: 'a', expires_in: 1 }, { status: 299 }), { kind: 'token' }],
    [() => Response.json({ access_token: 'a', expires_in: 1 }, { status: 300 }), { reason: 'http' }],
    [() => Response.json({ errcode: 40001, errmsg: 'x' }, { status: 500 }), { errcode: 40001 }],
    [
      () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
      { detail: '6 bytes, text/html' },
    ],
    [() => Response.json({ ok: true }), { reason: 'unreadable', detail: 'JSON without a token' }],
    [
      () => new Response('no', { status: 503, headers: { 'content-type': 'text/plain' } }),
      { reason: 'http', detail: 'HTTP 503, 2 bytes, text/plain', httpStatus: 503 },
    ],
    [() => Response.json({ access_token: 'a', expires_in: 0.5 }), { kind: 'token', expiresInSeconds: 0.5 }],
    [() => Response.json({ access_token: 7, expires_in: 7200 }), { reason: 'unreadable' }],
    [() => new Response(`{"access_token":"a","expires_in":1e999}`), { reason: 'unreadable' }],
    [() => new Response('x'.repeat(64 * 1024 + 1)), { detail: 'answer is larger than 65536 bytes' }],
    [() => new Response('x'.repeat(64 * 1024)), { detail: '65536 bytes, text/plain' }],
  ])('says what it is: %#', async (respond, said) => {
    expect((await fetchWith(respond, 'stable')).outcome).toMatchObject(said);
  });

  test('comes to a request that says it is JSON, at an address with slashes or without', async () => {
    const { calls } = await fetchWith(granted, 'stable');
    expect(calls[0]?.init.headers).toEqual({ 'content-type': 'application/json' });
    expect(['http://a//', 'http://a', 'http://a/b/'].map(trimSlash)).toEqual([
      'http://a',
      'http://a',
      'http://a/b',
    ]);
  });
});

describe('tokenLifetimeMs', () => {
  test('keeps a margin of five minutes, or half of what remains', () => {
    expect(tokenLifetimeMs(7200)).toBe(6_900_000);
    expect(tokenLifetimeMs(345)).toBe(172_500);
    expect(tokenLifetimeMs(300)).toBe(150_000);
    expect(tokenLifetimeMs(7201)).toBe(6_900_000);
    expect(tokenLifetimeMs(600)).toBe(300_000);
    expect(tokenLifetimeMs(602)).toBe(302_000);
    expect(tokenLifetimeMs(2.0015)).toBe(1000);
    expect(tokenLifetimeMs(Number.POSITIVE_INFINITY)).toBe(1000);
  });

  test('is never 0 and never longer than the token lives', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, noNaN: true }), (seconds) => {
        const lifetimeMs = tokenLifetimeMs(seconds);
        expect(lifetimeMs).toBeGreaterThan(0);
        expect(lifetimeMs).toBeLessThanOrEqual(Math.max(seconds * 1000, 1000));
      }),
    );
    expect([0, -5, Number.NaN].map(tokenLifetimeMs)).toEqual([1000, 1000, 1000]);
  });
});

describe('error explanations', () => {
  test('cure a stale token by a new one and nothing else', () => {
    const cured = KNOWN_ERRCODES.filter((errcode) => explainErrcode(errcode).retry === 'token');
    expect(cured).toEqual([40001, 40014, 42001]);
  });

  test('leave the end of the 100,000 to nobody, and know what to do with an unknown code', () => {
    expect(explainErrcode(45029)).toEqual({ key: 'limitedCodesUsedUp', actor: 'nobody', retry: 'never' });
    expect(explainErrcode(987654)).toEqual({ key: 'unknownErrcode', actor: 'administrator', retry: 'never' });
  });

  test.each([
    [{ reason: 'http', sent: true, httpStatus: 412 }, 'framingRefused'],
    [{ reason: 'http', sent: true, httpStatus: 502 }, 'gateway'],
    [{ reason: 'http', sent: true, httpStatus: 302 }, 'redirected'],
    [{ reason: 'http', sent: true, httpStatus: 404 }, 'httpStatus'],
    [{ reason: 'network', sent: false }, 'notSent'],
    [{ reason: 'network', sent: true }, 'network'],
    [{ reason: 'truncated', sent: true }, 'pictureTruncated'],
  ] as const)('name %j', (outcome, key) => {
    expect(explainUncertain(outcome).key).toBe(key);
  });
});
