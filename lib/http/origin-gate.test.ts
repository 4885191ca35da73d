import { once } from 'node:events';
import {
  createServer,
  request,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { createFrontDoor } from './front-door';
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
