import { once } from 'node:events';
import { request as send, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AppError } from '@/lib/errors';
import { callers, currentRequestId, noteOutcome } from '@/lib/http/caller';
import { CLIENT_ADDRESS_HEADER } from '@/lib/http/client-address';
import { errorResponse } from '@/lib/http/route';
import { createFrontDoor } from './front-door';

type Line = {
  requestId: string;
  path: string;
  door: string;
  outcome: string;
  status: number;
  address: string;
};

const logged = vi.hoisted(() => {
  const lines: { level: string; line: unknown }[] = [];
  return { lines };
});
vi.mock('@/lib/log', () => {
  const note = (level: string) => (line: unknown) => logged.lines.push({ level, line });
  return {
    log: () => ({ info: note('info'), debug: note('debug'), error: note('error'), warn: note('warn') }),
  };
});

vi.mock('next-intl/server', async () => (await import('@/lib/testing/server-texts')).serverTexts('zh-CN'));

let server: Server;
let port: number;
let handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;

beforeEach(async () => {
  logged.lines.length = 0;
  handle = async (_, response) => void response.end('ok');
  const gate = (request: IncomingMessage) => {
    request.headers[CLIENT_ADDRESS_HEADER] = '203.0.113.7';
    return false;
  };
  server = createFrontDoor(
    (request, response) => handle(request, response),
    async () => true,
    gate,
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

type Sent = { method?: string; path: string; headers?: Record<string, string> };

async function ask({ method = 'GET', path, headers = {} }: Sent): Promise<IncomingMessage> {
  const call = send({ port, host: '127.0.0.1', method, path, headers });
  const [answer]: IncomingMessage[] = await once(call.end(), 'response');
  if (!answer) throw new Error('no answer');
  await answer.resume().toArray();
  return answer;
}

const lineOf = () =>
  vi.waitFor(() => {
    expect(logged.lines).toHaveLength(1);
    return logged.lines[0];
  });

test('a request leaves one line, with the id that its answer carries and the work behind it knows', async () => {
  let known = '';
  handle = async (_, response) => {
    known = currentRequestId();
    response.end('ok');
  };
  const { headers } = await ask({ path: '/codes?q=secret', headers: { [CLIENT_ADDRESS_HEADER]: '6.6.6.6' } });
  expect(await lineOf()).toEqual({
    level: 'info',
    line: {
      ...{ requestId: headers['x-request-id'], method: 'GET', path: '/codes', door: 'page', status: 200 },
      ...{ outcome: 'ok', ms: expect.any(Number), address: '203.0.113.7', shownId: undefined },
    },
  });
  expect(known).toBe(headers['x-request-id']);
});

test.each<[Sent, Partial<Line> & { level: string }]>([
  [{ path: '/api/codes' }, { door: 'route', level: 'info' }],
  [{ path: '/api/auth/session' }, { door: 'auth', level: 'info' }],
  [{ path: '/sandbox/wechat/x' }, { door: 'sandbox', level: 'info' }],
  [{ path: '/_next/static/a.js' }, { door: 'asset', level: 'debug' }],
  [{ path: '/api/ready' }, { door: 'probe', level: 'debug' }],
  [{ path: '/metrics' }, { door: 'probe', level: 'debug' }],
  [{ path: '/metrics/x' }, { door: 'page', level: 'info' }],
  // Refused before anything knew who asks: an address that the client has made up is not written down.
  [
    { method: 'TRACE', path: '/', headers: { [CLIENT_ADDRESS_HEADER]: '6.6.6.6' } },
    { door: 'page', outcome: 'refused', address: 'unknown', level: 'info' },
  ],
])('%j is %j', async (sent, { level, ...line }) => {
  await ask(sent);
  expect(await lineOf()).toMatchObject({ level, line });
});

test.each([
  ['refused', () => noteOutcome({ outcome: 'refused' })],
  ['failed', () => noteOutcome({ outcome: 'failed' })],
])('an action that is %s is no success, though its answer is', async (outcome, note) => {
  handle = async (_, response) => {
    note();
    response.end('ok');
  };
  // As our own actions do before anything else; the door takes what says nothing for no action of ours.
  const { actionCalls } = await import('@/lib/http/entered');
  const inner = handle;
  handle = async (request, response) => {
    Object.assign(actionCalls().getStore() ?? {}, { entered: true });
    await inner(request, response);
  };
  await ask({ method: 'POST', path: '/codes', headers: { 'next-action': 'a' } });
  expect(await lineOf()).toMatchObject({ line: { door: 'action', outcome, status: 200 } });
});

test('a fault, and somebody who is gone before the answer, are told apart', async () => {
  handle = async (_, response) => void response.writeHead(500).end();
  await ask({ path: '/codes' });
  expect(await lineOf()).toMatchObject({ line: { outcome: 'failed' } });
  logged.lines.length = 0;
  let arrived = () => {};
  const there = new Promise<void>((resolve) => (arrived = resolve));
  handle = async () => arrived();
  const call = send({ port, host: '127.0.0.1', path: '/codes' }).on('error', () => undefined);
  call.end();
  await there;
  call.destroy();
  expect(await lineOf()).toMatchObject({ line: { outcome: 'aborted' } });
});

test('a fault of a route is shown under the id of its line', async () => {
  await callers().run({ address: 'x', requestId: 'the id' }, async () => {
    expect((await errorResponse(new AppError('NOT_FOUND'))).status).toBe(404);
    expect(JSON.stringify(await (await errorResponse(new Error('x'))).json())).toContain('the id');
  });
});
