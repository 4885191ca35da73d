import { describe, expect, test, vi } from 'vitest';

import { generateCode } from './client';
import type { GenerateCode, TokenSource } from './client';
import { jpegPicture } from './loopback.fixture';
import { codeParametersSchema } from '@/lib/wechat/rules/parameters';
import type { Transport } from './transport';

const parameters = codeParametersSchema({ pathMaxBytes: 128 }).parse({
  endpoint: 'getwxacode',
  path: 'pages/a',
});
const jpeg = new Uint8Array(await jpegPicture());

type Step = () => Response | Promise<Response>;

const picture: Step = () => new Response(Buffer.from(jpeg), { headers: { 'content-type': 'image/jpeg' } });
const broken: Step = () => Promise.reject(Object.assign(new Error('x'), { code: 'ECONNRESET' }));
function refusal(errcode: number, errmsg = 'text'): Step {
  return () => Response.json({ errcode, errmsg });
}
function status(code: number): Step {
  return () => new Response('', { status: code });
}

/** Plays one step per call, the last one for ever, and notes the token of each call. */
function play(steps: Step[], overrides: Partial<GenerateCode> = {}) {
  const used: string[] = [];
  const pauses: number[] = [];
  const replaced: string[] = [];
  const transport: Transport = async (url) => {
    used.push(new URL(url).searchParams.get('access_token') ?? '');
    return (steps[Math.min(used.length, steps.length) - 1] ?? picture)();
  };
  const tokenSource: TokenSource = {
    get: async () => 'first',
    replace: async (stale) => {
      replaced.push(stale);
      return 'second';
    },
  };
  const sleep = async (durationMs: number) => pauses.push(durationMs);
  const retry = { random: () => 0.5, sleep };
  const outcome = generateCode({
    parameters,
    tokenSource,
    transport,
    baseUrl: 'http://wechat.invalid',
    retry,
    ...overrides,
  });
  return { outcome, used, pauses, replaced };
}

describe('a stale token', () => {
  test.each([40001, 40014, 42001])('is replaced once after %i', async (errcode) => {
    const { outcome, used, replaced, pauses } = play([refusal(errcode), picture]);
    expect(await outcome).toMatchObject({ kind: 'picture', attempts: 2 });
    expect({ used, replaced, pauses }).toEqual({
      used: ['first', 'second'],
      replaced: ['first'],
      pauses: [],
    });
  });

  test('is replaced only once: the second refusal is final', async () => {
    const { outcome, used, replaced } = play([refusal(40001)]);
    expect(await outcome).toMatchObject({ kind: 'refused', errcode: 40001, attempts: 2 });
    expect({ used, replaced }).toEqual({ used: ['first', 'second'], replaced: ['first'] });
  });
});

describe('a passing fault', () => {
  test('is repeated twice with growing pauses', async () => {
    const { outcome, pauses } = play([refusal(-1), refusal(-1), picture]);
    expect(await outcome).toMatchObject({ kind: 'picture', attempts: 3 });
    expect(pauses).toEqual([750, 1500]);
  });

  test('without end is repeated no more than that', async () => {
    const { outcome, pauses } = play([refusal(-1)]);
    expect(await outcome).toMatchObject({ kind: 'refused', errcode: -1, attempts: 3 });
    expect(pauses).toHaveLength(2);
  });

  test.each([
    ['a reset connection', broken],
    ['HTTP 502', status(502)],
  ])('may be %s', async (_name, step) => {
    expect(await play([step, picture]).outcome).toMatchObject({ kind: 'picture', attempts: 2 });
  });

  test('may be a hanging attempt, as long as the deadline leaves room for another', async () => {
    const hanging: Step = () => new Promise(() => undefined);
    const { outcome } = play([hanging, picture], { attemptMs: 20 });
    expect(await outcome).toMatchObject({ kind: 'picture', attempts: 2 });
  });

  test('ends with the deadline', async () => {
    const hanging: Step = () => new Promise(() => undefined);
    const { outcome, pauses } = play([hanging], { deadlineMs: 40 });
    expect(await outcome).toMatchObject({ kind: 'uncertain', reason: 'timeout', attempts: 1 });
    expect(pauses).toEqual([]);
  });

  test('and a stale token together make four calls at most', async () => {
    const { outcome } = play([refusal(-1), refusal(40001), refusal(-1), refusal(42001)]);
    expect(await outcome).toMatchObject({ kind: 'refused', errcode: 42001, attempts: 4 });
  });
});

describe('what is final', () => {
  test.each([45009, 45011, 45029, 41030, 40129, 12345])('is %i at once', async (errcode) => {
    expect(await play([refusal(errcode)]).outcome).toMatchObject({ kind: 'refused', errcode, attempts: 1 });
  });

  test.each([
    ['an empty answer', status(200), 'empty'],
    ['HTTP 412', status(412), 'http'],
    ['half a picture', () => new Response(Buffer.from(jpeg.slice(0, 5000))), 'truncated'],
  ])('is %s', async (_name, step, reason) => {
    expect(await play([step]).outcome).toMatchObject({ kind: 'uncertain', reason, attempts: 1 });
  });
});

