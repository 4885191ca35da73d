import { Secret, TOTP } from 'otpauth';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { GET, POST } from '@/app/api/auth/[...nextauth]/route';
import { memberActor, systemActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertUser } from '@/lib/testing/factories';
import { askAuth, state, useOidc } from '@/lib/testing/stand-ins/auth-browser';
import { confirmSecondStep, startSecondStep } from '@/lib/users/second-step/service';
import { beginConnecting, connectService, disconnectService } from '@/lib/users/sign-in-services/connections';
import { setNewcomerRules } from '@/lib/users/sign-in-services/newcomers';
import { giveTicket } from './ticket';

vi.mock('next/headers', async () => (await import('@/lib/testing/stand-ins/auth-browser')).nextHeaders);
vi.mock('next-auth', async () => (await import('@/lib/testing/stand-ins/auth-browser')).nextAuth);

useDatabase();
const routes = { GET, POST };
const { issuer, known, enter, me } = useOidc(routes);
beforeEach(() =>
  setNewcomerRules(systemActor('test'), { newcomers: 'member', role: 'VIEWER', appIds: null }),
);

describe('who has the second step', () => {
  const STEP_MS = 30_000;

  async function withSecondStep() {
    const id = known({ name: '两步' });
    await enter(id);
    const member = await me();
    if (!member) throw new Error('nobody is signed in');
    const { secret } = await startSecondStep(memberActor(member));
    const shown = (steps: number) =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * STEP_MS });
    // Without a password there is none to ask for.
    await confirmSecondStep(memberActor(member), { code: shown(0) }, 'none');
    state.own = new Map();
    return { id, member, shown };
  }

  async function sendCode(code: string): Promise<string> {
    const { csrfToken } = await (await askAuth(routes, '/api/auth/csrf')).json();
    const { url } = await (
      await askAuth(routes, '/api/auth/callback/second-step', { csrfToken, code, json: 'true' })
    ).json();
    return new URL(url).searchParams.get('error') ?? '';
  }

  test('is asked for a code, and has no session before it', async () => {
    const { id, member, shown } = await withSecondStep();
    expect(await enter(id)).toBe('/sign-in?step=code&app=1&passkeys=0&from=%2Fcodes');
    expect(await me()).toBeNull();
    expect(await sendCode('000000')).toContain('SECOND_STEP_WRONG');
    expect(await me()).toBeNull();
    expect(await sendCode(shown(1))).toBe('');
    expect(await me()).toMatchObject({ id: member.id });
    const last = await db().auditEvent.findFirst({
      where: { action: 'session.start' },
      orderBy: { id: 'desc' },
    });
    expect(last).toMatchObject({ actorId: member.id, details: { service: '总部账号' } });
  });

  test('a code alone, without the service’s word, is worth nothing', async () => {
    const { id, shown } = await withSecondStep();
    expect(await sendCode(shown(1))).toBe('CredentialsSignin');
    await enter(id);
    state.own.set('suncode-ticket-code', `${state.own.get('suncode-ticket-code')}x`);
    expect(await sendCode(shown(1))).toBe('CredentialsSignin');
    expect(await me()).toBeNull();
  });

  test('and was deactivated meanwhile stays outside', async () => {
    const { id, member, shown } = await withSecondStep();
    await enter(id);
    await db().user.update({ where: { id: member.id }, data: { deactivatedAt: new Date() } });
    expect(await sendCode(shown(1))).toContain('ACCOUNT_OFF');
  });
});

describe('a member connects the provider', () => {
  test('from their own session, and signs in by it from then on', async () => {
    const member = await insertUser({ password: 'a sentence of their own' });
    const id = known({ name: '外部名' });
    await enter(known({ name: '同事' }));
    const session = await db().session.findFirstOrThrow({ orderBy: { id: 'desc' } });
    await db().session.update({ where: { id: session.id }, data: { userId: member.id } });
    await giveTicket('connect', { id: session.id, service: 'oidc' }, false);
    expect(await enter(id)).toBe('/settings/account');
    expect(await me()).toMatchObject({ id: member.id, identities: [{ subject: id, name: '外部名' }] });
    state.own = new Map();
    await enter(id);
    expect(await me()).toMatchObject({ id: member.id });
    await expect(
      connectService(
        memberActor(await insertUser()),
        { issuer: issuer(), subject: id, name: '', email: null, groups: null },
        'x',
      ),
    ).rejects.toMatchObject({ code: 'SERVICE_TAKEN' });
  });

  test('not without the password, which who found an open browser does not know', async () => {
    const actor = memberActor(await insertUser({ password: 'a sentence of their own' }));
    await expect(beginConnecting(actor, 'oidc', 'a guess')).rejects.toMatchObject({ code: 'PASSWORD_WRONG' });
    await expect(beginConnecting(actor, 'other', 'a guess')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await beginConnecting(actor, 'oidc', 'a sentence of their own');
  });

  test('not by a ticket that another session was given', async () => {
    const member = await insertUser();
    await giveTicket('connect', { id: 'somebody else’s', service: 'oidc' }, false);
    await enter(known({ name: '自己' }));
    expect(await me()).not.toMatchObject({ id: member.id });
  });

  test('and disconnects it only while another way in is left', async () => {
    await enter(known({ name: '只有一条路' }));
    const member = await me();
    if (!member) throw new Error('nobody is signed in');
    await expect(disconnectService(memberActor(member), 'oidc')).rejects.toMatchObject({
      code: 'LAST_WAY_IN',
    });
    await db().user.update({ where: { id: member.id }, data: { passwordHash: 'one' } });
    await disconnectService(memberActor(member), 'oidc');
    expect(await db().serviceIdentity.count({ where: { userId: member.id } })).toBe(0);
  });
});
