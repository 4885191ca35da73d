import { describe, expect, test } from 'vitest';

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
