import { once } from 'node:events';
import {
  Agent,
  request as send,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import { pipeline } from 'node:stream/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { saysStopping } from '@/lib/http/stopping';
import { createFrontDoor } from './front-door';

const KB = 1024;
const MB = 1024 * KB;

const MEMBER = 'somebody=signed-in';
/** As a browser sends a form, and as somebody who is signed in. */
const FORM = { 'content-type': 'application/x-www-form-urlencoded', cookie: MEMBER };

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
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const text = await handled(request).catch(() => undefined);
    if (text !== undefined) response.end(text);
  };
  server = createFrontDoor(handle, async ({ headers }) => headers.cookie?.includes(MEMBER) ?? false);
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
async function post(path: string, bytes: number, headers: OutgoingHttpHeaders = {}): Promise<Answer> {
  return sendTo('POST', path, { bytes, headers: { ...FORM, ...headers } });
}

async function sendTo(
  method: string,
  path: string,
  { bytes, headers }: { bytes: number; headers: OutgoingHttpHeaders },
): Promise<Answer> {
  const request = send({ port, host: '127.0.0.1', path, method, agent: false, headers });
  const answer = once(request, 'response').then(([response]) => answerOf(response));
  // The server may end the connection before all is sent.
  await Promise.all([answer, pipeline(piecesOf(bytes), request).catch(() => undefined)]);
  return answer;
}

const get = (path: string) => sendTo('GET', path, { bytes: 0, headers: {} });

const announced = (bytes: number) => ({ 'content-length': bytes });

test.each([
  ['/api/auth/callback/credentials', 16 * KB, '16 KB'],
  ['/sign-in', 16 * KB, '16 KB'],
  ['/setup', 16 * KB, '16 KB'],
  ['/join?token=t', 16 * KB, '16 KB'],
  ['/reset?token=t', 16 * KB, '16 KB'],
  ['/forgot', 16 * KB, '16 KB'],
  ['/sandbox/wechat/wxa/getwxacodeunlimit', 64 * KB, '64 KB'],
  ['/api/exports', 512 * KB, '512 KB'],
  ['/codes', 512 * KB, '512 KB'],
  ['/batches/new?from=1', 25 * MB, '25 MB'],
  ['/api/v1/batches', 8 * MB, '8 MB'],
  ['/api/v1/batches/file', 25 * MB, '25 MB'],
])('a body for %s may have %i bytes, and not one more', async (path, max, said) => {
  expect(await post(path, max, announced(max))).toMatchObject({
    status: 200,
    body: `${path} ${max}`,
  });
  expect(await post(path, max)).toMatchObject({ status: 200, body: `${path} ${max}` });
  handled.mockClear();
  const refused = await post(path, max + 1, { ...announced(max + 1), 'accept-language': 'en' });
  expect(refused).toMatchObject({ status: 413, headers: { connection: 'close' } });
  expect(refused.body).toContain(said);
  expect(handled).not.toHaveBeenCalled();
  expect(await post(path, max + 1)).toMatchObject({ status: 413 });
});

test.each([
  ['/api/v1/codes', 1 * MB],
  ['/mcp', 8 * MB],
])('a program whose body for %s is too large gets a problem document', async (path, max) => {
  const refused = await post(path, max + 1, { ...announced(max + 1), 'accept-language': 'en' });
  expect(refused.headers['content-type']).toContain('application/problem+json');
  expect(JSON.parse(refused.body)).toMatchObject({
    status: 413,
    code: 'TOO_LARGE',
    type: expect.any(String),
  });
});

test('50 MB are refused before any of it is sent on, three at once, and the answer arrives', async () => {
  const sent = [1, 2, 3].map(() => post('/api/auth/callback/credentials', 50 * MB, announced(50 * MB)));
  for (const answer of await Promise.all(sent)) {
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.body).error).toMatchObject({
      code: 'TOO_LARGE',
      message: expect.stringContaining('16 KB'),
    });
  }
  expect(handled).not.toHaveBeenCalled();
});

/** Sends a body of no announced length whose first byte has arrived before the rest is sent. @returns also what was passed on */
async function postInTwo(path: string, bytes: number, cookie: string): Promise<Answer & { passed: number }> {
  let passed = 0;
  let begun = () => {};
  const first = new Promise<void>((resolve) => (begun = resolve));
  const ended = new Promise<void>((resolve) => {
    handled.mockImplementation(async (request) => {
      try {
        for await (const chunk of request) {
          passed += chunk.length;
          begun();
        }
      } finally {
        resolve();
      }
      return '';
    });
  });
  const headers = { ...FORM, cookie };
  const request = send({ port, host: '127.0.0.1', path, method: 'POST', agent: false, headers });
  const answer = once(request, 'response').then(([response]) => answerOf(response));
  request.write('a');
  await first;
  await Promise.all([answer, pipeline(piecesOf(bytes - 1), request).catch(() => undefined), ended]);
  return { ...(await answer), passed };
}

test('of a body without a length nothing is passed on after the limit', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => post('/setup', 50 * MB)));
  expect(answers.map(({ status }) => status)).toEqual([413, 413, 413]);
  const { status, passed } = await postInTwo('/setup', 50 * MB, MEMBER);
  expect(status).toBe(413);
  expect(passed).toBeLessThanOrEqual(16 * KB);
});

