import { verify } from '@node-rs/argon2';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newDeviceCookie } from '@/lib/auth/device-cookie';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { memberActor } from '@/lib/auth/actor';
import { insertUser } from '@/lib/testing/factories';
import { findSession } from '@/lib/auth/session-rows';
import { changePassword, keepPreferences, updateProfile } from './service';
import { signInWithPassword } from './sign-in';

// The real one; its calls are counted.
vi.mock('@node-rs/argon2', { spy: true });

const PASSWORD = 'the right one';
const NEW_PASSWORD = 'an even better one';

useDatabase();

let user: Awaited<ReturnType<typeof insertUser>>;

beforeEach(async () => {
  user = await insertUser({ password: PASSWORD });
  vi.mocked(verify).mockClear();
});

afterEach(() => void vi.useRealTimers());

let networks = 0;
/** Addresses that no other test counted attempts of. */
const newAddress = () => `2001:db8:${(networks += 1).toString(16)}::1`;

type Client = { email?: string; address?: string; device?: string; sessionId?: string };
const HERE = newAddress();

function signIn(password: string, { email = user.email, address = HERE, device, sessionId }: Client = {}) {
  const client = {
    ...{ address, userAgent: 'a browser', cookie: () => device },
    ownSession: async () => sessionId,
  };
  return signInWithPassword({ email, password }, client);
}

async function guess(times: number, client?: Client): Promise<void> {
  for (let attempt = 0; attempt < times; attempt += 1) expect(await signIn('wrong one', client)).toBeNull();
}

const LOCKED = { code: 'TOO_MANY_ATTEMPTS', status: 429 };

describe('signing in', () => {
  test('answers with a session of its own', async () => {
    const signedIn = await signIn(PASSWORD);
    expect(signedIn).toEqual({
      id: user.id,
      knownAs: user.email,
      sessionId: expect.any(String),
      locale: null,
    });
    expect(await db().session.findMany({ where: { userId: user.id } })).toMatchObject([
      { id: signedIn?.sessionId, address: HERE, userAgent: 'a browser' },
    ]);
    expect((await db().user.findUniqueOrThrow({ where: { id: user.id } })).lastSignInAt).not.toBeNull();
  });

  test('again in the same browser replaces its session', async () => {
    const first = await signIn(PASSWORD);
    const elsewhere = await signIn(PASSWORD);
    const second = await signIn(PASSWORD, { sessionId: first?.sessionId ?? '' });
    const rows = await db().session.findMany({ where: { userId: user.id }, orderBy: { createdAt: 'asc' } });
    expect(rows.map(({ id }) => id)).toEqual([elsewhere?.sessionId, second?.sessionId]);
  });

  test('does not mind the case of the address, nor spaces around it', async () => {
    expect(await signIn(PASSWORD, { email: ` ${user.email.toUpperCase()} ` })).not.toBeNull();
  });

  test('does not mind which keyboard typed the password', async () => {
    const wide = 'ｔｈｅ　ｒｉｇｈｔ　ｏｎｅ';
    expect(await signIn(wide)).not.toBeNull();
    const composed = await insertUser({ password: 'caf\u00e9 au lait' });
    expect(await signIn('cafe\u0301 au lait', { email: composed.email })).not.toBeNull();
  });

  test('takes a password that was set before passwords were normalized', async () => {
    const { hash } = await import('@node-rs/argon2');
    await db().user.update({
      where: { id: user.id },
      data: { passwordHash: await hash('ｐａｓｓ　ｐｈｒａｓｅ') },
    });
    expect(await signIn('ｐａｓｓ　ｐｈｒａｓｅ')).not.toBeNull();
  });

  test('does not tell a wrong password from an unknown address: both cost one check', async () => {
    expect(await signIn('the wrong one')).toBeNull();
    expect(verify).toHaveBeenCalledTimes(1);
    expect(await signIn(PASSWORD, { email: 'nobody@suncode.test' })).toBeNull();
    expect(verify).toHaveBeenCalledTimes(2);
  });

  test.each([
    undefined,
    null,
    {},
    { email: 'a@b.cn' },
    { email: 7, password: 7 },
    { email: 'a@b.cn', password: '' },
    { email: 'a@b.cn', password: 'x'.repeat(201) },
  ])('takes %j for wrong', async (credentials) => {
    const client = {
      address: HERE,
      userAgent: '',
      cookie: () => undefined,
      ownSession: async () => undefined,
    };
    expect(await signInWithPassword(credentials, client)).toBeNull();
    expect(verify).not.toHaveBeenCalled();
  });
});

