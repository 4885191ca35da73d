import { beforeEach, describe, expect, test, vi } from 'vitest';
import { GET, POST } from '@/app/api/auth/[...nextauth]/route';
import { systemActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { useDatabase } from '@/lib/testing/database';
import { insertApp, insertUser } from '@/lib/testing/factories';
import { askAuth, state, throughProvider, useOidc } from '@/lib/testing/stand-ins/auth-browser';
import { inviteMembers } from '@/lib/users/invitations';
import { setNewcomerRules } from '@/lib/users/sign-in-services/newcomers';

vi.mock('next/headers', async () => (await import('@/lib/testing/stand-ins/auth-browser')).nextHeaders);
vi.mock('next-auth', async () => (await import('@/lib/testing/stand-ins/auth-browser')).nextAuth);
const logged = vi.hoisted(() => {
  const lines: object[] = [];
  return { lines };
});
vi.mock('@/lib/log', () => ({
  log: () => ({ error: (line: object) => logged.lines.push(line), warn: () => undefined }),
}));

useDatabase();
const boss = systemActor('test');
const routes = { GET, POST };
const { accounts, issuer, known, begin, enter, me } = useOidc(routes);

beforeEach(async () => {
  logged.lines = [];
  await setNewcomerRules(boss, { newcomers: 'member', role: 'VIEWER', appIds: null });
});
const refused = (code: string) =>
  new RegExp(`^/sign-in\\?refused=${code}&service=oidc(?:&request=[0-9a-f-]{36})?$`);

describe('who comes for the first time', () => {
  test('becomes a member of the role and the sight that are set, known by the id of the provider', async () => {
    const { id: appId } = await insertApp({ mode: 'SANDBOX' });
    await setNewcomerRules(boss, { newcomers: 'member', role: 'OPERATOR', appIds: [appId] });
    const id = known({ name: '张店长', email: 'ZHANG@shops.test', email_verified: true });
    expect(await enter(id)).toBe('/codes');
    expect(await me()).toMatchObject({
      ...{ name: '张店长', email: 'zhang@shops.test', role: 'OPERATOR', passwordHash: null },
      ...{ seesAll: false, seenAppIds: [appId] },
      identities: [{ issuer: issuer(), subject: id }],
    });
    const events = await db().auditEvent.findMany({
      where: { targetName: '张店长' },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ action, details }) => [action, details])).toEqual([
      ['user.join', { role: 'OPERATOR', service: '总部账号', email: 'zhang@shops.test' }],
      ['session.start', { service: '总部账号' }],
    ]);
  });

  test('stays outside when newcomers are refused, unless they were invited at an address that the provider has verified', async () => {
    await setNewcomerRules(boss, { newcomers: 'refuse', role: 'VIEWER', appIds: null });
    const email = 'invited@shops.test';
    await inviteMembers(boss, { emails: email, role: 'ADMIN' });
    const unverified = known({ name: '别人', email });
    expect(await enter(unverified)).toMatch(refused('SERVICE_REFUSED'));
    expect(await me()).toBeNull();
    expect(await enter(known({ name: '李总', email, email_verified: true }))).toBe('/codes');
    expect(await me()).toMatchObject({ name: '李总', role: 'ADMIN', email });
    expect(await db().invitation.count({ where: { email } })).toBe(0);
  });

  test.each([true, false])(
    'is nobody else’s account, whatever address they say they have (verified: %s)',
    async (verified) => {
      const victim = await insertUser({ role: 'ADMIN' });
      const id = known({ name: '冒充者', email: victim.email, email_verified: verified });
      const end = await enter(id);
      if (verified) expect(end).toMatch(refused('SERVICE_CONNECT_FIRST'));
      else expect(await me()).toMatchObject({ name: '冒充者', email: null, role: 'VIEWER' });
      expect(await db().serviceIdentity.count({ where: { userId: victim.id } })).toBe(0);
      expect(await me()).not.toMatchObject({ id: victim.id });
    },
  );
});

