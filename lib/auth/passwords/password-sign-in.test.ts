import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { failureOf } from '@/lib/actions/failure';
import { signInWithPassword } from './password-sign-in';

let server: Server | undefined;
afterEach(() => void server?.close());

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

type Reply = { status?: number; body: string };

/** As next-auth's routes answer; `posted` is told what the form sent. */
function nextAuth(reply: Reply, posted: (body: string) => void = () => undefined): RequestListener {
  return async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    if (request.method === 'GET') return void response.end('{"csrfToken":"a token"}');
    posted(`${request.url} ${body}`);
    response.writeHead(reply.status ?? 200).end(reply.body);
  };
}

const signIn = (at: string) => signInWithPassword({ email: 'a@suncode.test', password: '密 码' }, at);
const leadsTo = (query: string) => JSON.stringify({ url: `http://localhost:3000/sign-in${query}` });

test('the form of next-auth is sent, and leads into a session', async () => {
  const posted: string[] = [];
  const at = await serve(nextAuth({ body: leadsTo('') }, (body) => posted.push(body)));
  expect(await signIn(at)).toEqual({ error: null });
  const [path, body] = posted[0]?.split(' ') ?? [];
  expect(path).toBe('/api/auth/callback/credentials');
  expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
    ...{ csrfToken: 'a token', email: 'a@suncode.test', password: '密 码', json: 'true' },
  });
});

test('what it refuses comes back in its words', async () => {
  const at = await serve(nextAuth({ status: 401, body: leadsTo('?error=CredentialsSignin') }));
  expect(await signIn(at)).toEqual({ error: 'CredentialsSignin' });
});

test.each([
  [
    'a proxy while the server restarts',
    { status: 502, body: '<html>Bad Gateway</html>' },
    { kind: 'foreign' },
  ],
  ['JSON of somebody else', { body: 'null' }, { kind: 'foreign' }],
  [
    'our own door',
    { status: 413, body: '{"error":{"code":"TOO_LARGE","message":"Too much"}}' },
    { kind: 'refused', message: 'Too much' },
  ],
])('an answer of %s is called what it is', async (_, reply, kind) => {
  const answer = await signIn(await serve(nextAuth(reply)));
  expect('failure' in answer && failureOf(answer.failure, true)).toMatchObject(kind);
});

test('where nobody answers the page stays, and says so', async () => {
  const answer = await signIn('http://127.0.0.1:9');
  expect('failure' in answer && failureOf(answer.failure, true)).toEqual({ kind: 'unreachable' });
});