describe('guessing', () => {
  test('ends after five wrong passwords, also with the right one, and says until when', async () => {
    // The quarter of an hour runs from the first guess: on a busy machine five checks of a password take a second of it.
    vi.useFakeTimers({ toFake: ['Date'], now: new Date() });
    await guess(5);
    await expect(signIn(PASSWORD)).rejects.toMatchObject({
      ...LOCKED,
      values: { minutes: 15, until: expect.stringMatching(/^\d\d:\d\d$/), seconds: 900 },
    });
    expect(verify).toHaveBeenCalledTimes(5);
  });

  test('from another address is not refused by then', async () => {
    await guess(5);
    expect(await signIn(PASSWORD, { address: newAddress() })).not.toBeNull();
  });

  test('from another address of the same IPv6 network is', async () => {
    await guess(5, { address: '2001:db8:ffff:1::1' });
    await expect(signIn(PASSWORD, { address: '2001:db8:ffff:1:2:3:4:5' })).rejects.toMatchObject(LOCKED);
    expect(await signIn(PASSWORD, { address: '2001:db8:ffff:2::1' })).not.toBeNull();
  });

  test('one account from many addresses ends after thirty, for strangers', async () => {
    for (let round = 0; round < 30; round += 1) await guess(1, { address: newAddress() });
    await expect(signIn(PASSWORD, { address: newAddress() })).rejects.toMatchObject(LOCKED);
  });

  test('many accounts from one address ends after a hundred', async () => {
    const address = newAddress();
    for (let n = 0; n < 100; n += 1) await guess(1, { address, email: `nobody-${n}@suncode.test` });
    await expect(signIn(PASSWORD, { address })).rejects.toMatchObject(LOCKED);
    expect(await signIn(PASSWORD)).not.toBeNull();
  });

  test('all at once is counted too', async () => {
    const guesses = await Promise.allSettled(Array.from({ length: 12 }, () => signIn('the wrong one')));
    expect(guesses.filter(({ status }) => status === 'rejected')).toHaveLength(7);
  });

  test('ends in success, which forgets the wrong passwords before it', async () => {
    for (let round = 0; round < 12; round += 1) {
      await guess(4);
      expect(await signIn(PASSWORD)).not.toBeNull();
    }
  });
});

describe('a browser that has signed in before', () => {
  const deviceOf = (email: string) => newDeviceCookie(email).value;

  test('is not kept out by strangers', async () => {
    const device = deviceOf(user.email);
    await guess(5);
    for (let round = 0; round < 25; round += 1) await guess(1, { address: newAddress() });
    await expect(signIn(PASSWORD)).rejects.toMatchObject(LOCKED);
    expect(await signIn(PASSWORD, { device })).not.toBeNull();
  });

  test('has a limit of its own', async () => {
    const device = deviceOf(user.email);
    await guess(10, { device });
    await expect(signIn(PASSWORD, { device, address: newAddress() })).rejects.toMatchObject(LOCKED);
    expect(await signIn(PASSWORD, { device: deviceOf(user.email) })).not.toBeNull();
  });

  test('does not give strangers more guesses when it signs in', async () => {
    const device = deviceOf(user.email);
    await guess(5);
    expect(await signIn(PASSWORD, { device })).not.toBeNull();
    await expect(signIn(PASSWORD)).rejects.toMatchObject(LOCKED);
  });

  test.each([
    ['of another account', () => deviceOf('other@suncode.test')],
    ['with another signature', () => `${deviceOf(user.email).slice(0, -4)}AAAA`],
    ['with a later end', () => deviceOf(user.email).replace(/\.(\d+)\./, (_all, ends) => `.${ends}0.`)],
    ['that is none', () => 'guess'],
  ])('is a stranger with a cookie %s', async (_what, device) => {
    await guess(5);
    await expect(signIn(PASSWORD, { device: device() })).rejects.toMatchObject(LOCKED);
  });
});

