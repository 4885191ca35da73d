import { describe, expect, test } from 'vitest';

import {
  APP_ID,
  callCode,
  callStableToken,
  callToken,
  createTestSandbox,
  errcodeOf,
  getToken,
  PATHS,
  postText,
  readJson,
  SECRET,
} from './call.fixture';
import { createSandbox } from './create-sandbox';
import type { Sandbox } from './create-sandbox';
import { getSandbox, SANDBOX_APP_ID, SANDBOX_APP_SECRET } from './sandbox';

const MINUTE_MS = 60_000;

async function tryToken(sandbox: Sandbox, token: unknown): Promise<number> {
  const path = `${PATHS.B}?access_token=${String(token)}`;
  return errcodeOf(postText(sandbox, path, '{"scene":"a"}'));
}

async function stableToken(sandbox: Sandbox, changes: Record<string, unknown> = {}) {
  return readJson(await callStableToken(sandbox, changes));
}

describe('/cgi-bin/token', () => {
  test('gives a new token of WeChat’s shape at every call', async () => {
    const { sandbox } = createTestSandbox();
    const answer = await readJson(await callToken(sandbox));
    expect(answer).toEqual({ access_token: expect.stringMatching(/^90_[\w-]{133}$/), expires_in: 7200 });
    expect(await getToken(sandbox)).not.toBe(answer.access_token);
  });

  test('leaves the token before it five minutes', async () => {
    const { sandbox, time } = createTestSandbox();
    const [old, young] = [await getToken(sandbox), await getToken(sandbox)];
    time.now += 5 * MINUTE_MS - 1;
    expect([await tryToken(sandbox, old), await tryToken(sandbox, young)]).toEqual([0, 0]);
    time.now += 1;
    expect([await tryToken(sandbox, old), await tryToken(sandbox, young)]).toEqual([40001, 0]);
  });

  test('gives tokens that expire with 42001', async () => {
    const { sandbox, time } = createTestSandbox();
    const token = await getToken(sandbox);
    time.now += 7200 * 1000 - 1;
    expect(await tryToken(sandbox, token)).toBe(0);
    time.now += 1;
    expect(await tryToken(sandbox, token)).toBe(42001);
  });

  test.each([
    [{ appid: '' }, 41002],
    [{ appid: 'wx1' }, 40013],
    [{ appid: 'wx00000000000000ff' }, 40013],
    [{ appid: 'wx1', grant_type: 'x' }, 40013],
    [{ grant_type: 'authorization_code' }, 40002],
    [{ secret: '' }, 41004],
    [{ secret: 'wrong' }, 40125],
  ])('refuses %j with %i', async (changes, errcode) => {
    const { sandbox } = createTestSandbox();
    expect(await errcodeOf(callToken(sandbox, changes))).toBe(errcode);
    const stable = Object.fromEntries(Object.entries(changes));
    expect(await errcodeOf(callStableToken(sandbox, stable))).toBe(errcode);
  });

  test('gives 2,000 tokens a day', async () => {
    const { sandbox, time } = createTestSandbox();
    for (let call = 0; call < 2000; call += 1) await callToken(sandbox);
    expect(await errcodeOf(callToken(sandbox))).toBe(45009);
    time.now += 24 * 60 * MINUTE_MS;
    expect(await errcodeOf(callToken(sandbox))).toBe(0);
  });
});

