import type { NextAuthOptions } from 'next-auth';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { CLIENT_ADDRESS_HEADER } from '@/lib/http/client-address';
import { servedByHttps } from '@/lib/http/own-cookies';
import { secrets } from '@/lib/secrets';
import { Authenticator } from '@/lib/testing/stand-ins/authenticator';
import { useDatabase } from '@/lib/testing/database';
import { insertUser } from '@/lib/testing/factories';
import { addPasskey, askForPasskey, startPasskey } from '@/lib/users/passkeys/service';
import { findService } from '@/lib/users/sign-in-services/services';
import { memberActor } from './actor';
import { authOptions } from './options';
import { parseSignInError } from './passwords/sign-in-error';
import { PATH_HEADER } from './path-header';
import { currentActor, currentSession, pageActor, requireActor } from './session';
import { serviceLogger } from './services/service-door';
import { giveTicket, readTicket } from './services/ticket';
import { findSession, openSession } from './session-rows';

// What Next and next-auth give: headers, cookies, and the session that a cookie's token carries. The rest is real.
type Cookie = { name: string; value: string };
const request = vi.hoisted(() => {
  const state: {
    headers: Headers;
    cookies: Map<string, Cookie>;
    sessionId?: string;
    /** Names of the cookies that were looked into for it. */
    asked: (string | undefined)[];
    faults: unknown[];
  } = { headers: new Headers(), cookies: new Map(), asked: [], faults: [] };
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
  getServerSession: async ({ cookies }: NextAuthOptions) => {
    request.asked.push(cookies?.sessionToken?.name);
    return request.sessionId === undefined ? null : { sessionId: request.sessionId };
  },
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

  test('is known by the cookie of this host alone over https', async () => {
    const ofHost = '__Host-next-auth.session-token';
    for (const [proto, name] of [
      ['https', ofHost],
      ['http', 'next-auth.session-token'],
    ] as const) {
      [request.headers, request.asked] = [new Headers({ 'x-forwarded-proto': proto }), []];
      await currentSession();
      expect(request.asked).toEqual([name]);
    }
    request.asked = [];
    await authorizeBy(0, true, { email: user.email, password: PASSWORD });
    expect(request.asked).toEqual([ofHost]);
  });

  test('sees what their row says', async () => {
    await enter();
    const few = { role: 'OPERATOR' as const, seesAll: false, seenAppIds: ['a1'] };
    await db().user.update({ where: { id: user.id }, data: few });
    expect(await currentActor()).toMatchObject({ sees: ['a1'] });
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

describe('a browser that has signed in', () => {
  test.each([
    [true, '__Host-suncode_locale'],
    [false, 'suncode_locale'],
  ])('speaks the language that its person chose, for a year (https: %s)', async (isHttps, name) => {
    await db().user.update({ where: { id: user.id }, data: { locale: 'en' } });
    await authorizeBy(0, isHttps, { email: user.email, password: PASSWORD });
    const lasts = { maxAge: 365 * 24 * 60 * 60, sameSite: 'lax', path: '/', secure: isHttps };
    expect(request.cookies.get(name)).toEqual({ name, value: 'en', ...lasts });
  });

  test('keeps its own where they chose none', async () => {
    await authorize({});
    expect([...request.cookies.keys()]).toEqual([expect.stringMatching(/^suncode-device-/)]);
  });
});

/** The forms of next-auth: that of signing in, and that of the second step. */
function authorizeBy(form: 0 | 1, isHttps: boolean, given: object) {
  const provider = authOptions({ isHttps }).providers[form];
  return Reflect.get(Object(provider?.options), 'authorize')(given, { headers: undefined });
}

describe('a passkey', () => {
  const SITE = { rpId: 'codes.suncode.test', origin: 'https://codes.suncode.test' };
  let key: Authenticator;
  const answer = async () => JSON.stringify(key.sign(await askForPasskey(SITE)));

  beforeEach(async () => {
    env().APP_URL = SITE.origin;
    const [member, proof] = [memberActor(user), { currentPassword: PASSWORD, code: '' }];
    key = new Authenticator(SITE);
    const made = key.make(await startPasskey(member, proof, SITE));
    await addPasskey(member, { name: '手机', answer: made }, { site: SITE, keptSessionId: 'none' });
  });
  afterEach(() => {
    env().APP_URL = undefined;
  });

  test('is enough without an address, and beside one goes with the password', async () => {
    expect(await authorizeBy(0, true, { passkey: await answer() })).toMatchObject({ id: user.id });
    const form = { email: user.email, passkey: await answer() };
    expect(await authorizeBy(0, true, { ...form, password: 'wrong' })).toBeNull();
    expect(await authorizeBy(0, true, { ...form, password: PASSWORD })).toMatchObject({ id: user.id });
    expect(await authorizeBy(0, true, {})).toBeNull();
  });

  test('is the second step of whom a service has brought, once and soon', async () => {
    expect(await authorizeBy(1, true, { passkey: await answer() })).toBeNull();
    await giveTicket('code', { id: user.id, service: '企业微信' }, true);
    expect(await authorizeBy(1, true, { code: '1'.repeat(10_000) })).toBeNull();
    expect(await authorizeBy(1, true, { passkey: await answer() })).toMatchObject({ id: user.id });
    expect(await readTicket('code', true)).toBeNull();
    expect(request.cookies.size).toBe(2);
  });

  test('counts as the second step of who is signed in, as an app does', async () => {
    await enter();
    expect(await currentSession()).toMatchObject({ hasSecondStep: true });
    await db().passkey.deleteMany({ where: { userId: user.id } });
    expect(await currentSession()).toMatchObject({ hasSecondStep: false });
    await db().user.update({ where: { id: user.id }, data: { totpSince: new Date() } });
    expect(await currentSession()).toMatchObject({ hasSecondStep: true });
  });
});

describe('the row of a session', () => {
  test('keeps as much of a browser’s name as anybody reads', async () => {
    const id = await openSession(user.id, { address: ADDRESS, userAgent: `${'a'.repeat(300)}b` });
    expect(await db().session.findUnique({ where: { id } })).toMatchObject({ userAgent: 'a'.repeat(300) });
  });

  test('is written after five minutes, and those of other browsers are not', async () => {
    const [id, other] = [await enter(), await openSession(user.id, { address: ADDRESS, userAgent: '' })];
    const seen = new Date('2026-11-26T08:00:00Z');
    await db().session.updateMany({ where: { id: { in: [id, other] } }, data: { lastSeenAt: seen } });
    const at = vi.spyOn(clock, 'now').mockReturnValue(new Date(seen.getTime() + 300_000));
    const seenAt = async (of: string) =>
      (await db().session.findUniqueOrThrow({ where: { id: of } })).lastSeenAt;
    expect(await findSession(id, ADDRESS)).not.toBeNull();
    expect(await seenAt(id)).toEqual(seen);
    at.mockReturnValue(new Date(seen.getTime() + 300_001));
    expect(await findSession(id, ADDRESS)).not.toBeNull();
    at.mockRestore();
    expect(await seenAt(id)).toEqual(new Date(seen.getTime() + 300_001));
    expect(await seenAt(other)).toEqual(seen);
  });

  test('of somebody who was deactivated is worth nothing', async () => {
    await enter();
    await db().user.update({ where: { id: user.id }, data: { deactivatedAt: new Date() } });
    expect(await currentSession()).toBeNull();
  });
});

describe('what next-auth is told', () => {
  test('of a service it is given the provider and our log, and without one it lets in whom a form has', async () => {
    const plain = authOptions({ isHttps: false });
    expect(plain).toMatchObject({ useSecureCookies: false, secret: secrets().AUTH_SECRET });
    expect(plain.providers.map(({ id, options }) => options?.id ?? id)).toEqual([
      'credentials',
      'second-step',
    ]);
    expect(plain).not.toHaveProperty('logger');
    expect(await Reflect.get(Object(plain.callbacks), 'signIn')({ user: { id: '1' } })).toBe(true);
    Object.assign(env(), { FEISHU_APP_ID: 'cli_1', FEISHU_APP_SECRET: 'secret' });
    const service = findService('feishu');
    env().FEISHU_APP_ID = undefined;
    if (!service) throw new Error('飞书 is not set up');
    const provider = await service.provider();
    const options = authOptions({ isHttps: true, service: { service, provider } });
    expect(options.providers.at(-1)).toBe(provider);
    expect(options).toMatchObject({ useSecureCookies: true, logger: serviceLogger });
    expect(options.providers).toHaveLength(3);
    const signIn: unknown = Reflect.get(Object(options.callbacks), 'signIn')({ user: { id: '1' } });
    await expect(signIn).rejects.toThrow('a sign-in service brought nobody');
  });
});

describe('the cookie', () => {
  const call = (name: string, given: object): unknown =>
    Reflect.get(Object(authOptions({ isHttps: false }).callbacks), name)(given);

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
    const { session, pages } = authOptions({ isHttps: false });
    expect(session).toEqual({ strategy: 'jwt', maxAge: 30 * 24 * 60 * 60 });
    expect(pages).toEqual({ signIn: '/sign-in', error: '/sign-in' });
  });

  test('is worth nothing after signing out, wherever it was copied to', async () => {
    const id = await enter();
    const other = await openSession(user.id, { address: ADDRESS, userAgent: '' });
    const { events } = authOptions({ isHttps: false });
    await Reflect.get(Object(events), 'signOut')({ token: { sessionId: id } });
    expect(await currentActor()).toBeNull();
    await Reflect.get(Object(events), 'signOut')({});
    expect(await db().session.count({ where: { id: other } })).toBe(1);
  });
});
