import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { CLIENT_ADDRESS_HEADER } from '@/lib/http/client-address';
import { servedByHttps } from '@/lib/http/own-cookies';
import { useDatabase } from '@/lib/testing/database';
import { insertUser } from '@/lib/testing/factories';
import { authOptions } from './options';
import { parseSignInError } from './passwords/sign-in-error';
import { PATH_HEADER } from './path-header';
import { currentActor, currentSession, pageActor, requireActor } from './session';
import { openSession } from './session-rows';

// What Next and next-auth give: headers, cookies, and the session that a cookie's token carries. The rest is real.
type Cookie = { name: string; value: string };
const request = vi.hoisted(() => {
  const state: { headers: Headers; cookies: Map<string, Cookie>; sessionId?: string; faults: unknown[] } = {
    headers: new Headers(),
    cookies: new Map(),
    faults: [],
  };
  return state;
});
vi.mock('next/headers', () => ({
  headers: async () => request.headers,
  cookies: async () => ({
    get: (name: string) => request.cookies.get(name),
    set: (cookie: Cookie) => request.cookies.set(cookie.name, cookie),
  }),
}));
vi.mock('next-auth', () => ({
  getServerSession: async () => (request.sessionId === undefined ? null : { sessionId: request.sessionId }),
}));
vi.mock('@/lib/log', () => ({
  log: () => ({ error: (fault: unknown) => request.faults.push(fault), warn: () => undefined }),
}));

useDatabase();

const PASSWORD = 'the right one';
const ADDRESS = '192.0.2.7';
let user: Awaited<ReturnType<typeof insertUser>>;

beforeEach(async () => {
  user = await insertUser({ password: PASSWORD, role: 'VIEWER' });
  request.headers = new Headers();
  request.cookies.clear();
  delete request.sessionId;
  request.faults = [];
});

async function enter(): Promise<string> {
  const id = await openSession(user.id, { address: ADDRESS, userAgent: '' });
  request.sessionId = id;
  return id;
}

describe('who asks', () => {
  test('is the user of the session as they are now', async () => {
    const id = await enter();
    await db().user.update({ where: { id: user.id }, data: { role: 'OPERATOR' } });
    const { name, email } = user;
    const actor = { kind: 'user', id: user.id, name, email, role: 'OPERATOR', sees: 'all' };
    expect(await requireActor()).toEqual(actor);
    expect(await pageActor()).toEqual(actor);
    expect(await currentSession()).toMatchObject({ id });
  });

  test('is nobody without a cookie, and with one whose session was ended', async () => {
    expect(await currentActor()).toBeNull();
    await enter();
    await db().session.deleteMany({ where: { userId: user.id } });
    expect(await currentActor()).toBeNull();
    await expect(requireActor()).rejects.toMatchObject({ code: 'UNAUTHENTICATED', status: 401 });
  });

  test.each([
    ['/', '/sign-in'],
    ['/codes?q=门 1', '/sign-in?from=%2Fcodes%3Fq%3D%E9%97%A8%201'],
    [null, '/sign-in'],
  ])('at %s is led to %s when they are not signed in', async (from, place) => {
    vi.spyOn(request.headers, 'get').mockImplementation((name) => (name === PATH_HEADER ? from : null));
    await expect(pageActor()).rejects.toMatchObject({ digest: expect.stringContaining(`;${place};`) });
  });

  test.each([
    ['2001:db8::7', '2001:db8::7'],
    [null, 'unknown'],
  ])('from %s is noted as seen at %s', async (address, noted) => {
    const id = await enter();
    await db().session.update({ where: { id }, data: { lastSeenAt: new Date(Date.now() - 3_600_000) } });
    if (address) request.headers.set(CLIENT_ADDRESS_HEADER, address);
    await currentSession();
    expect(await db().session.findUnique({ where: { id } })).toMatchObject({ address: noted });
  });
});

type Given = { email?: unknown; password?: unknown };

/** What next-auth calls with the form's fields and the request's headers. */
async function authorize(given: Given, headers?: object, onRefused?: (error: unknown) => void) {
  const [provider] = authOptions({ isHttps: false, onRefused }).providers;
  const credentials: unknown = { email: user.email, password: PASSWORD, ...given };
  return Reflect.get(Object(provider?.options), 'authorize')(credentials, { headers });
}

describe('whether browsers come over https', () => {
  afterEach(() => {
    env().APP_URL = undefined;
  });

  test.each([
    [undefined, 'https', true],
    [undefined, 'https, http', true],
    [undefined, 'http', false],
    [undefined, undefined, false],
    ['https://codes.example.com', 'http', true],
    ['http://codes.lan', 'https', false],
  ])('with APP_URL %s and the proxy’s word %s', async (appUrl, proto, isHttps) => {
    env().APP_URL = appUrl;
    if (proto) request.headers.set('x-forwarded-proto', proto);
    expect(await servedByHttps()).toBe(isHttps);
  });
});