test('a client that asks before it sends is told before it sends', async () => {
  const ask = async (bytes: number) => {
    const headers = { ...FORM, ...announced(bytes), expect: '100-continue' };
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
    post(path, 600 * KB, { ...announced(600 * KB), cookie: MEMBER, ...headers });
  const chinese = await refused('/codes', {
    'accept-language': 'en',
    cookie: `${MEMBER}; suncode_locale=zh-CN`,
  });
  expect(chinese.headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(chinese.body).toBe('发送的内容太大，这里最多 512 KB。没有保存任何东西。');
  const english = await refused('/api/exports', { 'accept-language': 'en-GB,en;q=0.9' });
  expect(JSON.parse(english.body).error.message).toBe(
    'Too much was sent: the limit is 512 KB. Nothing was saved.',
  );
});

test.each(['/codes/%zz', '/codes/%00', '/codes/%ed%a0%80', '/%', '/codes/%c0%af'])(
  'a path that cannot be read is one of no page: %s',
  async (path) => {
    const page = await get(path);
    expect(page).toMatchObject({ status: 200, body: '/no-such-page 0' });
    handled.mockClear();
    expect(await get(`/api${path}`)).toMatchObject({ status: 404 });
    expect(await post(path, 10)).toMatchObject({ status: 404 });
    expect(handled).not.toHaveBeenCalled();
  },
);

test('a query that is not percent-encoded well is passed on as it is', async () => {
  expect(await get('/codes?q=100%&a=%zz')).toMatchObject({
    body: '/codes?q=100%&a=%zz 0',
  });
});

test.each(['/batches/new', '/codes', '/api/exports', '/nowhere'])(
  'of strangers no more is taken than a form has, and they are told to sign in: %s',
  async (path) => {
    const stranger = { cookie: '' };
    for (const headers of [stranger, { ...stranger, ...announced(16 * KB) }])
      expect(await post(path, 16 * KB, headers)).toMatchObject({ status: 200, body: `${path} ${16 * KB}` });
    handled.mockClear();
    const announcedBody = await post(path, 20 * MB, { ...stranger, ...announced(20 * MB) });
    expect(announcedBody).toMatchObject({ status: 401, headers: { connection: 'close' } });
    expect(handled).not.toHaveBeenCalled();
    expect(await post(path, 20 * MB, stranger)).toMatchObject({ status: 401 });
    const { status, passed } = await postInTwo(path, 20 * MB, '');
    expect(status).toBe(401);
    expect(passed).toBeLessThanOrEqual(16 * KB);
  },
);

test('what is posted to a page and is neither a form nor the call of an action is not looked at', async () => {
  for (const type of [
    'multipart/form-data; boundary=x',
    'Multipart/Form-Data',
    'text/plain',
    'application/json',
    '',
  ])
    for (const path of ['/codes', '/sign-in', '/nowhere'])
      expect(await post(path, 10, { 'content-type': type }), `${type} ${path}`).toMatchObject({
        status: 400,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
      });
  expect(handled).not.toHaveBeenCalled();
  expect(await post('/api/exports', 10, { 'content-type': 'multipart/form-data' })).toMatchObject({
    status: 200,
  });
});

test('a method that no request of a page has is refused', async () => {
  for (const path of ['/codes', '/api/codes', '/sandbox/wechat/x'])
    expect(await sendTo('TRACE', path, { bytes: 0, headers: {} }), path).toMatchObject({ status: 400 });
  expect(handled).not.toHaveBeenCalled();
});

describe('headers', () => {
  const SHARED = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('camera=()'),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };

  afterEach(() => {
    vi.unstubAllEnvs();
    vi.resetModules();
  });

  test('let nothing that is no page be one, or stand in one', async () => {
    for (const path of ['/api/codes', '/api/%zz', '/sandbox/wechat/x'])
      expect((await get(path)).headers['content-security-policy'], path).toMatch(
        /default-src 'none';.*frame-ancestors 'none';.*sandbox/,
      );
    expect((await get('/codes')).headers['content-security-policy']).toBeUndefined();
  });

  test('are those of every answer, a refusal included', async () => {
    expect((await get('/codes')).headers).toMatchObject(SHARED);
    const refused = await post('/api/exports', 0, announced(MB));
    expect(refused).toMatchObject({ status: 413, headers: SHARED });
    expect(refused.headers['strict-transport-security']).toBeUndefined();
  });

  test.each([
    ['off', 'max-age=31536000'],
    ['on', 'max-age=31536000; includeSubDomains'],
  ])(
    'tell browsers to stay with https where people open Suncode by it, hosts below: %s',
    async (below, said) => {
      vi.stubEnv('APP_URL', 'https://codes.suncode.test');
      vi.stubEnv('HSTS_SUBDOMAINS', below);
      vi.resetModules();
      const fresh = await import('./front-door');
      const secure = fresh.createFrontDoor(
        async (_request, response) => void response.end(),
        async () => false,
      );
      await once(secure.listen(0, '127.0.0.1'), 'listening');
      const address = secure.address();
      port = typeof address === 'object' && address ? address.port : 0;
      const { headers } = await get('/codes');
      secure.close();
      expect(headers['strict-transport-security']).toBe(said);
    },
  );
});

/** @returns the headers of an answer to a client that would keep the connection */
async function keptAlive(): Promise<IncomingMessage['headers']> {
  const agent = new Agent({ keepAlive: true });
  const request = send({ port, host: '127.0.0.1', path: '/codes', agent });
  request.end();
  const [response] = await once(request, 'response');
  const { headers } = await answerOf(response);
  agent.destroy();
  return headers;
}

test('a process that is about to end lets go of each connection with its answer', async () => {
  expect((await keptAlive()).connection).toBe('keep-alive');
  saysStopping(true);
  expect((await keptAlive()).connection).toBe('close');
  saysStopping(false);
});

test('a connection that nobody uses is ended by the proxy, which knows what it is about to send', async () => {
  const headers = await keptAlive();
  // Caddy's two minutes are the longest of those in docs/proxies.
  expect(Number(/timeout=(\d+)/.exec(String(headers['keep-alive']))?.[1])).toBeGreaterThan(120);
});
