import { describe, expect, test } from 'vitest';
import { exchange, type Exchange } from './exchange';
import { AnswerTooLargeError, readLimited, type Transport } from './transport';

const call = (transport: Transport, given: Partial<Exchange> = {}) =>
  exchange({ transport, url: 'http://x', init: { method: 'GET' }, deadlineMs: 5000, maxBytes: 10, ...given });
const coded = (code: unknown, cause?: unknown) =>
  Object.assign(new Error('http://x/?token=90', { cause }), { code });
const failing = async (error: unknown) => call(() => Promise.reject(error));

describe('a fault of the network', () => {
  test.each([
    ...['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL'],
    ...['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_INVALID_ARG', 'ERR_INVALID_URL', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ...[
      'CERT_HAS_EXPIRED',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'SELF_SIGNED_CERT_IN_CHAIN',
      'UNABLE_TO_GET_ISSUER_CERT',
    ],
  ])('%s comes before anything is sent', async (code) => {
    const outcome = { kind: 'uncertain', reason: 'network', detail: code, sent: false };
    expect(await failing(coded(code))).toEqual(outcome);
    expect(await failing(new TypeError('fetch failed', { cause: coded(code) }))).toEqual(outcome);
  });

  test.each(['ECONNRESET', 'UND_ERR_SOCKET', 'XENOTFOUND', 'ENOTFOUNDX', 'XEAI_AGAIN', 'MY_CERT_1'])(
    '%s may come after it',
    async (code) => {
      expect(await failing(coded(code))).toMatchObject({ detail: code, sent: true });
    },
  );

  test('of several addresses is before it when each of them is, and all are named once', async () => {
    const all = (...errors: unknown[]) => failing(new TypeError('x', { cause: new AggregateError(errors) }));
    const refused = coded('ECONNREFUSED');
    expect(await all(refused, coded('ENETUNREACH'), refused)).toMatchObject({
      ...{ detail: 'ECONNREFUSED, ENETUNREACH', sent: false },
    });
    expect(await all(refused, coded('ECONNRESET'))).toMatchObject({
      ...{ detail: 'ECONNREFUSED, ECONNRESET', sent: true },
    });
  });

  test('without a code, or with one that is no name, says nothing of the address', async () => {
    const nameless = { kind: 'uncertain', reason: 'network', detail: 'connection failed', sent: true };
    for (const code of [7, 'http://x/?token=90', `${'E'.repeat(61)}`, '', 'E CONN'])
      expect(await failing(coded(code)), String(code)).toEqual(nameless);
    expect(await failing('http://x/?token=90')).toEqual(nameless);
    expect(await failing(coded('E'.repeat(60)))).toMatchObject({ detail: 'E'.repeat(60) });
  });

  test('is looked for behind its causes, four deep, and a circle of them ends', async () => {
    const behind = (depth: number, code: string): unknown =>
      depth === 0 ? coded(code) : new Error('x', { cause: behind(depth - 1, code) });
    expect(await failing(behind(3, 'ENOTFOUND'))).toMatchObject({ detail: 'ENOTFOUND' });
    expect(await failing(behind(4, 'ENOTFOUND'))).toMatchObject({ detail: 'connection failed' });
    const circle = coded('EPIPE');
    circle.cause = circle;
    expect(await failing(circle)).toMatchObject({ detail: 'EPIPE' });
  });

  test('is that the address is not allowed, and nothing was sent', async () => {
    expect(await failing(new Error('x', { cause: coded('ERR_PRIVATE_ADDRESS') }))).toEqual({
      ...{ kind: 'uncertain', reason: 'address', detail: 'ERR_PRIVATE_ADDRESS', sent: false },
    });
  });
});

describe('an exchange', () => {
  test('hands on what is asked, and reads the answer with its headers', async () => {
    const headers = { 'content-type': 'image/png', 'num-used': '7' };
    const asked: unknown[] = [];
    const answer = await call(async (url, { signal, ...init }) => {
      asked.push(url, init, signal instanceof AbortSignal);
      return new Response('1234567890', { status: 201, headers });
    });
    expect(asked).toEqual(['http://x', { method: 'GET' }, true]);
    const bytes = new TextEncoder().encode('1234567890');
    expect(answer).toEqual({ status: 201, contentType: 'image/png', numUsed: '7', bytes });
  });

  test('that takes too long says for how long, and stops the transfer', async () => {
    const aborted: boolean[] = [];
    const outcome = await call(
      (_url, { signal }) =>
        new Promise(() => signal?.addEventListener('abort', () => aborted.push(signal.aborted))),
      { deadlineMs: 20 },
    );
    expect(outcome).toEqual({
      ...{ kind: 'uncertain', reason: 'timeout', detail: 'no complete answer within 20 ms', sent: true },
    });
    expect(aborted).toEqual([true]);
  });

  test('takes no more than it may', async () => {
    const outcome = await call(async () => new Response('12345678901'));
    expect(outcome).toEqual({
      ...{ kind: 'uncertain', reason: 'unreadable', detail: 'answer is larger than 10 bytes', sent: true },
    });
  });
});

test('an answer is read as far as its limit', async () => {
  const bytes = new TextEncoder().encode('12345');
  expect(await readLimited(new Response('12345'), 5)).toEqual(bytes);
  await expect(readLimited(new Response('12345'), 4)).rejects.toEqual(new AnswerTooLargeError(4));
  expect(new AnswerTooLargeError(4)).toMatchObject({ name: 'AnswerTooLargeError', maxBytes: 4 });
  expect(await readLimited(new Response(null), 5)).toEqual(new Uint8Array());
});