describe('changing the password', () => {
  const change = (values: Partial<Parameters<typeof changePassword>[1]> = {}) =>
    changePassword(memberActor(user), {
      currentPassword: PASSWORD,
      newPassword: NEW_PASSWORD,
      repeatPassword: NEW_PASSWORD,
      ...values,
    });

  test('ends every session and writes it down without either password', async () => {
    await signIn(PASSWORD);
    await change();
    expect(await db().session.count({ where: { userId: user.id } })).toBe(0);
    expect(await signIn(NEW_PASSWORD)).toMatchObject({ id: user.id });
    expect(await signIn(PASSWORD)).toBeNull();
    const events = await db().auditEvent.findMany({ where: { targetId: user.id, area: 'people' } });
    expect(events).toMatchObject([{ action: 'user.changePassword', actorId: user.id }]);
    expect(JSON.stringify(events)).not.toMatch(new RegExp(`${PASSWORD}|${NEW_PASSWORD}`));
  });

  test('needs the current one', async () => {
    await signIn(PASSWORD);
    await expect(change({ currentPassword: 'the wrong one' })).rejects.toMatchObject({
      code: 'PASSWORD_WRONG',
      issues: [{ field: 'currentPassword' }],
    });
    expect(await db().session.count({ where: { userId: user.id } })).toBe(1);
  });

  test('cannot be used to guess the current one', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1)
      await expect(change({ currentPassword: 'the wrong one' })).rejects.toMatchObject({
        code: 'PASSWORD_WRONG',
      });
    await expect(change()).rejects.toMatchObject(LOCKED);
  });

  const to = (password: string) => ({ newPassword: password, repeatPassword: password });

  test.each([
    [to('short'), 'newPassword'],
    [to('x'.repeat(201)), 'newPassword'],
    [{ repeatPassword: 'something else' }, 'repeatPassword'],
    [{ currentPassword: '' }, 'currentPassword'],
  ])('refuses %j', async (values, field) => {
    await expect(change(values)).rejects.toMatchObject({ code: 'INVALID_INPUT', issues: [{ field }] });
  });

  test.each([
    [() => PASSWORD, 'passwordOld'],
    [() => PASSWORD.toUpperCase(), 'passwordOld'],
    [() => `${PASSWORD}1`, 'passwordPersonal'],
    [() => user.email, 'passwordPersonal'],
    [() => '1111111111', 'passwordRepeated'],
  ])('refuses what is easy to guess (%#)', async (password, reason) => {
    await expect(change(to(password()))).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ field: 'newPassword', key: `errors.issues.${reason}` }],
    });
    expect(await signIn(PASSWORD)).not.toBeNull();
  });

  test('takes the repetition from another keyboard', async () => {
    await change({ newPassword: 'ｓｕｎｎｙ days at the beach', repeatPassword: 'sunny days at the beach' });
    expect(await signIn('sunny days at the beach')).not.toBeNull();
  });
});

