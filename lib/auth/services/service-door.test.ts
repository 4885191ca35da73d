import { NextRequest } from 'next/server';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { CLIENT_ADDRESS_HEADER } from '@/lib/http/client-address';
import { ServiceError, type ServiceFault } from '@/lib/users/sign-in-services/ask-service';
import type { SignInService } from '@/lib/users/sign-in-services/services';
import { byService, serviceLogger, withCode } from './service-door';

// The counts are those of the database (throttle.db.test.ts).
const world = vi.hoisted(() => {
  const state: { addresses: string[]; isBusy: boolean; lines: object[] } = {
    ...{ addresses: [], isBusy: false, lines: [] },
  };
  return state;
});
vi.mock('@/lib/auth/attempts/throttle', () => ({
  countServiceStep: async (address: string) => {
    world.addresses.push(address);
    return !world.isBusy;
  },
}));
vi.mock('@/lib/log', () => ({
  log: () => ({ error: (line: object, text: string) => world.lines.push({ ...line, text }) }),
}));

beforeEach(() => void Object.assign(world, { addresses: [], isBusy: false, lines: [] }));

const SERVICE: SignInService = {
  ...{ id: 'feishu', name: null, issuer: 'feishu:cli_1', callbackUrl: '', rules: null, checks: [] },
  provider: () => Promise.reject(new Error('not asked here')),
};
const HERE = 'http://suncode.test/api/auth/callback/feishu';
const ask = (answer: () => Promise<Response>, init?: { method?: string; headers?: Record<string, string> }) =>
  byService(new NextRequest(HERE, init), SERVICE, answer);

/** What the browser is told when next-auth has said so in its log, or has thrown it. */
async function refusalOf(fault: unknown, isThrown = false): Promise<URLSearchParams> {
  const response = await ask(async () => {
    if (isThrown) throw fault;
    const metadata = fault instanceof Error ? { error: fault } : Object(fault);
    serviceLogger?.error?.('OAUTH_CALLBACK_ERROR', metadata);
    return new Response('a page of next-auth');
  });
  const url = new URL(response.headers.get('location') ?? '', HERE);
  expect([response.status, url.pathname, url.searchParams.get('service')]).toEqual([
    302,
    '/sign-in',
    'feishu',
  ]);
  return url.searchParams;
}

const coded = (code: string) => Object.assign(new Error('no'), { code });

