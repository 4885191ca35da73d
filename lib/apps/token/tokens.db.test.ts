import { AsyncLocalStorage } from 'node:async_hooks';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { patience } from '@/lib/apps/patience';
import type { UserActor } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import type { TokenOutcome } from '@/lib/wechat/token/token';
import { keepToken, tokenSource } from './access-token';
import { fetchPatiently } from './token-fetch';
import { listTokenEvents, TOKEN_EVENTS_MAX } from './token-events';

useDatabase();

let admin: UserActor;
beforeAll(async () => {
  admin = await insertActor('ADMIN');
});
beforeEach(() => {
  patience.retry = { random: () => 0, sleep: async () => undefined };
});

afterEach(() => {
  if (vi.isMockFunction(clock.now)) vi.mocked(clock.now).mockRestore();
});

type Answer = { token?: string; seconds?: number; wait?: Promise<unknown>; outcome?: TokenOutcome };

/** A token endpoint that plays one answer per request, the last one for ever, and counts them. */
function endpoint(...answers: Answer[]) {
  const calls = { count: 0 };
  const fetchToken = async (): Promise<TokenOutcome> => {
    calls.count += 1;
    const { token, seconds = 7200, wait, outcome } = answers[Math.min(calls.count, answers.length) - 1] ?? {};
    await wait;
    return (
      outcome ?? { kind: 'token', accessToken: token ?? `token ${calls.count}`, expiresInSeconds: seconds }
    );
  };
  return { calls, fetchToken };
}

const refused: TokenOutcome = { kind: 'refused', errcode: 40125, errmsg: 'invalid appsecret', rid: null };

// The map of refreshes under way is all that one process knows and another does not.
const processes = new AsyncLocalStorage<Map<string, unknown>>();
const ownMap = new Map<string, unknown>();
Object.defineProperty(globalThis, 'suncodeTokenRefreshes', { get: () => processes.getStore() ?? ownMap });

/** What happens here, to its end, happens in another process: it shares the database and nothing else. */
function inOtherProcess<T>(run: () => Promise<T>): Promise<T> {
  return processes.run(new Map(), run);
}

const many = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

function atLater<T>(offsetMs: number, run: () => Promise<T>): Promise<T> {
  vi.spyOn(clock, 'now').mockReturnValue(new Date(Date.now() + offsetMs));
  return run().finally(() => vi.mocked(clock.now).mockRestore());
}

describe('one refresh', () => {
  test('serves twenty callers in each of two processes', async () => {
    const { id } = await insertApp();
    const { calls, fetchToken } = endpoint({ wait: clock.sleep(30) });
    const ask = () => many(20, () => tokenSource(id, fetchToken).get());
    const [here, there] = await Promise.all([Promise.all(ask()), inOtherProcess(() => Promise.all(ask()))]);
    expect(new Set([...here, ...there])).toEqual(new Set(['token 1']));
    expect(calls.count).toBe(1);
  });

  test('follows when WeChat refuses the token of everybody at once, and leaves one event', async () => {
    const { id } = await insertApp();
    const { calls, fetchToken } = endpoint({});
    const sources = many(40, () => tokenSource(id, fetchToken));
    for (const source of sources) await source.get();
    const replace = (some: typeof sources) =>
      Promise.all(some.map((source) => source.replace('token 1', 40001)));
    const [here, there] = await Promise.all([
      replace(sources.slice(0, 20)),
      inOtherProcess(() => replace(sources.slice(20))),
    ]);
    expect(new Set([...here, ...there])).toEqual(new Set(['token 2']));
    expect(calls.count).toBe(2);
    expect(await db().tokenEvent.findMany({ where: { miniProgramId: id } })).toMatchObject([
      { kind: 'replaced' },
    ]);
  });

  test('follows also when stable_token gives the same token again', async () => {
    const { id } = await insertApp();
    const { calls, fetchToken } = endpoint({ token: 'the same' });
    const sources = many(10, () => tokenSource(id, fetchToken));
    for (const source of sources) await source.get();
    for (const source of sources) await source.replace('the same', 40001);
    expect(calls.count).toBe(2);
  });

  test('is taken over from a process that died, and its late answer changes nothing', async () => {
    const { id } = await insertApp();
    let answerLate: (value?: unknown) => void = () => undefined;
    const slow = endpoint({ token: 'old', wait: new Promise((resolve) => (answerLate = resolve)) });
    const dying = inOtherProcess(() => tokenSource(id, slow.fetchToken).get());
    await vi.waitFor(() => expect(slow.calls.count).toBe(1));
    const quick = endpoint({ token: 'new' });
    expect(await atLater(16_000, () => tokenSource(id, quick.fetchToken).get())).toBe('new');
    answerLate();
    expect(await dying).toBe('new');
    expect(await tokenSource(id, quick.fetchToken).get()).toBe('new');
    expect(quick.calls.count).toBe(1);
  });

  test('that fails gives the waiting process an attempt of its own, and leaves nothing behind', async () => {
    const { id } = await insertApp();
    let answerFirst: (value?: unknown) => void = () => undefined;
    const { calls, fetchToken } = endpoint(
      { outcome: refused, wait: new Promise((resolve) => (answerFirst = resolve)) },
      { token: 'second' },
    );
    const here = Promise.allSettled(many(5, () => tokenSource(id, fetchToken).get()));
    await vi.waitFor(() => expect(calls.count).toBe(1));
    const there = inOtherProcess(() => Promise.all(many(5, () => tokenSource(id, fetchToken).get())));
    answerFirst();
    expect(new Set((await here).map(({ status }) => status))).toEqual(new Set(['rejected']));
    expect(new Set(await there)).toEqual(new Set(['second']));
    expect(calls.count).toBe(2);
  });
});