describe('changing name and address', () => {
  const update = (values: Partial<Parameters<typeof updateProfile>[1]> = {}) =>
    updateProfile(memberActor(user), { name: user.name, email: user.email, currentPassword: '', ...values });
  const EMAIL = 'moved@suncode.test';

  test('a name needs no password, and is written down', async () => {
    await update({ name: '  王芳 ' });
    expect(await db().user.findUnique({ where: { id: user.id } })).toMatchObject({ name: '王芳' });
    expect(await db().auditEvent.findMany({ where: { targetId: user.id, area: 'people' } })).toMatchObject([
      { action: 'user.updateProfile', details: { name: '王芳', email: user.email } },
    ]);
  });

  test('the address with the password: it signs in from then on, and the old one does not', async () => {
    await update({ email: ' Moved@Suncode.test', currentPassword: PASSWORD });
    expect(await signIn(PASSWORD, { email: EMAIL })).toMatchObject({ id: user.id });
    expect(await signIn(PASSWORD)).toBeNull();
    expect(JSON.stringify(await db().auditEvent.findMany())).not.toContain(PASSWORD);
  });

  test.each([
    ['no password', { values: { currentPassword: '' }, code: 'INVALID_INPUT', field: 'currentPassword' }],
    [
      'a wrong password',
      { values: { currentPassword: 'wrong' }, code: 'PASSWORD_WRONG', field: 'currentPassword' },
    ],
    ['no address', { values: { email: 'moved' }, code: 'INVALID_INPUT', field: 'email' }],
    ['no name', { values: { name: ' ' }, code: 'INVALID_INPUT', field: 'name' }],
  ])('%s: nothing changes', async (_what, { values, code, field }) => {
    const change = update({ name: '别人', email: EMAIL, currentPassword: PASSWORD, ...values });
    await expect(change).rejects.toMatchObject({ code, issues: [{ field }] });
    expect(await db().user.findUnique({ where: { id: user.id } })).toMatchObject({
      name: user.name,
      email: user.email,
    });
  });

  test('the password cannot be guessed by it', async () => {
    const wrong = { email: EMAIL, currentPassword: 'the wrong one' };
    for (let attempt = 0; attempt < 5; attempt += 1)
      await expect(update(wrong)).rejects.toMatchObject({ code: 'PASSWORD_WRONG' });
    await expect(update({ email: EMAIL, currentPassword: PASSWORD })).rejects.toMatchObject(LOCKED);
  });

  test("somebody else's address is refused by its field, and an invitation to the new one is void", async () => {
    const other = await insertUser({ email: 'other-member@suncode.test' });
    await expect(update({ email: other.email, currentPassword: PASSWORD })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ field: 'email', key: 'errors.issues.emailTaken' }],
    });
    const expiresAt = new Date(Date.now() + 60_000);
    const invitation = { role: 'VIEWER', tokenHash: 'h', invitedByName: '管理员', expiresAt } as const;
    const email = 'invited@suncode.test';
    await db().invitation.create({ data: { email, ...invitation } });
    await update({ email, currentPassword: PASSWORD });
    expect(await db().invitation.count()).toBe(0);
  });
});

describe('language and theme', () => {
  const keep = (chosen: Parameters<typeof keepPreferences>[1]) => keepPreferences(memberActor(user), chosen);
  const themeOf = async (id = '') => (await findSession(id, HERE))?.user.theme;

  test('come along to where the person signs in next, and to where they are signed in', async () => {
    const before = await signIn(PASSWORD);
    expect(before).toMatchObject({ locale: null });
    expect(await themeOf(before?.sessionId)).toBeNull();
    await keep({ locale: 'en' });
    await keep({ theme: 'dark' });
    const after = await signIn(PASSWORD, { address: newAddress() });
    expect(after).toMatchObject({ locale: 'en' });
    for (const signedIn of [before, after]) expect(await themeOf(signedIn?.sessionId)).toBe('dark');
    await keep({ locale: 'zh-CN', theme: 'system' });
    expect(await signIn(PASSWORD)).toMatchObject({ locale: 'zh-CN' });
    expect(await themeOf(after?.sessionId)).toBe('system');
  });

  test('are those that there are', async () => {
    const foreign: unknown[] = [{ locale: 'fr' }, { theme: 'sepia' }];
    for (const chosen of foreign)
      await expect(keep(Object(chosen))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('of a version to come are left to the browser', async () => {
    await db().user.update({ where: { id: user.id }, data: { locale: 'fr' } });
    expect(await signIn(PASSWORD)).toMatchObject({ locale: null });
  });
});