describe('/cgi-bin/stable_token', () => {
  test('gives the same token with the lifetime it has left', async () => {
    const { sandbox, time } = createTestSandbox();
    const first = await stableToken(sandbox);
    time.now += 6855 * 1000;
    expect(await stableToken(sandbox)).toEqual({ access_token: first.access_token, expires_in: 345 });
  });

  test('changes the token five minutes before its end; both work until then', async () => {
    const { sandbox, time } = createTestSandbox();
    const first = await stableToken(sandbox);
    time.now += 6901 * 1000;
    const second = await stableToken(sandbox);
    expect(second).toMatchObject({ expires_in: 7200 });
    expect(second.access_token).not.toBe(first.access_token);
    expect(await tryToken(sandbox, first.access_token)).toBe(0);
    time.now += 299 * 1000;
    expect(await tryToken(sandbox, first.access_token)).toBe(42001);
    expect(await tryToken(sandbox, second.access_token)).toBe(0);
  });

  test('is another realm than /cgi-bin/token', async () => {
    const { sandbox, time } = createTestSandbox();
    const stable = await stableToken(sandbox);
    await getToken(sandbox);
    const plain = await getToken(sandbox);
    time.now += 10 * MINUTE_MS;
    await stableToken(sandbox, { force_refresh: true });
    expect(await tryToken(sandbox, plain)).toBe(0);
    expect(await tryToken(sandbox, stable.access_token)).toBe(40001);
  });

  test('gives a token that outlives any number of plain ones', async () => {
    const { sandbox } = createTestSandbox();
    const { access_token: token } = await stableToken(sandbox);
    for (let call = 0; call < 150; call += 1) await callToken(sandbox);
    expect(await tryToken(sandbox, token)).toBe(0);
  });
});

describe('/cgi-bin/stable_token with force_refresh', () => {
  test('gives a new token at most every 30 seconds and 20 times a day', async () => {
    const { sandbox, time } = createTestSandbox();
    const force = () => stableToken(sandbox, { force_refresh: true });
    const first = await force();
    time.now += 29_999;
    expect((await force()).access_token).toBe(first.access_token);
    for (let call = 1; call < 20; call += 1) {
      time.now += 30_000;
      await force();
    }
    time.now += 30_000;
    expect(await force()).toMatchObject({ errcode: 45009 });
  });
});

describe('the request of /cgi-bin/stable_token', () => {
  test('is a JSON POST of announced length and nothing else', async () => {
    const { sandbox } = createTestSandbox();
    const url = 'http://sandbox.invalid/cgi-bin/stable_token';
    expect(await errcodeOf(sandbox.handle(new Request(url)))).toBe(43002);
    expect((await sandbox.handle(new Request(url, { method: 'POST', body: '{}' }))).status).toBe(412);
    expect(await errcodeOf(postText(sandbox, '/cgi-bin/stable_token', ''))).toBe(44002);
    expect(await errcodeOf(postText(sandbox, '/cgi-bin/stable_token', 'appid=x'))).toBe(47001);
    expect(await errcodeOf(callStableToken(sandbox, { force_refresh: 1 }))).toBe(47001);
  });
});

describe('Mini Programs', () => {
  test('become known by being configured, with the secret they are given', async () => {
    const { sandbox } = createTestSandbox();
    const appid = 'wx00000000000000bb';
    sandbox.configure(appid, { secret: 'one' });
    expect(await errcodeOf(callToken(sandbox, { appid, secret: 'one' }))).toBe(0);
    sandbox.configure(appid, { secret: 'two' });
    expect(await errcodeOf(callToken(sandbox, { appid, secret: 'one' }))).toBe(40125);
    expect(() => sandbox.configure('nonsense', {})).toThrow(RangeError);
  });

  test('keep their tokens and their count when they are configured again', async () => {
    const { sandbox } = createTestSandbox();
    const token = await getToken(sandbox);
    await callCode(sandbox, 'A', { path: 'p' });
    sandbox.configure(APP_ID, { secret: SECRET });
    expect(await tryToken(sandbox, token)).toBe(0);
    expect(sandbox.state(APP_ID)?.quotaUsed).toBe(1);
  });

  test('may all be welcome', async () => {
    const sandbox = createSandbox({ acceptAnyApp: true });
    expect(await errcodeOf(callToken(sandbox, { appid: 'wx1234567890abcdef', secret: 'any' }))).toBe(0);
    expect(await errcodeOf(callToken(sandbox, { appid: 'nonsense', secret: 'any' }))).toBe(40013);
  });

  test('of the process share one sandbox, whose state tells no secret', async () => {
    const credential = { appid: SANDBOX_APP_ID, secret: SANDBOX_APP_SECRET };
    expect(await errcodeOf(callToken(getSandbox(), credential))).toBe(0);
    expect(getSandbox()).toBe(getSandbox());
    expect(JSON.stringify(getSandbox().state(SANDBOX_APP_ID))).not.toContain(SANDBOX_APP_SECRET);
    expect(getSandbox().state('wx00000000000000ff')).toBeNull();
  });
});
