import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noteOutcome } from '@/lib/http/caller';
import { createFrontDoor } from './front-door';

let server: Server;
let base: string;
let isOutage: boolean;

/** Stands for Next whose page failed: an empty shell, at once or in pieces, with a head of its own or without. */
async function fail({ url }: IncomingMessage, response: ServerResponse): Promise<void> {
  noteOutcome({ outcome: 'failed', isOutage });
  response.statusCode = 500;
  response.setHeader('content-security-policy', "default-src 'self'");
  if (url?.includes('head')) response.writeHead(500);
  if (!url?.includes('once')) response.write('<html id="shell">');
  response.end(url?.includes('once') ? '<html id="shell"></html>' : '</html>');
}

beforeEach(async () => {
  isOutage = true;
  server = createFrontDoor(fail, async () => false);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

test.each([
  ['zh-CN', '数据库暂时没有响应', '重试'],
  ['en', 'The database is not answering', 'Try again'],
])(
  'a page that failed because the database is away says so without a script (%s)',
  async (locale, title, again) => {
    const answer = await fetch(`${base}/codes?q=1`, { headers: { 'accept-language': locale } });
    const text = await answer.text();
    expect(answer.status).toBe(503);
    expect(text).toContain(`<h1>${title}</h1>`);
    expect(text).toContain(`<a href="">${again}</a>`);
    expect(text).toContain(answer.headers.get('x-request-id') ?? 'no id');
    expect(text).not.toContain('shell');
    expect(text).not.toContain('<script');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'retry-after': '10',
      'cache-control': 'no-store',
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
    });
  },
);

test.each(['once', 'head', 'head-once'])('however Next writes its own (%s)', async (way) => {
  const answer = await fetch(`${base}/codes?${way}`);
  expect(answer.status).toBe(503);
  expect(await answer.text()).toMatch(/^<!DOCTYPE html>[^]*<\/html>\n$/);
  expect((await fetch(`${base}/codes`)).status).toBe(503);
});

test('any other fault of a page stays what Next makes of it', async () => {
  isOutage = false;
  const answer = await fetch(`${base}/codes`);
  expect([answer.status, await answer.text()]).toEqual([500, '<html id="shell"></html>']);
  expect(answer.headers.get('content-security-policy')).toBe("default-src 'self'");
});

test('what is no page keeps its answer', async () => {
  const answer = await fetch(`${base}/api/codes`);
  expect([answer.status, await answer.text()]).toEqual([500, '<html id="shell"></html>']);
});
