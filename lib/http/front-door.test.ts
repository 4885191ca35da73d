import { once } from 'node:events';
import { request as send, type IncomingMessage, type RequestOptions, type Server } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFrontDoor } from './front-door';

const KB = 1024;
const MB = 1024 * KB;

/** Stands for Next: reads the whole body and says how much it was and where it was sent. */
const handled = vi.fn<(request: IncomingMessage) => Promise<string>>();

async function readAll(request: IncomingMessage): Promise<string> {
  let bytes = 0;
  for await (const chunk of request) bytes += chunk.length;
  return `${request.url} ${bytes}`;
}

let server: Server;
let port: number;

beforeEach(async () => {
  handled.mockReset().mockImplementation(readAll);
  server = createFrontDoor(async (request, response) => {
    const text = await handled(request).catch(() => undefined);
    if (text !== undefined) response.end(text);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

type Answer = { status: number; body: string; headers: IncomingMessage['headers'] };

async function answerOf(response: IncomingMessage): Promise<Answer> {
  let body = '';
  for await (const chunk of response) body += chunk;
  return { status: response.statusCode ?? 0, body, headers: response.headers };
}

function* piecesOf(bytes: number): Generator<Buffer> {
  const piece = Buffer.alloc(64 * KB, 'a');
  for (let left = bytes; left > 0; left -= piece.length) yield piece.subarray(0, left);
}

/** Sends a body in pieces of 64 kB, as fast as they are taken. */
async function post(path: string, bytes: number, options: RequestOptions = {}): Promise<Answer> {
  const request = send({ port, host: '127.0.0.1', path, method: 'POST', agent: false, ...options });
  const answer = once(request, 'response').then(([response]) => answerOf(response));
  // The server may end the connection before all is sent.
  await Promise.all([answer, pipeline(piecesOf(bytes), request).catch(() => undefined)]);
  return answer;
}

const announced = (bytes: number) => ({ 'content-length': bytes });

test.each([
  ['/api/auth/callback/credentials', 16 * KB, '16 KB'],
  ['/sign-in', 16 * KB, '16 KB'],
  ['/setup', 16 * KB, '16 KB'],
  ['/sandbox/wechat/wxa/getwxacodeunlimit', 64 * KB, '64 KB'],
  ['/api/exports', 512 * KB, '512 KB'],
  ['/codes', 512 * KB, '512 KB'],
  ['/batches/new?from=1', 25 * MB, '25 MB'],
])('a body for %s may have %i bytes, and not one more', async (path, max, said) => {
  expect(await post(path, max, { headers: announced(max) })).toMatchObject({
    status: 200,
    body: `${path} ${max}`,
  });
  expect(await post(path, max)).toMatchObject({ status: 200, body: `${path} ${max}` });
  handled.mockClear();
  const refused = await post(path, max + 1, { headers: { ...announced(max + 1), 'accept-language': 'en' } });
  expect(refused).toMatchObject({ status: 413, headers: { connection: 'close' } });
  expect(refused.body).toContain(said);
  expect(handled).not.toHaveBeenCalled();
  expect(await post(path, max + 1)).toMatchObject({ status: 413 });
});

test('50 MB are refused before any of it is sent on, three at once, and the answer arrives', async () => {
  const sent = [1, 2, 3].map(() =>
    post('/api/auth/callback/credentials', 50 * MB, { headers: announced(50 * MB) }),
  );
  for (const answer of await Promise.all(sent)) {
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.body).error).toMatchObject({
      code: 'TOO_LARGE',
      message: expect.stringContaining('16 KB'),
    });
  }
  expect(handled).not.toHaveBeenCalled();
});

test('of a body without a length nothing is passed on after the limit', async () => {
  const passed: number[] = [];
  handled.mockImplementation(async (request) => {
    let bytes = 0;
    try {
      for await (const chunk of request) bytes += chunk.length;
    } finally {
      passed.push(bytes);
    }
    return '';
  });
  const answers = await Promise.all([1, 2, 3].map(() => post('/setup', 50 * MB)));
  expect(answers.map(({ status }) => status)).toEqual([413, 413, 413]);
  await expect.poll(() => passed.length).toBe(3);
  expect(Math.max(...passed)).toBeLessThanOrEqual(16 * KB);
});

test('a client that asks before it sends is told before it sends', async () => {
  const ask = async (bytes: number) => {
    const headers = { ...announced(bytes), expect: '100-continue' };
    const request = send({
      port,
      host: '127.0.0.1',
      path: '/sign-in',
      method: 'POST',
      agent: false,
      headers,
    });
    const told = vi.fn();
    request.on('continue', told).on('continue', () => request.end(Buffer.alloc(bytes, 'a')));
    request.flushHeaders();
    const [response] = await once(request, 'response');
    const { status } = await answerOf(response);
    request.destroy();
    return { status, told: told.mock.calls.length };
  };
  expect(await ask(50 * MB)).toEqual({ status: 413, told: 0 });
  expect(await ask(10)).toEqual({ status: 200, told: 1 });
});

test('refusals speak the language of the cookie, else of the browser, in the form of the door', async () => {
  const refused = (path: string, headers: Record<string, string>) =>
    post(path, 600 * KB, { headers: { ...announced(600 * KB), ...headers } });
  const chinese = await refused('/codes', { 'accept-language': 'en', cookie: 'a=b; suncode_locale=zh-CN' });
  expect(chinese.headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(chinese.body).toBe('发送的内容太大，这里最多 512 KB。没有保存任何东西。');
  const english = await refused('/api/exports', { 'accept-language': 'en-GB,en;q=0.9' });
  expect(JSON.parse(english.body).error.message).toBe(
    'Too much was sent: 512 KB at most here. Nothing was saved.',
  );
});

test.each(['/codes/%zz', '/codes/%00', '/codes/%ed%a0%80', '/%', '/codes/%c0%af'])(
  'a path that cannot be read is one of no page: %s',
  async (path) => {
    const page = await post(path, 0, { method: 'GET' });
    expect(page).toMatchObject({ status: 200, body: '/no-such-page 0' });
    handled.mockClear();
    expect(await post(`/api${path}`, 0, { method: 'GET' })).toMatchObject({ status: 404 });
    expect(await post(path, 10)).toMatchObject({ status: 404 });
    expect(handled).not.toHaveBeenCalled();
  },
);

test('a query that is not percent-encoded well is passed on as it is', async () => {
  expect(await post('/codes?q=100%&a=%zz', 0, { method: 'GET' })).toMatchObject({
    body: '/codes?q=100%&a=%zz 0',
  });
});
