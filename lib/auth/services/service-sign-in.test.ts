import { beforeEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '@/lib/errors';
import { CLIENT_ADDRESS_HEADER } from '@/lib/http/client-address';
import { cookieName } from '@/lib/http/cookie-name';
import type { SignedIn, SignInClient } from '@/lib/users/enter';
import { connectService } from '@/lib/users/sign-in-services/connections';
import { signInByService } from '@/lib/users/sign-in-services/arrive';
import type { SignInService } from '@/lib/users/sign-in-services/services';
import { takeVouched } from './service-sign-in';
import { giveTicket, readTicket } from './ticket';

// Where a browser is led whom a service has brought. Who that is here, the use cases behind it say: service-flow.db.test.ts
// and service-connect.db.test.ts go through them.

type Cookie = { name: string; value: string };
const request = vi.hoisted(() => {
  const state: {
    headers: Headers;
    cookies: Map<string, Cookie>;
    own: string | undefined;
    found: object | null;
  } = { headers: new Headers(), cookies: new Map(), own: undefined, found: null };
  return state;
});
vi.mock('next/headers', () => ({
  headers: async () => request.headers,
  cookies: async () => ({
    get: (name: string) => request.cookies.get(name),
    set: (cookie: Cookie) => request.cookies.set(cookie.name, cookie),
  }),
}));
vi.mock('@/lib/users/sign-in-services/arrive', () => ({ signInByService: vi.fn() }));
vi.mock('@/lib/users/sign-in-services/connections', () => ({ connectService: vi.fn() }));
vi.mock('@/lib/auth/session-rows', () => ({ findSession: async () => request.found }));

const SERVICE: SignInService = {
  ...{ id: 'feishu', name: null, issuer: 'feishu:cli_1', callbackUrl: '', rules: null, checks: [] },
  provider: () => Promise.reject(new Error('not asked here')),
};
const vouched = { issuer: 'feishu:cli_1', subject: 'fei', name: '飞书同事', email: null, groups: null };
const signedIn: SignedIn = { id: 'u1', knownAs: 'u1', sessionId: 's1', locale: null };
const row = { id: 'u2', name: '店长', email: null, role: 'VIEWER', seesAll: true, seenAppIds: [] };

const remember = vi.fn(async (_signedIn: SignedIn) => undefined);
const ownSession = async () => request.own;
const wayOf = (isHttps: boolean) => ({ service: SERVICE, isHttps, ownSession, remember });
const arrive = async (isHttps = false) => {
  const user: Parameters<typeof takeVouched>[0] = { id: 'fei', vouched };
  return { next: await takeVouched(user, wayOf(isHttps)), user };
};
const keep = (name: string, value: string) => void request.cookies.set(name, { name, value });

beforeEach(() => {
  Object.assign(request, { headers: new Headers(), own: undefined, found: null });
  request.cookies.clear();
  remember.mockClear();
  vi.mocked(signInByService).mockReset().mockResolvedValue(signedIn);
  vi.mocked(connectService).mockReset().mockResolvedValue();
});

/** What the use case is told of the browser. */
function clientOf(): SignInClient {
  const [, service, client] = vi.mocked(signInByService).mock.calls[0] ?? [];
  if (!client || service !== SERVICE) throw new Error('the use case was not asked');
  return client;
}

describe('somebody whom a service brings', () => {
  test('is signed in, and the browser remembers it', async () => {
    const { next, user } = await arrive();
    expect([next, user.sessionId]).toEqual([true, 's1']);
    expect(remember).toHaveBeenCalledExactlyOnceWith(signedIn);
    expect(signInByService).toHaveBeenCalledExactlyOnceWith(vouched, SERVICE, expect.anything());
    expect(clientOf()).toMatchObject({ address: 'unknown', userAgent: '', ownSession });
    expect(connectService).not.toHaveBeenCalled();
  });

  test.each([true, false])('comes from where the request says (https: %s)', async (isHttps) => {
    request.headers = new Headers({ [CLIENT_ADDRESS_HEADER]: '192.0.2.9', 'user-agent': 'a browser' });
    keep(cookieName('suncode-device-1', isHttps), 'known');
    await arrive(isHttps);
    expect(clientOf()).toMatchObject({ address: '192.0.2.9', userAgent: 'a browser' });
    expect(clientOf().cookie('suncode-device-1')).toBe('known');
    expect(clientOf().cookie('suncode-device-2')).toBeUndefined();
  });

  test('that brings nobody is a fault', async () => {
    const asking = takeVouched({ id: 'fei' }, wayOf(false));
    await expect(asking).rejects.toThrow(new TypeError('a sign-in service brought nobody'));
  });

  test('and is refused reads why, unless it is a fault', async () => {
    vi.mocked(signInByService).mockRejectedValueOnce(new AppError('SERVICE_REFUSED'));
    const { next, user } = await arrive();
    expect(next).toBe('/sign-in?refused=SERVICE_REFUSED&service=feishu');
    expect(user.sessionId).toBeUndefined();
    expect(remember).not.toHaveBeenCalled();
    for (const fault of [new AppError('NOT_FOUND'), new Error('the database is gone')]) {
      vi.mocked(signInByService).mockRejectedValueOnce(fault);
      await expect(arrive()).rejects.toBe(fault);
    }
  });
});

describe('the second step of somebody whom a service brings', () => {
  const needed = () => {
    const values = { userId: 'u1', app: 1, passkeys: 2 };
    vi.mocked(signInByService).mockRejectedValueOnce(new AppError('SECOND_STEP_NEEDED', { values }));
  };

  test.each([
    ['http://suncode.test/codes?q=%E9%97%A8&tab=all#x', '/codes?q=%E9%97%A8&tab=all'],
    ['/codes', '/'],
    [undefined, '/'],
  ])('is asked for, and leads on to where they wanted to go: %s', async (wanted, from) => {
    for (const isHttps of [true, false]) {
      request.cookies.clear();
      if (wanted) keep(cookieName('next-auth.callback-url', isHttps), wanted);
      needed();
      const { next } = await arrive(isHttps);
      expect(next).toBe(`/sign-in?${new URLSearchParams({ step: 'code', app: '1', passkeys: '2', from })}`);
      expect(await readTicket('code', isHttps)).toEqual({ id: 'u1', service: '飞书' });
      expect(remember).not.toHaveBeenCalled();
    }
  });
});

describe('who has gone to a service from their own session', () => {
  beforeEach(async () => {
    Object.assign(request, { own: 's9', found: { user: row } });
    await giveTicket('connect', { id: 's9', service: 'feishu' }, false);
  });

  test('is connected with whom it brings, once', async () => {
    expect((await arrive()).next).toBe('/settings/account');
    const actor = { kind: 'user', id: 'u2', name: '店长', email: null, role: 'VIEWER', sees: 'all' };
    expect(connectService).toHaveBeenCalledExactlyOnceWith(actor, vouched, '飞书');
    expect(signInByService).not.toHaveBeenCalled();
    expect((await arrive()).next).toBe(true);
  });

  test('reads at their account why not', async () => {
    vi.mocked(connectService).mockRejectedValueOnce(new AppError('SERVICE_TAKEN'));
    expect((await arrive()).next).toBe('/settings/account?refused=SERVICE_TAKEN&service=feishu');
  });

  test.each([
    ['signed out since', { own: undefined }],
    ['signed in as somebody else since', { own: 's8' }],
    ['is of a session that has run out', { found: null }],
  ])('signs in where the browser %s', async (_, state) => {
    Object.assign(request, state);
    expect((await arrive()).next).toBe(true);
    expect(connectService).not.toHaveBeenCalled();
    expect(await readTicket('connect', false)).toBeNull();
  });

  test('signs in where they went to another service', async () => {
    await giveTicket('connect', { id: 's9', service: 'oidc' }, false);
    expect((await arrive()).next).toBe(true);
    expect(connectService).not.toHaveBeenCalled();
  });
});