describe('a token that was fetched beside a refresh', () => {
  test('takes the place of the stored one, which it may have ended', async () => {
    const { id } = await insertApp();
    const { calls, fetchToken } = endpoint({});
    await tokenSource(id, fetchToken).get();
    await keepToken(id, { kind: 'token', accessToken: 'tested', expiresInSeconds: 7200 }, clock.now());
    expect(await tokenSource(id, fetchToken).get()).toBe('tested');
    expect(calls.count).toBe(1);
  });
});

describe('what remains of a token', () => {
  test.each([
    [7200, 6899, 6901],
    [300, 149, 151],
    [10, 4, 6],
  ])('of %i seconds is used for %i and not for %i', async (seconds, stillSeconds, pastSeconds) => {
    const { id } = await insertApp();
    const { calls, fetchToken } = endpoint({ seconds });
    const { get } = tokenSource(id, fetchToken);
    await get();
    await atLater(stillSeconds * 1000 - 800, get);
    expect(calls.count).toBe(1);
    await atLater(pastSeconds * 1000, get);
    expect(calls.count).toBe(2);
  });

  test('counts from the question, so that a slow answer lives no longer', async () => {
    const { id } = await insertApp();
    const asked = new Date();
    const { calls, fetchToken } = endpoint({ seconds: 20 });
    const slowly = async () => {
      vi.mocked(clock.now).mockReturnValue(new Date(asked.getTime() + 9_000));
      return fetchToken();
    };
    vi.spyOn(clock, 'now').mockReturnValue(asked);
    await tokenSource(id, slowly).get();
    vi.mocked(clock.now).mockReturnValue(new Date(asked.getTime() + 10_001));
    await tokenSource(id, fetchToken).get();
    vi.mocked(clock.now).mockRestore();
    expect(calls.count).toBe(2);
  });
});

describe('events', () => {
  test('tell a replaced token from one that ended early, newest first, and no more than fifty stay', async () => {
    const { id } = await insertApp();
    const { fetchToken } = endpoint({});
    for (let count = 0; count < TOKEN_EVENTS_MAX + 3; count += 1) {
      const source = tokenSource(id, fetchToken);
      await source.replace(await source.get(), count === TOKEN_EVENTS_MAX + 2 ? 42001 : 40014);
    }
    expect(await db().tokenEvent.count({ where: { miniProgramId: id } })).toBe(TOKEN_EVENTS_MAX);
    const shown = (await listTokenEvents(admin)).get(id);
    expect(shown?.map(({ kind }) => kind)).toEqual(['expiredEarly', ...many(4, () => 'replaced')]);
  });

  test('are not for a token whose time was up anyway', async () => {
    const { id } = await insertApp();
    const source = tokenSource(id, endpoint({}).fetchToken);
    const token = await source.get();
    await atLater(7_000_000, () => source.replace(token, 42001));
    expect(await db().tokenEvent.count({ where: { miniProgramId: id } })).toBe(0);
  });

  test('are shown to administrators only', async () => {
    await expect(listTokenEvents(await insertActor('OPERATOR'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('an attempt at a token', () => {
  const busy: TokenOutcome = { kind: 'refused', errcode: -1, errmsg: 'system error', rid: null };

  test('is repeated twice when WeChat is busy, and not at all when it refuses', async () => {
    const twice = endpoint({ outcome: busy }, { outcome: busy }, {});
    expect(await fetchPatiently(twice.fetchToken)).toMatchObject({ accessToken: 'token 3' });
    const forever = endpoint({ outcome: busy });
    expect(await fetchPatiently(forever.fetchToken)).toEqual(busy);
    expect(forever.calls.count).toBe(3);
    const final = endpoint({ outcome: refused });
    expect(await fetchPatiently(final.fetchToken)).toEqual(refused);
    expect(final.calls.count).toBe(1);
  });
});
