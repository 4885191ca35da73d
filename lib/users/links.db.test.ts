import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertUser } from '@/lib/testing/factories';
import { createAdministratorLink, createResetLinkFor } from './by-hand';
import {
  acceptInvitation,
  findInvitation,
  inviteMembers,
  listInvitations,
  revokeInvitation,
} from './invitations';
import { deactivateMember } from './members';
import { createResetLink, findReset, resetPassword } from './password-reset';
import { signInWithPassword } from './sign-in';

useDatabase();

const PASSWORD = 'sunny days at the beach';
const DAY_MS = 24 * 60 * 60 * 1000;
const GONE = { code: 'LINK_GONE' };

let admin: UserActor;
beforeAll(async () => {
  admin = await insertActor('ADMIN');
});
afterEach(() => {
  vi.restoreAllMocks();
});

let made = 0;
const newEmail = () => `guest-${(made += 1)}@suncode.test`;

function signIn(email: string, password: string) {
  const client = {
    ...{ address: `192.0.2.${(made += 1)}`, userAgent: 'a browser' },
    ...{ cookie: () => undefined, ownSession: async () => undefined },
  };
  return signInWithPassword({ email, password }, client);
}

async function invite(email = newEmail(), role: 'VIEWER' | 'ADMIN' = 'VIEWER'): Promise<string> {
  const [invitation] = await inviteMembers(admin, { emails: email, role });
  return invitation?.token ?? '';
}

const join = (token: string, values = {}) =>
  acceptInvitation(token, { name: '新同事', password: PASSWORD, ...values });

function later(days: number): void {
  const then = new Date(Date.now() + days * DAY_MS);
  vi.spyOn(clock, 'now').mockReturnValue(then);
}

