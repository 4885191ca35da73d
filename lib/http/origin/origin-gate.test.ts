import { once } from 'node:events';
import {
  createServer,
  request,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { createFrontDoor } from '@/lib/http/front/front-door';
import { PAGES, ROUTES } from '@/lib/testing/doors/doors';
import { originGate } from './origin-gate';
import { requestedHost } from './own-origin';

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

async function listen(server: Server): Promise<number> {
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

/** Suncode's own door, with an application behind it that lets in what names the origin of its page, as Next does. */
function startApp(appUrl?: string): Promise<number> {
  const handle = async (req: IncomingMessage, res: ServerResponse) => {
    const same = new URL(req.headers.origin ?? 'http://none').host === requestedHost(req.headers);
    res.writeHead(req.headers.origin === undefined || same ? 200 : 500).end();
  };
  return listen(createFrontDoor(handle, async () => true, originGate(appUrl)));
}

/** A reverse proxy that passes a request on with the headers that its configuration makes of them. */
function startProxy(
  port: number,
  rewrite: (headers: IncomingHttpHeaders) => IncomingHttpHeaders,
): Promise<number> {
  return listen(
    createServer((req, res) => {
      const onward = request(
        { port, host: '127.0.0.1', method: req.method, path: req.url, headers: rewrite({ ...req.headers }) },
        (answer) => {
          res.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(res);
        },
      );
      req.pipe(onward);
    }),
  );
}

type Answer = { status: number; type: string | undefined; body: string };

/** A browser at `page` that calls a server action there; the name of the host leads to the proxy. */
function act(port: number, page: string, more: Record<string, string> = {}): Promise<Answer> {
  const { host, origin } = new URL(page);
  return new Promise((resolve, reject) => {
    const headers = { host, origin, 'next-action': 'a', ...more };
    const call = request({ port, host: '127.0.0.1', method: 'POST', path: '/codes', headers }, (response) => {
      let body = '';
      response.on('data', (chunk) => (body += chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'], body }),
      );
    });
    call.on('error', reject).end();
  });
}

const PAGE = 'https://codes.example.com:8443';
const ALONE = (port: number) => (headers: IncomingHttpHeaders) => ({ ...headers, host: `127.0.0.1:${port}` });
const PORT_LOST = (headers: IncomingHttpHeaders) => ({ ...headers, host: 'codes.example.com' });
const KEPT = (headers: IncomingHttpHeaders) => headers;

test('with APP_URL, actions work whatever host a proxy passes on', async () => {
  const app = await startApp(PAGE);
  for (const rewrite of [ALONE(app), PORT_LOST, KEPT])
    expect(await act(await startProxy(app, rewrite), PAGE)).toMatchObject({ status: 200 });
});

test('without it, they work where the proxy passes the host on, and else say what the server was told', async () => {
  const app = await startApp();
  expect(await act(await startProxy(app, KEPT), PAGE)).toMatchObject({ status: 200 });
  for (const [rewrite, host] of [
    [ALONE(app), `127.0.0.1:${app}`],
    [PORT_LOST, 'codes.example.com'],
  ] as const) {
    const { status, type, body } = await act(await startProxy(app, rewrite), PAGE);
    // Next's client hands on the text of exactly this type.
    expect({ status, type }).toEqual({ status: 403, type: 'text/plain' });
    expect(JSON.parse(body)).toEqual({ code: 'ORIGIN_REFUSED', origin: PAGE, host, appUrl: null });
  }
});

test('a page of another site is refused, with APP_URL and without', async () => {
  for (const appUrl of [PAGE, undefined]) {
    const app = await startApp(appUrl);
    const proxy = await startProxy(app, KEPT);
    for (const origin of [
      'https://evil.example',
      'https://codes.example.com',
      'http://codes.example.com.evil.example:8443',
      'null',
      'nonsense',
    ])
      expect(await act(proxy, PAGE, { origin })).toMatchObject({ status: 403 });
  }
});

test('somebody at the machine itself is not kept out by APP_URL', async () => {
  const app = await startApp(PAGE);
  expect(await act(app, `http://localhost:${app}`)).toMatchObject({ status: 200 });
});

describe('what pages of other sites ask for', () => {
  const addressOf = (place: string) =>
    `/${place.replaceAll(/\([^)]+\)\/?/g, '').replaceAll(/\[[^\]]+\]/g, '0')}`.replace(/(?<=.)\/$/, '');
  const API = ROUTES.filter((place) => place.startsWith('api/')).map(addressOf);
  const OPEN = ['/api/auth/0', '/api/health', '/api/ready'];
  const CONSOLE = PAGES.map(addressOf);
  const FOREIGN = ['cross-site', 'same-site'];

  type Sent = { method?: string; path: string; headers?: Record<string, string> };

  async function statusOf(port: number, { method = 'GET', path, headers = {} }: Sent): Promise<number> {
    const call = request({
      port,
      host: '127.0.0.1',
      method,
      path,
      headers: { host: 'codes.example.com', ...headers },
    });
    const [answer]: IncomingMessage[] = await once(call.end(), 'response');
    answer?.resume();
    return answer?.statusCode ?? 0;
  }

  const form = { 'content-type': 'application/x-www-form-urlencoded' };

  test.each(FOREIGN)('is refused at every route, downloads included: %s', async (site) => {
    const port = await startApp();
    expect(API).toContain('/api/exports/0/file');
    for (const path of API.filter((one) => !OPEN.includes(one)))
      for (const mode of ['no-cors', 'cors', 'navigate'])
        expect(
          await statusOf(port, { path, headers: { 'sec-fetch-site': site, 'sec-fetch-mode': mode } }),
          `${path} ${mode}`,
        ).toBe(403);
  });

  test.each(FOREIGN)('is refused wherever something may change: %s', async (site) => {
    const port = await startApp();
    const paths = [...API, ...CONSOLE, '/api/auth/signout', '/api/auth/callback/credentials'];
    for (const path of paths)
      for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
        expect(
          await statusOf(port, { method, path, headers: { ...form, 'sec-fetch-site': site } }),
          `${method} ${path}`,
        ).toBe(403);
  });

  test('is refused by its origin where a browser says no more', async () => {
    const port = await startApp();
    for (const path of [...API, ...CONSOLE, '/api/auth/signout', '/api/auth/callback/credentials'])
      for (const origin of ['https://evil.example', 'null'])
        expect(await statusOf(port, { method: 'POST', path, headers: { ...form, origin } }), path).toBe(403);
  });

  test('may be a page, and what a sign-in service leads back to', async () => {
    const port = await startApp();
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    for (const path of [...CONSOLE, '/api/auth/callback/oidc', '/api/health', '/api/ready'])
      expect(await statusOf(port, { path, headers }), path).toBe(200);
  });

  test('may be the sandbox, which is for programs and knows no session', async () => {
    const port = await startApp();
    const headers = { origin: 'https://tool.example', 'sec-fetch-site': 'cross-site' };
    // The application behind the door refuses the origin by itself, with 500.
    const path = '/sandbox/wechat/cgi-bin/token';
    expect(await statusOf(port, { method: 'POST', path, headers })).toBe(500);
  });

  test('may be the API with a key, which no browser adds by itself', async () => {
    const port = await startApp();
    const headers = { 'sec-fetch-site': 'cross-site', authorization: 'Bearer sck_x' };
    for (const path of ['/api/v1/codes', '/mcp'])
      expect(await statusOf(port, { path, headers }), path).toBe(200);
    const keyless = { 'sec-fetch-site': 'cross-site', origin: 'https://tool.example' };
    expect(await statusOf(port, { method: 'POST', path: '/mcp', headers: keyless })).toBe(403);
    expect(await statusOf(port, { path: '/api/codes', headers })).toBe(403);
  });

  test('is let in from our own pages, and from no page at all', async () => {
    const port = await startApp();
    const own = { 'sec-fetch-site': 'same-origin', origin: 'http://codes.example.com' };
    for (const path of API) {
      expect(await statusOf(port, { path, headers: { 'sec-fetch-site': 'none' } }), path).toBe(200);
      expect(await statusOf(port, { path }), path).toBe(200);
      expect(await statusOf(port, { method: 'POST', path, headers: { ...form, ...own } }), path).toBe(200);
    }
  });

  test('is told why', async () => {
    const port = await startApp();
    const url = `http://127.0.0.1:${port}/api/exports/0/file`;
    const answer = await fetch(url, { headers: { 'sec-fetch-site': 'cross-site', 'accept-language': 'en' } });
    expect(await answer.json()).toMatchObject({ error: { code: 'FOREIGN_PAGE' } });
  });
});
