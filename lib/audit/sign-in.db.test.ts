import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { callers } from '@/lib/http/caller';
import { useDatabase } from '@/lib/testing/database';
import { insertUser } from '@/lib/testing/factories';
import { signInWithPassword, signOut } from '@/lib/users/sign-in';

useDatabase();

const PASSWORD = 'the right one';
let networks = 0;
let user: Awaited<ReturnType<typeof insertUser>>;
let address: string;

beforeEach(async () => {
  user = await insertUser({ password: PASSWORD });
  networks += 1;
  address = `2001:db8:a:${networks.toString(16)}::1`;
});

const signIn = (password: string, { email, from = address }: { email?: string; from?: string } = {}) =>
  callers().run({ address: from, requestId: 'its id' }, () =>
    signInWithPassword(
      { email: email ?? user.email, password },
      { address: from, userAgent: '', cookie: () => undefined, ownSession: async () => undefined },
    ),
  );

const events = (where: object) => db().auditEvent.findMany({ where, orderBy: { id: 'asc' } });

test('signing in and out is recorded with where from', async () => {
  const signedIn = await signIn(PASSWORD);
  await signOut(signedIn?.sessionId);
  await signOut(signedIn?.sessionId);
  expect(await events({ targetId: user.id })).toMatchObject([
    { action: 'session.start', area: 'access', actorId: user.id, actorName: user.name, address },
    { action: 'session.end', actorId: user.id },
  ]);
  expect(await db().session.count({ where: { userId: user.id } })).toBe(0);
});

describe('a sign-in that fails', () => {
  test('is recorded at its account; once that is locked, one event says so', async () => {
    for (let time = 0; time < 5; time += 1) await signIn('a wrong password');
    for (let time = 0; time < 3; time += 1)
      await expect(signIn('a wrong password')).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    const found = await events({ targetId: user.id });
    expect(found.map(({ action }) => action)).toEqual([...Array(5).fill('session.fail'), 'session.lock']);
    expect(found[0]).toMatchObject({ actorKind: 'stranger', actorId: null, targetName: user.name, address });
    expect(JSON.stringify(found)).not.toContain('a wrong password');
  });

  test('at accounts that nobody has is recorded thirty times a quarter of an hour, whatever the address', async () => {
    for (let time = 0; time < 40; time += 1)
      await signIn('guess', {
        email: `${randomUUID()}@nobody.test`,
        from: `2001:db8:b:${time.toString(16)}::1`,
      });
    const found = await events({ targetName: { endsWith: '@nobody.test' } });
    expect(found).toHaveLength(30);
    expect(found[0]).toMatchObject({ targetId: null, action: 'session.fail' });
  });
});
