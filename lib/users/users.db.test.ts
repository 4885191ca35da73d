import { beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { actorOf, insertUser } from '@/lib/testing/factories';
import { changePassword } from './service';
import { signInWithPassword } from './sign-in';

const PASSWORD = 'the right one';
const NEW_PASSWORD = 'an even better one';

useDatabase();

let user: Awaited<ReturnType<typeof insertUser>>;

beforeEach(async () => {
  user = await insertUser({ password: PASSWORD });
});

const signIn = (password: string, { email = user.email, address = '192.0.2.1' } = {}) =>
  signInWithPassword({ email, password }, address);

describe('signing in', () => {
  test('answers with the user and the version of the session', async () => {
    expect(await signIn(PASSWORD)).toEqual({ id: user.id, sessionVersion: 1 });
    expect((await db().user.findUniqueOrThrow({ where: { id: user.id } })).lastSignInAt).not.toBeNull();
  });

  test('does not mind the case of the address, nor spaces around it', async () => {
    expect(await signIn(PASSWORD, { email: ` ${user.email.toUpperCase()} ` })).not.toBeNull();
  });

  test('does not tell a wrong password from an unknown address', async () => {
    expect(await signIn('the wrong one')).toBeNull();
    expect(await signIn(PASSWORD, { email: 'nobody@suncode.test' })).toBeNull();
  });

  test.each([
    undefined,
    null,
    {},
    { email: 'a@b.cn' },
    { email: 7, password: 7 },
    { email: 'a@b.cn', password: '' },
  ])('takes %j for wrong', async (credentials) => {
    expect(await signInWithPassword(credentials, 'here')).toBeNull();
  });

  test('is refused after five wrong passwords, also with the right one', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) expect(await signIn('the wrong one')).toBeNull();
    await expect(signIn(PASSWORD)).rejects.toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
      status: 429,
      values: { minutes: 15 },
    });
  });

  test('from another address is not refused by then', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) await signIn('the wrong one');
    expect(await signIn(PASSWORD, { address: '192.0.2.2' })).not.toBeNull();
  });

  test('counts guesses that come all at once', async () => {
    const guesses = await Promise.allSettled(Array.from({ length: 12 }, () => signIn('the wrong one')));
    expect(guesses.filter(({ status }) => status === 'rejected')).toHaveLength(7);
  });

  test('with success forgets the wrong passwords before it', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let attempt = 0; attempt < 4; attempt += 1) await signIn('the wrong one');
      expect(await signIn(PASSWORD)).not.toBeNull();
    }
  });
});

describe('changing the password', () => {
  const change = (values: Partial<Parameters<typeof changePassword>[1]> = {}) =>
    changePassword(actorOf(user), {
      currentPassword: PASSWORD,
      newPassword: NEW_PASSWORD,
      repeatPassword: NEW_PASSWORD,
      ...values,
    });

  test('ends every session and writes it down without either password', async () => {
    await change();
    expect(await signIn(NEW_PASSWORD)).toEqual({ id: user.id, sessionVersion: 2 });
    expect(await signIn(PASSWORD)).toBeNull();
    const events = await db().auditEvent.findMany({ where: { targetId: user.id } });
    expect(events).toMatchObject([{ action: 'user.changePassword', actorId: user.id }]);
    expect(JSON.stringify(events)).not.toMatch(new RegExp(`${PASSWORD}|${NEW_PASSWORD}`));
  });

  test('needs the current one', async () => {
    await expect(change({ currentPassword: 'the wrong one' })).rejects.toMatchObject({
      code: 'PASSWORD_WRONG',
      issues: [{ field: 'currentPassword' }],
    });
    expect(await signIn(PASSWORD)).toEqual({ id: user.id, sessionVersion: 1 });
  });

  test('cannot be used to guess the current one', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1)
      await expect(change({ currentPassword: 'the wrong one' })).rejects.toMatchObject({
        code: 'PASSWORD_WRONG',
      });
    await expect(change()).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
  });

  test.each([
    [{ newPassword: 'short', repeatPassword: 'short' }, 'newPassword'],
    [{ newPassword: 'x'.repeat(201), repeatPassword: 'x'.repeat(201) }, 'newPassword'],
    [{ repeatPassword: 'something else' }, 'repeatPassword'],
    [{ currentPassword: '' }, 'currentPassword'],
  ])('refuses %j', async (values, field) => {
    await expect(change(values)).rejects.toMatchObject({ code: 'INVALID_INPUT', issues: [{ field }] });
  });
});