describe('signing in', () => {
  test('opens a session of the browser, and leaves it a cookie by which it is known', async () => {
    const headers = { [CLIENT_ADDRESS_HEADER]: ADDRESS, 'user-agent': 'a browser' };
    const signedIn = await authorize({}, headers);
    const row = await db().session.findUniqueOrThrow({ where: { id: signedIn.sessionId } });
    expect(row).toMatchObject({ userId: user.id, address: ADDRESS, userAgent: 'a browser' });
    expect([...request.cookies.values()]).toMatchObject([
      { name: expect.stringMatching(/^suncode-device-/), httpOnly: true, sameSite: 'lax', path: '/' },
    ]);
    for (let n = 0; n < 5; n += 1) await authorize({ password: 'wrong' });
    expect(await authorize({})).not.toBeNull();
  });

  test('over https leaves cookies that are of this host alone', async () => {
    const [provider] = authOptions({ isHttps: true }).providers;
    const given = { email: user.email, password: PASSWORD };
    const authorizeHere = () => Reflect.get(Object(provider?.options), 'authorize')(given, { headers: {} });
    await authorizeHere();
    const [device] = request.cookies.values();
    expect(device).toMatchObject({
      name: expect.stringMatching(/^__Host-suncode-device-/),
      secure: true,
      path: '/',
    });
    for (let n = 0; n < 5; n += 1) await authorize({ password: 'wrong' });
    expect(await authorizeHere()).not.toBeNull();
  });

  test('replaces the session that the browser had', async () => {
    const id = await enter();
    await authorize({});
    expect(await db().session.findUnique({ where: { id } })).toBeNull();
  });

  test('with a wrong password leaves nothing', async () => {
    expect(await authorize({ password: 'wrong' })).toBeNull();
    expect(request.cookies.size).toBe(0);
    expect(await db().session.count({ where: { userId: user.id } })).toBe(0);
  });

  test('of somebody whose address is not known is counted too, and refused in words that the form reads', async () => {
    for (let n = 0; n < 5; n += 1) await authorize({ password: 'wrong' });
    const refusals: unknown[] = [];
    const refused = await authorize({}, {}, (error) => refusals.push(error)).catch((error: Error) => error);
    expect(parseSignInError(refused.message)).toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
      values: { minutes: 15 },
    });
    expect(refusals).toMatchObject([{ status: 429 }]);
    expect(request.faults).toEqual([]);
  });

  test('that breaks says a number under which the log has the cause, and not the cause', async () => {
    vi.spyOn(request.cookies, 'get').mockImplementation(() => {
      throw new Error('the cause');
    });
    const refusals: unknown[] = [];
    const broken = await authorize({}, {}, (error) => refusals.push(error)).catch((error: Error) => error);
    vi.restoreAllMocks();
    expect(broken.message).not.toContain('cause');
    const [fault] = request.faults;
    expect(fault).toMatchObject({ err: { message: 'the cause' } });
    const requestId = Reflect.get(Object(fault), 'requestId');
    expect(parseSignInError(broken.message)).toEqual({ code: 'FAULT', values: { requestId } });
    expect(refusals).toEqual([]);
  });
});

describe('the cookie', () => {
  const { callbacks = {}, events, session, pages } = authOptions({ isHttps: false });
  const call = (name: string, given: object): unknown => Reflect.get(callbacks, name)(given);

  test('carries the id of the session and no more', () => {
    const token = call('jwt', { token: { email: 'a' }, user: { id: '1', sessionId: 's1', email: 'a' } });
    expect(token).toEqual({ sessionId: 's1' });
    expect(call('jwt', { token, user: undefined })).toBe(token);
    const given = { expires: 'then', user: { email: 'a' } };
    expect(call('session', { session: given, token })).toEqual({ expires: 'then', sessionId: 's1' });
  });

  test('is called so that over https no other host can set it', () => {
    const cookiesOf = (isHttps: boolean) => Object.values(authOptions({ isHttps }).cookies ?? {});
    for (const isHttps of [true, false]) {
      expect(cookiesOf(isHttps)).toHaveLength(6);
      for (const { name, options } of cookiesOf(isHttps)) {
        expect(name.startsWith('__Host-next-auth.')).toBe(isHttps);
        expect(options).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps });
      }
    }
  });

  test('lives for thirty days, and a fault leads to our own page', () => {
    expect(session).toEqual({ strategy: 'jwt', maxAge: 30 * 24 * 60 * 60 });
    expect(pages).toEqual({ signIn: '/sign-in', error: '/sign-in' });
  });

  test('is worth nothing after signing out, wherever it was copied to', async () => {
    const id = await enter();
    const other = await openSession(user.id, { address: ADDRESS, userAgent: '' });
    await Reflect.get(Object(events), 'signOut')({ token: { sessionId: id } });
    expect(await currentActor()).toBeNull();
    await Reflect.get(Object(events), 'signOut')({});
    expect(await db().session.count({ where: { id: other } })).toBe(1);
  });
});
