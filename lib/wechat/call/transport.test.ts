import { once } from 'node:events';
import type { IncomingMessage, RequestListener } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import type { Answer } from './answer';
import { generateCode } from './client';
import type { GeneratedCode } from './client';
import { exchange } from './exchange';
import type { Loopback } from './loopback.fixture';
import { jpegPicture, readText, startLoopback } from './loopback.fixture';
import type { UncertainOutcome } from './outcome';
import { codeParametersSchema } from '@/lib/wechat/rules/parameters';
import type { CodeParametersInput } from '@/lib/wechat/rules/parameters';
import { createHttpTransport } from './transport';

const transport = createHttpTransport();
const open: Loopback[] = [];
let jpeg: Uint8Array;

beforeAll(async () => {
  jpeg = await jpegPicture();
});
afterEach(async () => {
  for (const loopback of open.splice(0)) await loopback.close();
});
afterAll(() => transport.close());

async function serve(listener: RequestListener): Promise<string> {
  const loopback = await startLoopback(listener);
  open.push(loopback);
  return loopback.baseUrl;
}

function ask(url: string, overrides: { deadlineMs?: number; maxBytes?: number } = {}) {
  const init = { method: 'POST', body: '{}' } as const;
  return exchange({ transport, url, init, deadlineMs: 5000, maxBytes: 1e6, ...overrides });
}

async function askListener(listener: RequestListener, overrides = {}): Promise<Answer | UncertainOutcome> {
  return ask(`${await serve(listener)}/?access_token=90_secret`, overrides);
}

function generate(baseUrl: string, input: CodeParametersInput): Promise<GeneratedCode> {
  const tokenSource = { get: async () => '90_a-b_c', replace: async () => '90_other' };
  const parameters = codeParametersSchema({ pathMaxBytes: 128 }).parse(input);
  return generateCode({ parameters, tokenSource, transport, baseUrl });
}

describe('on the wire', () => {
  const cases: [CodeParametersInput, string][] = [
    [
      { endpoint: 'getwxacode', path: 'pages/a?x=1&n=店', lineColor: { r: 1, g: 2, b: 3 } },
      'POST /wxa/getwxacode?access_token=90_a-b_c {"path":"pages/a?x=1&n=店","width":430,"auto_color":false,"line_color":{"r":1,"g":2,"b":3},"is_hyaline":false,"env_version":"release"}',
    ],
    [
      { endpoint: 'getwxacodeunlimit', scene: 'a=1&b=2', page: 'pages/a', checkPath: false, autoColor: true },
      'POST /wxa/getwxacodeunlimit?access_token=90_a-b_c {"scene":"a=1&b=2","page":"pages/a","check_path":false,"env_version":"release","width":430,"auto_color":true,"is_hyaline":false}',
    ],
    [
      { endpoint: 'createwxaqrcode', path: 'pages/a?店=1', width: 280 },
      'POST /cgi-bin/wxaapp/createwxaqrcode?access_token=90_a-b_c {"path":"pages/a?店=1","width":280}',
    ],
  ];

  test.each(cases)('%j is one JSON text of announced length', async (input, expected) => {
    const seen: { request: IncomingMessage; body: string }[] = [];
    const baseUrl = await serve(async (request, response) => {
      seen.push({ request, body: await readText(request) });
      response.setHeader('content-type', 'image/jpeg').end(jpeg);
    });
    expect(await generate(`${baseUrl}/`, input)).toMatchObject({ kind: 'picture', attempts: 1 });
    const { request, body } = seen[0] ?? expect.fail('no request came');
    expect(request.headers['content-length']).toBe(String(Buffer.byteLength(body)));
    expect(request.headers['transfer-encoding']).toBeUndefined();
    expect(request.headers['content-type']).toBe('application/json');
    expect(`${request.method} ${request.url} ${body}`).toBe(expected);
  });

  test('a token is escaped in the URL', async () => {
    const urls: string[] = [];
    const baseUrl = await serve((request, response) => {
      urls.push(request.url ?? '');
      response.end(jpeg);
    });
    const tokenSource = { get: async () => 'a&b=c/d', replace: async () => '' };
    const parameters = codeParametersSchema({ pathMaxBytes: 128 }).parse({
      endpoint: 'getwxacode',
      path: 'p',
    });
    await generateCode({ parameters, tokenSource, transport, baseUrl });
    expect(urls).toEqual(['/wxa/getwxacode?access_token=a%26b%3Dc%2Fd']);
  });

  test('one connection serves calls after one another', async () => {
    const ports = new Set<number | undefined>();
    const baseUrl = await serve((request, response) => {
      ports.add(request.socket.remotePort);
      response.end(jpeg);
    });
    for (const scene of ['a', 'b', 'c']) await generate(baseUrl, { endpoint: 'getwxacodeunlimit', scene });
    expect(ports).toHaveLength(1);
  });
});

