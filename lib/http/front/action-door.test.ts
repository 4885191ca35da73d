import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { enterAction } from '@/lib/http/entered';
import { createFrontDoor } from './front-door';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Calls an action of a server whose application answers as Next would. */
async function call(answer: Answer, init: RequestInit = {}): Promise<Response> {
  const server = createFrontDoor(
    async (request, response) => answer(request, response),
    async () => true,
  );
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const headers = { 'next-action': 'a', 'accept-language': 'en' };
  return fetch(`http://127.0.0.1:${port}/codes`, { method: 'POST', body: '["$F1"]', headers, ...init });
}

const FLIGHT = { 'content-type': 'text/x-component' };

/** Next sets the status, and writes what React gives it piece by piece; the first one writes the head. */
const fails: Answer = (_, response) => {
  response.statusCode = 500;
  response.setHeader('content-type', 'text/x-component');
  response.setHeader('content-encoding', 'gzip');
  response.write(gzipSync('0:E{"digest":"1"}'));
  response.write('more');
  response.end('the end');
};

test('what Next could not decode is a refusal in our shape, and nothing of its own answer is left', async () => {
  const response = await call(fails);
  expect(response.status).toBe(400);
  // Next's client hands on the text of exactly this type.
  expect(response.headers.get('content-type')).toBe('text/plain');
  expect(response.headers.get('content-encoding')).toBeNull();
  expect(await response.json()).toEqual({
    error: {
      code: 'UNREADABLE',
      message:
        'The server could not read what was sent, so nothing was changed. Reload the page and try again.',
      fields: {},
    },
  });
});

test('a fault inside an action stays a fault', async () => {
  const response = await call((request, response) => {
    enterAction();
    response.writeHead(500, FLIGHT).end('0:E{"digest":"1"}');
  });
  expect([response.status, await response.text()]).toEqual([500, '0:E{"digest":"1"}']);
});

test('an action that another page has, and refused, is refused; what it answered is passed on', async () => {
  const refused = await call((_, response) => {
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.end('{}');
  });
  expect(refused.status).toBe(400);
  const answered = await call((_, response) => response.writeHead(200, FLIGHT).end('0:{}'));
  expect([answered.status, await answered.text()]).toEqual([200, '0:{}']);
});

test('an id of another build tells the client so; one that none has is unreadable', async () => {
  const unknown =
    (status: number): Answer =>
    (_, response) => {
      response.setHeader('x-nextjs-action-not-found', '1');
      response.statusCode = status;
      response.end('Server Action unavailable.');
    };
  const outdated = await call(unknown(409));
  expect([outdated.status, outdated.headers.get('x-nextjs-action-not-found')]).toEqual([409, '1']);
  expect(await outdated.json()).toMatchObject({ error: { code: 'PAGE_OUTDATED' } });
  const nonsense = await call(unknown(400));
  expect(await nonsense.json()).toMatchObject({ error: { code: 'UNREADABLE' } });
});

test('faults of pages and routes are left alone', async () => {
  const page = await call(fails, { method: 'GET', body: null, headers: {} }).catch(() => undefined);
  expect(page?.status).toBe(500);
});