describe('an invitation', () => {
  test('lets one person in, with the role that it names, once', async () => {
    const email = newEmail();
    const token = await invite(email);
    expect(await findInvitation(token)).toEqual({ email, role: 'VIEWER', invitedByName: admin.name });
    expect(await join(token)).toEqual({ email });
    const user = await db().user.findUniqueOrThrow({ where: { email } });
    expect(user).toMatchObject({ name: '新同事', role: 'VIEWER' });
    expect(await signIn(email, PASSWORD)).toMatchObject({ id: user.id });
    await expect(join(token)).rejects.toMatchObject(GONE);
    expect(await db().auditEvent.findMany({ where: { targetId: user.id, area: 'people' } })).toMatchObject([
      { action: 'user.join', actorId: user.id },
    ]);
  });

  test('used by two at once makes one account', async () => {
    const email = newEmail();
    const token = await invite(email);
    const results = await Promise.allSettled([join(token), join(token)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await db().user.count({ where: { email } })).toBe(1);
  });

  test('is kept as a hash, and nothing of the link is written down', async () => {
    const token = await invite();
    const rows = [await db().invitation.findMany(), await db().auditEvent.findMany()];
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(await listInvitations(admin))).not.toContain('tokenHash');
  });

  test('ends after seven days, when it is revoked, and when another one is made', async () => {
    const email = newEmail();
    const first = await invite(email);
    const second = await invite(email);
    await expect(join(first)).rejects.toMatchObject(GONE);
    later(6.9);
    expect(await findInvitation(second)).not.toBeNull();
    later(7.1);
    expect(await findInvitation(second)).toBeNull();
    await expect(join(second)).rejects.toMatchObject(GONE);
    const item = (await listInvitations(admin)).find((row) => row.email === email);
    expect(item?.isExpired).toBe(true);
    vi.restoreAllMocks();
    await revokeInvitation(admin, item?.id ?? '');
    await expect(join(second)).rejects.toMatchObject(GONE);
    await expect(revokeInvitation(admin, item?.id ?? '')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('is called run out from the moment on at which it is worth nothing', async () => {
    const [email, start] = [newEmail(), Date.now()];
    const at = vi.spyOn(clock, 'now').mockReturnValue(new Date(start));
    const token = await invite(email);
    for (const [ms, isExpired] of [
      [-1, false],
      [0, true],
    ] as const) {
      at.mockReturnValue(new Date(start + 7 * 24 * 60 * 60 * 1000 + ms));
      const item = (await listInvitations(admin)).find((row) => row.email === email);
      expect([item?.isExpired, (await findInvitation(token)) === null]).toEqual([isExpired, isExpired]);
    }
  });

  test('survives a password that is easy to guess', async () => {
    const token = await invite();
    await expect(join(token, { password: 'password12' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ field: 'password', key: 'errors.issues.passwordCommon' }],
    });
    await expect(join(token, { name: ' ' })).rejects.toMatchObject({ issues: [{ field: 'name' }] });
    expect(await findInvitation(token)).not.toBeNull();
  });

  test('ends where the address has become a member by another way', async () => {
    const email = newEmail();
    const token = await invite(email);
    await insertUser({ email });
    await expect(join(token)).rejects.toMatchObject(GONE);
  });
});

describe('many addresses at once', () => {
  test('are read however they are pasted, each once', async () => {
    const pasted =
      'A1@suncode.test, 张三 <a2@suncode.test>；a3@suncode.test\n\n a1@SUNCODE.test  a4@suncode.test、a5@suncode.test';
    const invitations = await inviteMembers(admin, { emails: pasted, role: 'OPERATOR' });
    expect(invitations.map(({ email }) => email)).toEqual(
      [1, 2, 3, 4, 5].map((number) => `a${number}@suncode.test`),
    );
    expect(new Set(invitations.map(({ token }) => token)).size).toBe(5);
  });

  const many = Array.from({ length: 101 }, (_, number) => `m${number}@suncode.test`).join('\n');
  test.each([
    ['', 'emailNone', {}],
    [' ,;\n', 'emailNone', {}],
    ['ok@suncode.test, nobody', 'emailOf', { text: 'nobody' }],
    [many, 'emailTooMany', { max: 100, count: 101 }],
  ])('%j is refused as a whole', async (emails, key, values) => {
    const before = await db().invitation.count();
    await expect(inviteMembers(admin, { emails, role: 'VIEWER' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ field: 'emails', key: `errors.issues.${key}`, values }],
    });
    expect(await db().invitation.count()).toBe(before);
  });

  test('with a member among them invite nobody', async () => {
    const email = newEmail();
    await expect(
      inviteMembers(admin, { emails: `${email} ${admin.email}`, role: 'VIEWER' }),
    ).rejects.toMatchObject({
      issues: [{ key: 'errors.issues.emailMember', values: { text: admin.email } }],
    });
    expect(await db().invitation.count({ where: { email } })).toBe(0);
  });
});

describe('a link for a new password', () => {
  const to = (password: string) => ({ newPassword: password, repeatPassword: password });

  test('sets it once and ends every session; until then the old one counts', async () => {
    const user = await insertUser({ password: 'the right one' });
    const { token } = await createResetLink(admin, user.id);
    expect(await signIn(user.email, 'the right one')).not.toBeNull();
    expect(await findReset(token)).toMatchObject({ email: user.email });
    await resetPassword(token, to(PASSWORD));
    expect(await db().session.count({ where: { userId: user.id } })).toBe(0);
    expect(await signIn(user.email, 'the right one')).toBeNull();
    expect(await signIn(user.email, PASSWORD)).not.toBeNull();
    await expect(resetPassword(token, to('tangerine piano 77'))).rejects.toMatchObject(GONE);
    const events = await db().auditEvent.findMany({
      where: { targetId: user.id, area: 'people' },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['user.resetLink', admin.id],
      ['user.resetPassword', user.id],
    ]);
    expect(JSON.stringify(events)).not.toContain(token);
  });

  test('ends after a day, with the next one, and with the member', async () => {
    const user = await insertUser();
    const { token: first } = await createResetLink(admin, user.id);
    const { token } = await createResetLink(admin, user.id);
    expect(await findReset(first)).toBeNull();
    later(1.1);
    await expect(resetPassword(token, to(PASSWORD))).rejects.toMatchObject(GONE);
    vi.restoreAllMocks();
    await deactivateMember(admin, user.id, null);
    await expect(resetPassword(token, to(PASSWORD))).rejects.toMatchObject(GONE);
    await expect(createResetLink(admin, user.id)).rejects.toMatchObject({ code: 'MEMBER_OFF' });
  });

  test('refuses what is easy to guess and what was typed differently', async () => {
    const user = await insertUser();
    const { token } = await createResetLink(admin, user.id);
    await expect(resetPassword(token, to('password12'))).rejects.toMatchObject({
      issues: [{ field: 'newPassword', key: 'errors.issues.passwordCommon' }],
    });
    await expect(
      resetPassword(token, { newPassword: PASSWORD, repeatPassword: 'another' }),
    ).rejects.toMatchObject({ issues: [{ field: 'repeatPassword' }] });
    expect(await findReset(token)).not.toBeNull();
  });
});

describe('npm run admin', () => {
  const tokenIn = (path: string) => new URL(path, 'http://suncode.test').searchParams.get('token') ?? '';
  const toldOf = async (targetId: string) => {
    const events = await db().auditEvent.findMany({
      where: { targetId, actorId: null },
      orderBy: { at: 'asc' },
    });
    return events.map(({ action }) => action);
  };

  test('gives a member who is out a link, and lets them in again', async () => {
    const user = await insertUser();
    await deactivateMember(admin, user.id, null);
    const path = await createResetLinkFor(user.email.toUpperCase());
    await resetPassword(tokenIn(path), { newPassword: PASSWORD, repeatPassword: PASSWORD });
    expect(await signIn(user.email, PASSWORD)).toMatchObject({ id: user.id });
    expect(await toldOf(user.id)).toEqual(['user.reactivate', 'user.resetLink']);
  });

  test('says of a member who is in only that they got a link', async () => {
    const user = await insertUser();
    await createResetLinkFor(user.email);
    expect(await toldOf(user.id)).toEqual(['user.resetLink']);
  });

  test('invites an administrator in nobody’s name', async () => {
    const email = 'first@suncode.test';
    const path = await createAdministratorLink(email);
    expect(await findInvitation(tokenIn(path))).toEqual({ email, role: 'ADMIN', invitedByName: null });
  });

  test('makes a member an administrator', async () => {
    const user = await insertUser();
    expect(await createAdministratorLink(user.email)).toMatch(/^\/reset\?token=/);
    expect(await db().user.findUniqueOrThrow({ where: { id: user.id } })).toMatchObject({ role: 'ADMIN' });
    expect(await toldOf(user.id)).toEqual(['user.changeRole', 'user.resetLink']);
  });

  test('invites an administrator whom nobody knows, and ends the set-up link with them', async () => {
    await db().installation.upsert({ where: { id: 1 }, create: { id: 1, setupTokenHash: 'x' }, update: {} });
    const email = newEmail();
    await join(tokenIn(await createAdministratorLink(email)));
    expect(await db().user.findUniqueOrThrow({ where: { email } })).toMatchObject({ role: 'ADMIN' });
    expect(await db().installation.findUniqueOrThrow({ where: { id: 1 } })).toMatchObject({
      setupTokenHash: null,
      completedAt: expect.any(Date),
    });
  });

  test('says who is none', async () => {
    await expect(createResetLinkFor('nobody@suncode.test')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(createAdministratorLink('nobody')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});
