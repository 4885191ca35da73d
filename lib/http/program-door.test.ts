import { once } from 'node:events';
import { Agent, request as send, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { NEXT_STATUS, openProgramsDoor } from '@/lib/testing/doors/programs-door';

// What stands behind the doors is played here; what it answers is tried where it is.

const answer = vi.hoisted(() => vi.fn<(request: Request) => Promise<Response>>());
vi.mock('@/lib/api/answer', () => ({ answerProgram: answer }));
vi.mock('@/lib/gateway/gateway', () => ({ answerGateway: answer }));
vi.mock('@/lib/mcp/mcp', () => ({ answerAssistant: answer }));
const logged = vi.hoisted(() => vi.fn<(...told: unknown[]) => void>());
vi.mock('@/lib/log', () => ({
  log: () => ({ error: logged, info: () => undefined, debug: () => undefined }),
}));

let door: Awaited<ReturnType<typeof openProgramsDoor>>;
beforeAll(async () => {
  door = await openProgramsDoor();
});
afterAll(() => door.close());
beforeEach(() => {
  logged.mockReset();
  answer.mockReset().mockImplementation(async (request) => new Response(request.url));
});

type Sent = { method?: string; headers?: Record<string, string>; body?: string | Buffer; agent?: Agent };

function begin(path: string, { method = 'GET', headers = {}, agent }: Sent) {
  // A socket of its own: who leaves takes nobody along. Paths go as they stand, which `fetch` would not do.
  return send({ port: door.url.port, host: '127.0.0.1', path, method, headers, agent: agent ?? false });
}

async function ask(path: string, sent: Sent = {}) {
  const request = begin(path, sent);
  const [response]: IncomingMessage[] = await once(request.end(sent.body), 'response');
  if (!response) throw new Error('nothing came');
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { status: response.statusCode, headers: response.headers, bytes: Buffer.concat(chunks) };
}

const isAnswered = async (path: string, sent?: Sent) => (await ask(path, sent)).status !== NEXT_STATUS;

test.each([
  ['/api/v1/codes', true],
  ['/api/v1/codes/{codeId}', true],
  ['/api/v1/../v1/codes', true],
  ['/gateway/cgi-bin/token?appid=1', true],
  ['/mcp', true],
  // Of Next: what is to be led to another spelling, and whatever is of people.
  ['/api/v1/codes/', false],
  ['/api//v1/codes', false],
  ['/api/v1/\\codes', false],
  ['/mcp/', false],
  ['/api/v1', false],
  ['/gateway', false],
  ['/mcpx', false],
  ['/api/v1/%2e%2e/codes', false],
  ['/codes', false],
])('%s: answered here: %s', async (path, expected) => {
  const method = path === '/mcp' ? 'POST' : 'GET';
  expect(await isAnswered(path, { method })).toBe(expected);
});

test('method, address, headers and body arrive, and status and headers go back', async () => {
  answer.mockImplementation(async (request) => {
    const told = [
      request.method,
      new URL(request.url).search,
      request.headers.get('x-suncode-client-address'),
    ];
    return Response.json([...told, await request.text()], { status: 202, headers: { 'x-own': '1' } });
  });
  const sent = { method: 'PATCH', body: '桌码', headers: { 'x-suncode-client-address': 'made up' } };
  const { status, headers, bytes } = await ask('/api/v1/codes?a=1&a=2', sent);
  expect(JSON.parse(bytes.toString())).toEqual(['PATCH', '?a=1&a=2', '192.0.2.1', '桌码']);
  expect(status).toBe(202);
  expect(headers).toMatchObject({
    ...{ 'x-own': '1', 'content-type': 'application/json', 'x-content-type-options': 'nosniff' },
    ...{ 'content-security-policy': expect.any(String), 'x-request-id': expect.any(String) },
  });
});

test.each([
  ['/api/v1/codes', 'OPTIONS', 204, 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT'],
  ['/gateway/cgi-bin/token', 'OPTIONS', 204, 'GET, HEAD, OPTIONS, POST'],
  ['/gateway/cgi-bin/token', 'DELETE', 405, 'GET, HEAD, OPTIONS, POST'],
  ['/mcp', 'GET', 405, 'OPTIONS, POST'],
])('%s %s: %i, and which methods there are', async (path, method, ...[status, allow]) => {
  expect(await ask(path, { method })).toMatchObject({ status, headers: { allow } });
  expect(answer).not.toHaveBeenCalled();
});

test('HEAD gets the head alone', async () => {
  answer.mockResolvedValue(new Response('123', { headers: { 'content-length': '3' } }));
  const { headers, bytes } = await ask('/gateway/x', { method: 'HEAD' });
  expect(headers['content-length']).toBe('3');
  expect(bytes).toHaveLength(0);
  expect(answer.mock.calls[0]?.[0].method).toBe('GET');
});

test('HEAD makes nothing of a long file', async () => {
  const gone = new Promise((cancel) =>
    answer.mockResolvedValue(new Response(new ReadableStream({ cancel }))),
  );
  const { status, bytes } = await ask('/api/v1/exports/1/file', { method: 'HEAD' });
  expect([status, bytes.length]).toEqual([200, 0]);
  await gone;
});

test.each([
  ['application/json; charset=utf-8', 'gzip, deflate, br', true],
  ['application/problem+json', 'gzip', true],
  ['image/svg+xml', '*', true],
  ['text/csv', 'br, gzip;q=0.5', true],
  ['text/csv', 'br', false],
  ['text/csv', 'gzip;q=0', false],
  ['text/csv', '', false],
  ['image/jpeg', 'gzip', false],
  ['application/zip', 'gzip', false],
])('%s for who takes "%s" is packed: %s', async (type, accepted, isPacked) => {
  const text = '桌码'.repeat(1_000);
  const length = String(Buffer.byteLength(text));
  answer.mockResolvedValue(
    new Response(text, { headers: { 'content-type': type, 'content-length': length } }),
  );
  const { headers, bytes } = await ask('/api/v1/x', { headers: { 'accept-encoding': accepted } });
  expect(headers['content-encoding']).toBe(isPacked ? 'gzip' : undefined);
  expect(headers['content-length']).toBe(isPacked ? undefined : length);
  expect(headers.vary).toBe(/json|text|xml/.test(type) ? 'Accept-Encoding' : undefined);
  expect((isPacked ? gunzipSync(bytes) : bytes).toString()).toBe(text);
});

test('a body that nobody reads keeps nothing of who is asked next on the same connection', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  answer.mockResolvedValueOnce(new Response(null, { status: 401 }));
  const body = Buffer.alloc(900_000, 'a');
  expect(await ask('/api/v1/codes', { method: 'POST', body, agent })).toMatchObject({ status: 401 });
  expect(await ask('/api/v1/codes', { agent })).toMatchObject({ status: 200 });
  agent.destroy();
});

test('who is refused in the middle of a body is not waited for, which is no fault', async () => {
  let told: (outcome: string) => void;
  const read = new Promise<string>((resolve) => (told = resolve));
  answer.mockImplementationOnce(async (request) => {
    const outcome = await request.text().then(
      () => 'whole',
      () => 'broken off',
    );
    told(outcome);
    return new Response(outcome);
  });
  const request = begin('/api/v1/codes', { method: 'POST' });
  const answered = once(request, 'response');
  const body = Readable.from(Array.from({ length: 20 }, () => Buffer.alloc(64 * 1024, 'a')));
  await pipeline(body, request);
  const [response] = await answered;
  expect(response.statusCode).toBe(413);
  response.resume();
  expect(await read).toBe('broken off');
  await ask('/api/v1/x');
  expect(logged).not.toHaveBeenCalled();
});

test('who leaves ends the making of what was asked for, which is no fault', async () => {
  let parts = 0;
  const gone = new Promise((resolve) => {
    const pull = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
      parts += 1;
      controller.enqueue(new Uint8Array(64 * 1024));
    };
    answer.mockResolvedValue(new Response(new ReadableStream({ pull, cancel: resolve })));
  });
  const request = begin('/api/v1/exports/1/file', {});
  const [response] = await once(request.end(), 'response');
  response.destroy();
  await gone;
  expect(parts).toBeGreaterThan(0);
  answer.mockResolvedValue(new Response(null, { status: 204 }));
  await ask('/api/v1/x');
  expect(logged).not.toHaveBeenCalled();
});

test('what breaks off while it is sent, or before, is a fault, and ends the connection', async () => {
  const fault = new Error('the disk is gone');
  const pull = () => Promise.reject(fault);
  answer.mockRejectedValueOnce(fault);
  await expect(ask('/api/v1/codes')).rejects.toThrow();
  expect(logged).toHaveBeenCalledWith({ err: fault }, expect.any(String));
  logged.mockReset();
  answer.mockResolvedValue(new Response(new ReadableStream({ pull })));
  await expect(ask('/api/v1/exports/1/file')).rejects.toThrow();
  expect(logged).toHaveBeenCalledWith({ err: fault }, expect.any(String));
});
