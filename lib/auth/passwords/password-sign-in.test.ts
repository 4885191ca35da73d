import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { failureOf } from '@/lib/actions/failure';
import {
  addressOfService,
  isSignedIn,
  signInWithPasskey,
  signInWithPassword,
  signInWithStep,
} from './password-sign-in';

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

describe('the page’s own server', () => {
  /** A page asks by paths alone; what was posted to it, path first. */
  async function onPage(reply: Reply): Promise<string[]> {
    const posted: string[] = [];
    const at = await serve(nextAuth(reply, (body) => posted.push(body)));
    const real = fetch;
    vi.stubGlobal('fetch', (path: string, init?: RequestInit) => real(`${at}${path}`, init));
    return posted;
  }
  afterEach(() => void vi.unstubAllGlobals());
  const formOf = (posted: string[]) => {
    const [path, body] = posted.at(-1)?.split(' ') ?? [];
    return { path, fields: Object.fromEntries(new URLSearchParams(body)) };
  };
  const sent = { csrfToken: 'a token', json: 'true' };

  test('is sent the second step with the password, once there is one', async () => {
    const posted = await onPage({ body: leadsTo('') });
    const person = { email: 'a@suncode.test', password: 'x' };
    expect(await signInWithPassword({ ...person, code: '123456' })).toEqual({ error: null });
    const path = '/api/auth/callback/credentials';
    expect(formOf(posted)).toEqual({ path, fields: { ...sent, ...person, code: '123456' } });
    await signInWithPassword({ ...person, code: '', passkey: '{"id":"p"}' });
    expect(formOf(posted)).toEqual({ path, fields: { ...sent, ...person, passkey: '{"id":"p"}' } });
  });

  test('is sent a passkey alone, or the second step of whom a service has brought', async () => {
    const posted = await onPage({ body: leadsTo('') });
    expect(await signInWithPasskey('{"id":"p"}')).toEqual({ error: null });
    const passkey = '{"id":"p"}';
    expect(formOf(posted)).toEqual({
      path: '/api/auth/callback/credentials',
      fields: { ...sent, passkey },
    });
    expect(await signInWithStep({ code: '123456' })).toEqual({ error: null });
    const path = '/api/auth/callback/second-step';
    expect(formOf(posted)).toEqual({ path, fields: { ...sent, code: '123456' } });
    await signInWithStep({ passkey });
    expect(formOf(posted)).toEqual({ path, fields: { ...sent, passkey } });
  });

  test('says where a service is found', async () => {
    const posted = await onPage({ body: '{"url":"https://login.example/authorize?x=1"}' });
    expect(await addressOfService('oidc', '/codes')).toBe('https://login.example/authorize?x=1');
    const fields = { ...sent, callbackUrl: '/codes' };
    expect(formOf(posted)).toEqual({ path: '/api/auth/signin/oidc', fields });
  });

  test('that says something else of it fails in its own words', async () => {
    await onPage({ body: '{"url":7}' });
    await expect(addressOfService('oidc', '/codes')).rejects.toThrow('{"url":7}');
  });
});

test('who is signed in is whom nothing was refused', () => {
  expect(isSignedIn({ error: null })).toBe(true);
  expect(isSignedIn({ error: 'CredentialsSignin' })).toBe(false);
  expect(isSignedIn({ failure: null })).toBe(false);
});
