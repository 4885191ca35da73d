import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { waitForServer } from './wait-for-server';

const PAGE = { headers: { rsc: '1' } };
const say = { away: vi.fn<() => void>(), back: vi.fn<() => void>() };

let server: Server;
let address: string;
let status = 200;
let stop: () => void;

beforeEach(async () => {
  status = 200;
  server = createServer((_, response) => response.writeHead(status).end());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const at = server.address();
  address = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`;
  say.away.mockReset();
  say.back.mockReset();
  stop = waitForServer(say);
});

afterEach(() => {
  stop();
  server.close();
});

const gone = async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
};

test.each([502, 503, 504])(
  'a page that a proxy answers with %i is asked for until it comes',
  async (code) => {
    status = code;
    const answer = window.fetch(address, PAGE);
    await vi.waitFor(() => expect(say.away).toHaveBeenCalled());
    expect(say.back).not.toHaveBeenCalled();
    status = 200;
    window.dispatchEvent(new Event('online'));
    expect((await answer).status).toBe(200);
    expect(say.back).toHaveBeenCalledOnce();
  },
);

test('a page of a server that is gone comes once it is there again', async () => {
  const { port } = new URL(address);
  await gone();
  const answer = window.fetch(address, PAGE);
  await vi.waitFor(() => expect(say.away).toHaveBeenCalled());
  await once(server.listen(Number(port), '127.0.0.1'), 'listening');
  window.dispatchEvent(new Event('online'));
  expect((await answer).status).toBe(200);
});

test('whatever else is answered is the answer, and is nothing to tell', async () => {
  status = 500;
  expect((await window.fetch(address, PAGE)).status).toBe(500);
  expect(say.away).not.toHaveBeenCalled();
  expect(say.back).not.toHaveBeenCalled();
});

test.each([
  ['a change', { method: 'POST', headers: { 'next-action': 'a' } }],
  ['what is fetched ahead', { headers: { rsc: '1', 'next-router-prefetch': '1' } }],
  ['a list', undefined],
])('%s fails at once', async (_, request) => {
  await gone();
  await expect(window.fetch(address, request)).rejects.toThrow();
  expect(say.away).not.toHaveBeenCalled();
});

test('one that is no longer wanted is not asked for again', async () => {
  await gone();
  const wish = new AbortController();
  const answer = window.fetch(address, { ...PAGE, signal: wish.signal });
  await vi.waitFor(() => expect(say.away).toHaveBeenCalledOnce());
  wish.abort();
  window.dispatchEvent(new Event('online'));
  await expect(answer).rejects.toThrow();
  expect(say.away).toHaveBeenCalledOnce();
});