describe('who comes again', () => {
  test('is known by the id alone, and renamed when the provider renames them', async () => {
    const id = known({ name: '旧名', email: 'old@shops.test', email_verified: true });
    await enter(id);
    const first = await me();
    accounts().set(id, { name: '新名', email: 'new@shops.test', email_verified: true });
    state.own = new Map();
    await enter(id);
    expect(await me()).toMatchObject({ id: first?.id, name: '新名', email: 'old@shops.test' });
    await db().user.update({ where: { id: first?.id ?? '' }, data: { name: '自己改的' } });
    accounts().set(id, { name: '又一个' });
    await enter(id);
    expect(await me()).toMatchObject({ id: first?.id, name: '自己改的' });
  });

  test('stays outside once deactivated', async () => {
    const id = known({ name: '离职' });
    await enter(id);
    const member = await me();
    await db().user.update({ where: { id: member?.id ?? '' }, data: { deactivatedAt: new Date() } });
    state.own = new Map();
    expect(await enter(id)).toMatch(refused('ACCOUNT_OFF'));
    expect(await me()).toBeNull();
    const last = await db().auditEvent.findFirst({ orderBy: { id: 'desc' } });
    expect(last).toMatchObject({
      action: 'session.fail',
      targetId: member?.id,
      details: { service: '总部账号' },
    });
  });

  test('another issuer’s same id is another person', async () => {
    const id = known({ name: '甲' });
    const other = await insertUser();
    await db().serviceIdentity.create({
      data: { issuer: 'https://elsewhere.test', subject: id, userId: other.id, name: '乙' },
    });
    await enter(id);
    expect(await me()).not.toMatchObject({ id: other.id });
  });
});

describe('what is not the answer to this browser’s question', () => {
  test.each([
    ['state', 'SERVICE_STALE'],
    ['pkce.code_verifier', 'SERVICE_STALE'],
    ['nonce', 'SERVICE_STALE'],
  ])('without the cookie of %s', async (name, code) => {
    const back = await throughProvider(await begin(), known({ name: '无' }));
    state.own.delete(`next-auth.${name}`);
    const response = await askAuth(routes, back.href);
    expect(response.headers.get('location')).toMatch(refused(code));
    expect(await me()).toBeNull();
  });

  test.each([
    ['state', 'SERVICE_STALE'],
    ['pkce.code_verifier', 'SERVICE_FAILED'],
    ['nonce', 'SERVICE_FAILED'],
  ])('with the %s of another attempt', async (name, code) => {
    await begin();
    const other = state.own.get(`next-auth.${name}`) ?? '';
    const back = await throughProvider(await begin(), known({ name: '无' }));
    state.own.set(`next-auth.${name}`, other);
    const response = await askAuth(routes, back.href);
    expect(response.headers.get('location')).toMatch(refused(code));
    expect(await me()).toBeNull();
  });

  test('a provider that calls itself something else is not asked to sign anybody in', async () => {
    env().OIDC_ISSUER = issuer().replace('127.0.0.1', 'localhost');
    expect(await begin()).toMatch(refused('SERVICE_FAILED'));
    expect(logged.lines).toMatchObject([{ err: { fault: 'otherIssuer' }, requestId: expect.any(String) }]);
  });

  test('who goes away at the provider is told so, without a fault', async () => {
    expect(await enter(null)).toMatch(refused('SERVICE_CANCELLED'));
    expect(logged.lines).toEqual([]);
  });

  test('a provider that is down is said to be, with an id that stands in the log', async () => {
    env().OIDC_ISSUER = 'http://127.0.0.1:9';
    const path = await begin();
    expect(path).toMatch(refused('SERVICE_DOWN'));
    expect(logged.lines).toMatchObject([
      { requestId: new URLSearchParams(path.split('?')[1]).get('request') },
    ]);
  });
});
