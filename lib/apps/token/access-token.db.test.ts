import { describe, expect, test, vi } from 'vitest';
import { connectTo } from '@/lib/apps/connection';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertApp } from '@/lib/testing/factories';
import { refusal, useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { tokenSource } from './access-token';

const weChat = useWeChat();
useDatabase();

async function newSource() {
  const { id } = await insertApp();
  return { id, source: (await connectTo(id)).newTokenSource() };
}

/** A second process has no part in what this one holds in memory. */
function asOtherProcess(): void {
  Reflect.deleteProperty(globalThis, 'suncodeTokenRefreshes');
}

describe('the access token', () => {
  test('is fetched once for twenty callers that find none', async () => {
    const { source } = await newSource();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => source.get()));
    expect(new Set(tokens).size).toBe(1);
    expect(weChat.tokenCalls).toBe(1);
  });

  test('is fetched once by two processes that find none', async () => {
    const { id } = await insertApp();
    let fetched = 0;
    const processOf = () => {
      asOtherProcess();
      return tokenSource(id, async () => {
        fetched += 1;
        return { kind: 'token', accessToken: `token ${fetched}`, expiresInSeconds: 7200 };
      }).get();
    };
    expect(await Promise.all([processOf(), processOf(), processOf()])).toEqual([
      'token 1',
      'token 1',
      'token 1',
    ]);
    expect(fetched).toBe(1);
  });

  test('is kept encrypted, and used until shortly before its end', async () => {
    const { id, source } = await newSource();
    const token = await source.get();
    const row = await db().accessToken.findUniqueOrThrow({ where: { miniProgramId: id } });
    expect(JSON.stringify(row)).not.toContain(token);
    expect(await source.get()).toBe(token);
    vi.spyOn(clock, 'now').mockReturnValue(new Date(Date.now() + 7200 * 1000));
    await source.get();
    vi.mocked(clock.now).mockRestore();
    expect(weChat.tokenCalls).toBe(2);
  });

  test('that WeChat refused is replaced once, however many say so', async () => {
    const { id } = await insertApp();
    let fetched = 0;
    const source = tokenSource(id, async () => {
      fetched += 1;
      return { kind: 'token', accessToken: `token ${fetched}`, expiresInSeconds: 7200 };
    });
    const stale = await source.get();
    const fresh = await Promise.all(Array.from({ length: 20 }, () => source.replace(stale, 40001)));
    expect(new Set(fresh)).toEqual(new Set(['token 2']));
    expect(await source.replace(stale, 40001)).toBe('token 2');
    expect(fetched).toBe(2);
  });

  test.each([
    ['refused', () => refusal(40125, 'invalid appsecret'), { kind: 'refused', errcode: 40125 }],
    ['no JSON', () => new Response('<html>'), { kind: 'uncertain' }],
    ['without a token', () => Response.json({ expires_in: 7200 }), { kind: 'uncertain' }],
  ])(
    'answer that is %s leaves nothing behind, and the next caller asks at once',
    async (_, answer, outcome) => {
      const { id, source } = await newSource();
      weChat.onToken(answer);
      await expect(source.get()).rejects.toMatchObject({ name: 'TokenUnavailableError', outcome });
      expect(await db().accessToken.findUniqueOrThrow({ where: { miniProgramId: id } })).toMatchObject({
        ciphertext: null,
        expiresAt: null,
        refreshingUntil: null,
      });
      weChat.onToken(() => 'as usual');
      expect(await source.get()).not.toBe('');
      expect(weChat.tokenCalls).toBe(2);
    },
  );

  test('is fetched by another process when the one that was fetching died', async () => {
    const { id, source } = await newSource();
    const longAgo = new Date(Date.now() - 1);
    await db().accessToken.create({ data: { miniProgramId: id, refreshingUntil: longAgo } });
    expect(await source.get()).not.toBe('');
  });

  test('is fetched when the clock was set back by an hour while one that died was fetching', async () => {
    const { id, source } = await newSource();
    const ahead = new Date(Date.now() + 60 * 60_000);
    await db().accessToken.create({ data: { miniProgramId: id, refreshingUntil: ahead } });
    expect(await source.get()).not.toBe('');
  });
});
