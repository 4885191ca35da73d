import { afterEach, describe, expect, test, vi } from 'vitest';
import { closeSession, findSession, openSession, sweepSessions } from '@/lib/auth/session-rows';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { memberActor } from '@/lib/auth/actor';
import { insertUser } from '@/lib/testing/factories';
import { replaceRecoveryCodes } from './second-step/recovery-codes';
import { endSessions, listSessions } from './sessions';

const CLIENT = {
  address: '192.0.2.1',
  userAgent:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
};
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

useDatabase();

const start = Date.now();
const turnTo = (ms: number) => vi.spyOn(clock, 'now').mockReturnValue(new Date(start + ms));
afterEach(() => void vi.restoreAllMocks());

const PASSWORD = 'sunny days at the beach';
const response = { clientDataJSON: 'e30', authenticatorData: 'AA', signature: 'AA' };
const MADE_UP = { id: 'a', rawId: 'a', type: 'public-key', clientExtensionResults: {}, response } as const;
const byPassword = { proof: { currentPassword: PASSWORD, code: '' }, site: null };

async function newSession() {
  turnTo(0);
  const user = await insertUser({ password: PASSWORD });
  return { user, id: await openSession(user.id, CLIENT) };
}

describe('a session', () => {
  test('is its user as they are now', async () => {
    const { user, id } = await newSession();
    await db().user.update({ where: { id: user.id }, data: { role: 'VIEWER' } });
    expect(await findSession(id, '192.0.2.1')).toMatchObject({ user: { id: user.id, role: 'VIEWER' } });
  });

  test('is refused once it was closed, and with its user', async () => {
    const { id } = await newSession();
    await closeSession(id);
    expect(await findSession(id, '192.0.2.1')).toBeNull();
    const other = await newSession();
    await db().user.delete({ where: { id: other.user.id } });
    expect(await findSession(other.id, '192.0.2.1')).toBeNull();
  });

  test('is refused when it was idle for a week, and lives on while it is used', async () => {
    const { id } = await newSession();
    turnTo(7 * DAY_MS - MINUTE_MS);
    expect(await findSession(id, '192.0.2.1')).not.toBeNull();
    turnTo(14 * DAY_MS - 2 * MINUTE_MS);
    expect(await findSession(id, '192.0.2.1')).not.toBeNull();
    turnTo(21 * DAY_MS);
    expect(await findSession(id, '192.0.2.1')).toBeNull();
  });

  test('is refused after thirty days, however much it is used', async () => {
    const { id } = await newSession();
    for (let day = 5; day < 30; day += 5) {
      turnTo(day * DAY_MS);
      expect(await findSession(id, '192.0.2.1')).not.toBeNull();
    }
    turnTo(30 * DAY_MS);
    expect(await findSession(id, '192.0.2.1')).toBeNull();
  });

  test('writes when and where it was seen every few minutes, not with each request', async () => {
    const { id } = await newSession();
    const row = () => db().session.findUniqueOrThrow({ where: { id } });
    turnTo(4 * MINUTE_MS);
    await findSession(id, '192.0.2.2');
    expect(await row()).toMatchObject({ address: '192.0.2.1', lastSeenAt: new Date(start) });
    turnTo(6 * MINUTE_MS);
    await findSession(id, '192.0.2.2');
    expect(await row()).toMatchObject({
      address: '192.0.2.2',
      lastSeenAt: new Date(start + 6 * MINUTE_MS),
    });
  });

  test('closing none closes none', async () => {
    const { id } = await newSession();
    await closeSession(undefined);
    expect(await findSession(id, '192.0.2.1')).not.toBeNull();
  });
});

test('what has run out is swept, what lives is not', async () => {
  await db().session.deleteMany();
  const idle = await newSession();
  const used = await openSession(idle.user.id, CLIENT);
  turnTo(5 * DAY_MS);
  await findSession(used, '192.0.2.1');
  turnTo(8 * DAY_MS);
  expect(await sweepSessions()).toBe(1);
  expect(await db().session.findMany({ select: { id: true } })).toEqual([{ id: used }]);
  turnTo(30 * DAY_MS);
  expect(await sweepSessions()).toBe(1);
});

describe('the sessions of a person', () => {
  test('are listed with device and place, last used first, and without those that have run out', async () => {
    const { user, id } = await newSession();
    turnTo(DAY_MS);
    const phone = await openSession(user.id, { address: '2001:db8::1', userAgent: '' });
    expect(await listSessions(memberActor(user), 'zh-CN')).toEqual([
      expect.objectContaining({ id: phone, device: null, address: '2001:db8::1' }),
      expect.objectContaining({
        id,
        device: 'Chrome · Windows',
        address: '192.0.2.1',
        place: { kind: 'local' },
      }),
    ]);
    turnTo(7.5 * DAY_MS);
    expect(await listSessions(memberActor(user), 'zh-CN')).toMatchObject([{ id: phone }]);
  });

  test('are ended one by one, or all but one, and never those of somebody else', async () => {
    const { user, id } = await newSession();
    const [second, third] = [await openSession(user.id, CLIENT), await openSession(user.id, CLIENT)];
    const stranger = await newSession();
    const actor = memberActor(user);
    const left = async () => (await listSessions(actor, 'zh-CN')).map((session) => session.id).toSorted();

    expect(await endSessions(actor, { id: stranger.id }, byPassword)).toBe(0);
    expect(await endSessions(actor, { id: second }, byPassword)).toBe(1);
    expect(await endSessions(actor, { id: second }, byPassword)).toBe(0);
    expect(await left()).toEqual([id, third].toSorted());
    expect(await endSessions(actor, { except: id }, byPassword)).toBe(1);
    expect(await left()).toEqual([id]);
    expect(await listSessions(memberActor(stranger.user), 'zh-CN')).toHaveLength(1);
    const events = await db().auditEvent.findMany({ where: { targetId: user.id } });
    expect(events.map(({ action }) => action)).toEqual(['user.endSessions', 'user.endSessions']);
  });

  test('are ended only by who shows that they are theirs: the password, or a code of who comes by a service', async () => {
    const { user, id } = await newSession();
    const other = await openSession(user.id, CLIENT);
    const actor = memberActor(user);
    const left = () => db().session.count({ where: { userId: user.id } });
    const wrong = { proof: { currentPassword: 'a guess', code: '' }, site: null };
    const none = { proof: { code: '' }, site: null };
    for (const shown of [wrong, none]) {
      await expect(endSessions(actor, { id: other }, shown)).rejects.toMatchObject({
        code: 'PASSWORD_WRONG',
      });
      await expect(endSessions(actor, { except: id }, shown)).rejects.toMatchObject({
        code: 'PASSWORD_WRONG',
      });
    }
    const passkey = { proof: { passkey: MADE_UP }, site: null };
    await expect(endSessions(actor, { except: id }, passkey)).rejects.toMatchObject({
      code: 'PASSKEY_WRONG',
    });
    expect(await left()).toBe(2);

    await db().user.update({ where: { id: user.id }, data: { passwordHash: null, totpSince: new Date() } });
    await expect(endSessions(actor, { except: id }, none)).rejects.toMatchObject({
      code: 'SECOND_STEP_WRONG',
    });
    expect(await left()).toBe(2);
    const recoveryCode = await db().$transaction(
      async (tx) => (await replaceRecoveryCodes(tx, user.id))[0] ?? '',
    );
    expect(await endSessions(actor, { except: id }, { proof: { code: recoveryCode }, site: null })).toBe(1);
  });
});