describe('an exchange that fails', () => {
  test('at an answer that never begins is a timeout', async () => {
    const outcome = await askListener(() => undefined, { deadlineMs: 50 });
    expect(outcome).toMatchObject({ kind: 'uncertain', reason: 'timeout', sent: true });
  });

  test('at an answer that never ends is a timeout too', async () => {
    const outcome = await askListener((_request, response) => void response.write('begin'), {
      deadlineMs: 80,
    });
    expect(outcome).toMatchObject({ kind: 'uncertain', reason: 'timeout', sent: true });
  });

  test('at a transport that overlooks the signal is a timeout all the same', async () => {
    const never = () => new Promise<Response>(() => undefined);
    const call = {
      transport: never,
      url: 'http://x',
      init: { method: 'GET' },
      deadlineMs: 20,
      maxBytes: 1,
    } as const;
    expect(await exchange(call)).toMatchObject({ kind: 'uncertain', reason: 'timeout' });
  });

  test('at a reset in the middle of the body is a network fault', async () => {
    const outcome = await askListener((_request, response) => {
      response.setHeader('content-length', '1000');
      response.write(jpeg.slice(0, 100), () => response.destroy());
    });
    expect(outcome).toMatchObject({ kind: 'uncertain', reason: 'network', sent: true });
  });
});

describe('an exchange that never began', () => {
  test('at a refused connection was not sent', async () => {
    const { baseUrl, close } = await startLoopback(() => undefined);
    await close();
    const outcome = await ask(`${baseUrl}/?access_token=90_secret`);
    expect(outcome).toEqual({ kind: 'uncertain', reason: 'network', detail: 'ECONNREFUSED', sent: false });
  });

  test('at a name that does not resolve was not sent', async () => {
    // Played, as how a resolver fails (and how long it takes) differs from machine to machine.
    const cause = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
    const failing = () => Promise.reject(new TypeError('fetch failed', { cause }));
    const call = {
      transport: failing,
      url: 'http://x',
      init: { method: 'GET' },
      deadlineMs: 500,
      maxBytes: 1,
    } as const;
    expect(await exchange(call)).toMatchObject({ reason: 'network', detail: 'ENOTFOUND', sent: false });
  });

  test('at a URL that is none says nothing of it', async () => {
    const outcome = await ask('nonsense?access_token=90_secret');
    expect(outcome).toMatchObject({ kind: 'uncertain', reason: 'network', sent: false });
    expect(JSON.stringify(outcome)).not.toContain('90_secret');
  });
});

describe('an answer', () => {
  test('that is too large is unreadable, and the transfer stops', async () => {
    const closed: Promise<unknown>[] = [];
    const outcome = await askListener(
      (_request, response) => {
        closed.push(once(response, 'close'));
        const push = (): void => void (response.destroyed || response.write(Buffer.alloc(64 * 1024), push));
        push();
      },
      { maxBytes: 100_000 },
    );
    expect(outcome).toMatchObject({ kind: 'uncertain', reason: 'unreadable' });
    await Promise.all(closed);
  });
});

describe('an answer that somebody on the way has compressed', () => {
  const text = '门店 '.repeat(50);
  test.each([
    ['gzip', gzipSync(text)],
    ['X-GZIP', gzipSync(text)],
    ['deflate', deflateSync(text)],
    [' br ', brotliCompressSync(text)],
    ['identity', Buffer.from(text)],
  ])('as %s is read', async (encoding, bytes) => {
    const answer = await askListener((_request, response) =>
      response.setHeader('content-encoding', encoding).end(bytes),
    );
    expect('bytes' in answer && Buffer.from(answer.bytes).toString()).toBe(text);
  });

  test('and broken is a network fault', async () => {
    const cut = gzipSync(text).subarray(0, 30);
    const outcome = await askListener((_request, response) =>
      response.setHeader('content-encoding', 'gzip').end(cut),
    );
    expect(outcome).toMatchObject({ kind: 'uncertain', reason: 'network', sent: true });
  });
});

describe('the transport', () => {
  test('sends headers as they are given, and gives those that come, one that comes twice both times', async () => {
    const seen: unknown[] = [];
    const url = await serve((request, response) => {
      seen.push(request.headers['x-a'], request.method);
      response.setHeader('set-cookie', ['a=1', 'b=2']).setHeader('num-used', '7').writeHead(201).end('x');
    });
    const response = await transport(url, { method: 'GET', headers: { 'X-A': 'b' } });
    expect([response.status, response.headers.get('num-used'), response.headers.getSetCookie()]).toEqual([
      ...[201, '7', ['a=1', 'b=2']],
    ]);
    expect(await response.text()).toBe('x');
    expect(seen).toEqual(['b', 'GET']);
  });

  test('is closed with its connections', async () => {
    const url = await serve((_request, response) => response.end('x'));
    const own = createHttpTransport();
    expect((await own(url, { method: 'GET' })).status).toBe(200);
    await own.close();
    await expect(own(url, { method: 'GET' })).rejects.toThrow();
  });

  test.each([204, 205, 304])('of an answer %i that has no body gives one without', async (status) => {
    const url = await serve((_request, response) => response.writeHead(status).end());
    const response = await transport(url, { method: 'GET' });
    expect([response.status, response.body]).toEqual([status, null]);
  });
});

describe('a bodyless answer', () => {
  test('is an answer', async () => {
    const answer = await askListener((_request, response) => response.writeHead(204).end());
    expect(answer).toMatchObject({ status: 204, bytes: new Uint8Array() });
  });
});

describe('a redirect', () => {
  test('is never followed, so the token reaches no other host', async () => {
    const visits: string[] = [];
    const other = await serve((request, response) => {
      visits.push(request.url ?? '');
      response.end(jpeg);
    });
    const baseUrl = await serve((_request, response) => response.writeHead(302, { location: other }).end());
    expect(await generate(baseUrl, { endpoint: 'getwxacode', path: 'p' })).toMatchObject({
      kind: 'uncertain',
      reason: 'http',
      httpStatus: 302,
      attempts: 1,
    });
    expect(visits).toEqual([]);
  });
});