describe('what goes wrong on the way by a service', () => {
  test.each<[unknown, string]>([
    ...(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT'] as const).map(
      (code): [unknown, string] => [coded(code), 'SERVICE_DOWN'],
    ),
    ...(['EHOSTUNREACH', 'ENETUNREACH', 'EPIPE', 'CERT_HAS_EXPIRED', 'UND_ERR_SOCKET'] as const).map(
      (code): [unknown, string] => [coded(code), 'SERVICE_DOWN'],
    ),
    [coded('DEPTH_ZERO_SELF_SIGNED_CERT'), 'SERVICE_DOWN'],
    [coded('SELF_SIGNED_CERT_IN_CHAIN'), 'SERVICE_DOWN'],
    [coded('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'SERVICE_DOWN'],
    [coded('NOT_ECONNREFUSED'), 'SERVICE_FAILED'],
    [new Error('unreachable {"host":"open.feishu.cn"}'), 'SERVICE_DOWN'],
    [new Error('status {"status":502}'), 'SERVICE_DOWN'],
    [new Error('outgoing request timed out after 3500ms'), 'SERVICE_DOWN'],
    [new Error('expected 200 OK, got: 503 Service Unavailable'), 'SERVICE_DOWN'],
    [new Error('expected 200 OK, got: 403 Forbidden'), 'SERVICE_FAILED'],
    [new Error('a wrong status {}'), 'SERVICE_FAILED'],
    [new Error('State cookie was missing.'), 'SERVICE_STALE'],
    [new Error('State value could not be parsed'), 'SERVICE_STALE'],
    [new Error('the check is for a different provider'), 'SERVICE_STALE'],
    [new Error('state mismatch, expected a, got: b'), 'SERVICE_STALE'],
    [new Error('access_denied'), 'SERVICE_CANCELLED'],
    [new Error('access_denied by somebody else'), 'SERVICE_FAILED'],
    [new Error('something else'), 'SERVICE_FAILED'],
    [{ providerId: 'feishu' }, 'SERVICE_FAILED'],
  ])('%o is %s', async (fault, code) => {
    expect((await refusalOf(fault)).get('refused')).toBe(code);
  });

  test.each<[ServiceFault, string]>([
    ['unreachable', 'SERVICE_DOWN'],
    ['status', 'SERVICE_DOWN'],
    ['noJson', 'SERVICE_FAILED'],
    ['otherCompany', 'SERVICE_FAILED'],
  ])('before next-auth is asked: %s is %s', async (fault, code) => {
    expect((await refusalOf(new ServiceError(fault), true)).get('refused')).toBe(code);
  });

  test('is logged under the number that the browser shows, unless it is what people do', async () => {
    const fault = new Error('something else');
    const requestId = (await refusalOf(fault)).get('request');
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    const text = 'signing in by a service failed';
    expect(world.lines).toEqual([{ err: fault, requestId, service: 'feishu', text }]);
    for (const usual of ['access_denied', 'state mismatch'])
      expect((await refusalOf(new Error(usual))).get('request')).toBeNull();
    expect(world.lines).toHaveLength(1);
  });

  test('of requests at the same time belongs to each of them, and outside of them to the log', async () => {
    const fine = new Response('let in');
    const [first] = await Promise.all([ask(async () => fine), refusalOf(new Error('access_denied'))]);
    expect(first).toBe(fine);
    const fault = new Error('of no request');
    serviceLogger?.error?.('SESSION_ERROR', fault);
    expect(world.lines).toEqual([{ err: fault, code: 'SESSION_ERROR', text: 'next-auth' }]);
  });
});

describe('an answer', () => {
  test('that says of nothing wrong is handed on, and is counted by the address it is for', async () => {
    const fine = new Response('let in');
    expect(await ask(async () => fine, { headers: { [CLIENT_ADDRESS_HEADER]: '192.0.2.9' } })).toBe(fine);
    expect(await ask(async () => fine)).toBe(fine);
    expect(world.addresses).toEqual(['192.0.2.9', 'unknown']);
    expect(world.lines).toEqual([]);
  });

  test('to an address that asks too often is none, and the service is not asked', async () => {
    world.isBusy = true;
    const answer = vi.fn(async () => new Response('let in'));
    const response = await ask(answer, { method: 'POST' });
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await response.json()).toEqual({ url: '/sign-in?refused=SERVICE_BUSY&service=feishu' });
    expect(answer).not.toHaveBeenCalled();
  });
});

describe('the code of 钉钉', () => {
  const codeOf = (query: string, method = 'GET') => {
    const request = new NextRequest(`${HERE}?${query}`, { method });
    const given = withCode(request);
    return { code: given.nextUrl.searchParams.get('code'), isSame: given === request };
  };

  test('is called as next-auth calls it, and everything else stays', () => {
    expect(codeOf('authCode=abc&state=x')).toEqual({ code: 'abc', isSame: false });
    const headers = { cookie: 'next-auth.state=1' };
    const given = withCode(new NextRequest(`${HERE}?authCode=abc&state=x`, { headers }));
    expect(given.nextUrl.searchParams.get('state')).toBe('x');
    expect(given.cookies.get('next-auth.state')?.value).toBe('1');
  });

  test('of another name is left, as is what is posted', () => {
    expect(codeOf('code=abc')).toEqual({ code: 'abc', isSame: true });
    expect(codeOf('code=abc&authCode=def')).toEqual({ code: 'abc', isSame: true });
    expect(codeOf('authCode=abc', 'POST')).toEqual({ code: null, isSame: true });
    expect(codeOf('state=x')).toEqual({ code: null, isSame: true });
  });
});