describe('an attempt that WeChat may have made the code in', () => {
  const noted = async (steps: Step[]) => {
    let unanswered = 0;
    const outcome = await play(steps, { onUnanswered: () => (unanswered += 1) }).outcome;
    return { kind: outcome.kind, unanswered };
  };

  test('is told of, whatever comes after it', async () => {
    expect(await noted([broken, refusal(45009)])).toEqual({ kind: 'refused', unanswered: 1 });
    expect(await noted([broken, status(502), picture])).toEqual({ kind: 'picture', unanswered: 2 });
    expect(await noted([status(200)])).toEqual({ kind: 'uncertain', unanswered: 1 });
  });

  test('is none that was answered, refused by the gateway or never sent', async () => {
    const unsent: Step = () => Promise.reject(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }));
    expect(await noted([refusal(-1), unsent, refusal(45009)])).toEqual({ kind: 'refused', unanswered: 0 });
    expect(await noted([status(412)])).toEqual({ kind: 'uncertain', unanswered: 0 });
  });
});

test('the token is in no outcome, even when WeChat repeats it', async () => {
  const echo = refusal(40001, 'bad token first and second, access_token=other');
  const outcome = await play([echo]).outcome;
  expect(outcome).toMatchObject({ errmsg: 'bad token first and ***, access_token=***' });
});

test('what the token source throws passes through', async () => {
  const tokenSource: TokenSource = {
    get: () => Promise.reject(new Error('no token today')),
    replace: async () => '',
  };
  await expect(play([picture], { tokenSource }).outcome).rejects.toThrow('no token today');
});

describe('the deadline', () => {
  const later = (durationMs: number) => new Promise<void>((resolve) => setTimeout(resolve, durationMs));

  test('ends a call whose new token has come too late', async () => {
    const replace = async () => later(60).then(() => 'second');
    const tokenSource: TokenSource = { get: async () => 'first', replace };
    const { outcome, used } = play([refusal(40001), picture], { tokenSource, deadlineMs: 40 });
    expect(await outcome).toMatchObject({ kind: 'refused', errcode: 40001, attempts: 1 });
    expect(used).toEqual(['first']);
  });

  test('stands still while a call waits for its turn', async () => {
    const turns: number[] = [];
    const beforeCall = async (attempt: number) => {
      turns.push(attempt);
      await later(60);
    };
    const { outcome } = play([refusal(40001), picture], { beforeCall, deadlineMs: 50 });
    expect(await outcome).toMatchObject({ kind: 'picture', attempts: 2 });
    expect(turns).toEqual([1, 2]);
  });

  test('leaves no pause that would outlast it', async () => {
    const { outcome, pauses } = play([refusal(-1)], { deadlineMs: 1000 });
    expect(await outcome).toMatchObject({ errcode: -1, attempts: 2 });
    expect(pauses).toEqual([750]);
  });
});

describe('each attempt', () => {
  test('is told of, with how it ended and how many seconds it took', async () => {
    const told: [string, number][] = [];
    const onAttempt: GenerateCode['onAttempt'] = ({ kind }, seconds) => void told.push([kind, seconds]);
    const slow: Step = () =>
      new Promise((resolve) => setTimeout(() => resolve(Response.json({ errcode: -1 })), 30));
    await play([slow, picture], { onAttempt }).outcome;
    expect(told.map(([kind]) => kind)).toEqual(['refused', 'picture']);
    expect(told[0]?.[1]).toBeGreaterThan(0.02);
    expect(told[0]?.[1]).toBeLessThan(5);
  });

  test('tells the source which token was refused, and why', async () => {
    const refused: unknown[] = [];
    const tokenSource: TokenSource = {
      get: async () => 'first',
      replace: async (stale, errcode) => (refused.push(stale, errcode), 'second'),
    };
    await play([refusal(42001), picture], { tokenSource }).outcome;
    expect(refused).toEqual(['first', 42001]);
  });

  test('takes a picture of eight megabytes, and none that is larger', async () => {
    const sized =
      (bytes: number): Step =>
      () =>
        new Response(new Uint8Array(bytes));
    const most = 8 * 1024 * 1024;
    const detail = `${most} bytes, no media type`;
    expect(await play([sized(most)]).outcome).toMatchObject({ reason: 'unreadable', detail });
    const tooLarge = `answer is larger than ${most} bytes`;
    expect(await play([sized(most + 1)]).outcome).toMatchObject({ reason: 'unreadable', detail: tooLarge });
  });

  test.each([
    ['twelve seconds for one', {}, 12_000],
    ['what is left of the time for all', { deadlineMs: 5000 }, 5000],
  ])('has %s', async (_name, given, mostMs) => {
    vi.useFakeTimers();
    const hanging: Step = () => new Promise(() => undefined);
    const { outcome } = play([hanging, picture], given);
    await vi.advanceTimersByTimeAsync(mostMs);
    const said = await outcome;
    vi.useRealTimers();
    const isOver = mostMs === 5000;
    expect(said).toMatchObject(
      isOver ? { reason: 'timeout', attempts: 1 } : { kind: 'picture', attempts: 2 },
    );
    if (said.kind === 'uncertain') expect(said.detail).toBe(`no complete answer within ${mostMs} ms`);
  });
});
