import { beforeEach, describe, expect, test } from 'vitest';
import { memberActor, type UserActor } from '@/lib/auth/actor';
import { findSession, openSession } from '@/lib/auth/session-rows';
import { db } from '@/lib/db/client';
import type { Role } from '@/lib/db/generated/enums';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertUser } from '@/lib/testing/factories';
import { createView } from '@/lib/views/service';
import { acceptInvitation, findInvitation, inviteMembers } from './invitations';
import { changeRole, deactivateMember, listMembers, reactivateMember } from './members';
import { createResetLink, findReset } from './password-reset';
import { signInWithPassword } from './sign-in';

useDatabase();

const PASSWORD = 'sunny days at the beach';
const HERE = { address: '192.0.2.1', userAgent: 'a browser' };

let admin: UserActor;
/** Tests count administrators: those of others are none of theirs. */
beforeEach(async () => {
  await db().user.updateMany({ data: { role: 'VIEWER' } });
  admin = await insertActor('ADMIN');
});

const roleOf = async (id: string) => (await db().user.findUniqueOrThrow({ where: { id } })).role;
const stateOf = async (id: string) => (await db().user.findUniqueOrThrow({ where: { id } })).deactivatedAt;
const actionsOn = async (targetId: string) =>
  (await db().auditEvent.findMany({ where: { targetId }, orderBy: { id: 'asc' } })).map(
    ({ action }) => action,
  );

function signIn(email: string, address: string) {
  const client = { ...HERE, address, cookie: () => undefined, ownSession: async () => undefined };
  return signInWithPassword({ email, password: PASSWORD }, client);
}

test('the list says who was seen when, and nothing of passwords', async () => {
  const user = await insertUser();
  await openSession(user.id, HERE);
  const members = await listMembers(admin);
  expect(members.find(({ id }) => id === user.id)).toMatchObject({
    ...{ email: user.email, role: 'OPERATOR', deactivatedAt: null },
    lastSeenAt: expect.any(Date),
  });
  expect(members.find(({ id }) => id === admin.id)?.lastSeenAt).toBeNull();
  expect(JSON.stringify(members)).not.toContain('passwordHash');
});

describe('a role', () => {
  test('is changed and written down with what it was', async () => {
    const { id } = await insertUser();
    await changeRole(admin, { id, role: 'VIEWER' });
    expect(await roleOf(id)).toBe('VIEWER');
    const [event] = await db().auditEvent.findMany({ where: { targetId: id } });
    expect(event).toMatchObject({
      action: 'user.changeRole',
      actorId: admin.id,
      details: { before: 'OPERATOR', after: 'VIEWER' },
    });
  });

  test('that is the same writes nothing down', async () => {
    const { id } = await insertUser();
    await changeRole(admin, { id, role: 'OPERATOR' });
    expect(await actionsOn(id)).toEqual([]);
  });

  test.each<Role>(['OPERATOR', 'VIEWER'])('of the last administrator does not become %s', async (role) => {
    await insertUser({ role: 'VIEWER' });
    await expect(changeRole(admin, { id: admin.id, role })).rejects.toMatchObject({ code: 'LAST_ADMIN' });
    await expect(deactivateMember(admin, admin.id, null)).rejects.toMatchObject({ code: 'LAST_ADMIN' });
    expect(await roleOf(admin.id)).toBe('ADMIN');
    expect(await stateOf(admin.id)).toBeNull();
  });

  test('a deactivated administrator does not count as another one', async () => {
    const other = await insertActor('ADMIN');
    await deactivateMember(admin, other.id, null);
    await expect(changeRole(admin, { id: admin.id, role: 'VIEWER' })).rejects.toMatchObject({
      code: 'LAST_ADMIN',
    });
  });

  test('two administrators who take it from each other at once leave one', async () => {
    for (let round = 0; round < 5; round += 1) {
      await db().user.updateMany({ data: { role: 'VIEWER' } });
      const [one, two] = [await insertActor('ADMIN'), await insertActor('ADMIN')];
      await Promise.allSettled([
        changeRole(one, { id: two.id, role: 'VIEWER' }),
        deactivateMember(two, one.id, null),
      ]);
      const left = await db().user.count({ where: { role: 'ADMIN', deactivatedAt: null } });
      expect(left).toBe(1);
    }
  });

  test('is given by nobody who has lost it since', async () => {
    const { id } = await insertUser();
    await insertActor('ADMIN');
    await db().user.update({ where: { id: admin.id }, data: { role: 'VIEWER' } });
    await expect(changeRole(admin, { id, role: 'ADMIN' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('who is deactivated', () => {
  test('is out at once, is told so with the right password only, and comes back with the same', async () => {
    const user = await insertUser({ password: PASSWORD });
    const sessionId = await openSession(user.id, HERE);
    await deactivateMember(admin, user.id, null);
    expect(await findSession(sessionId, HERE.address)).toBeNull();
    await expect(signIn(user.email, '192.0.2.2')).rejects.toMatchObject({ code: 'ACCOUNT_OFF' });
    await reactivateMember(admin, user.id);
    expect(await signIn(user.email, '192.0.2.3')).toMatchObject({ id: user.id });
    const expected = ['user.deactivate', 'session.fail', 'user.reactivate', 'session.start'];
    expect(await actionsOn(user.id)).toEqual(expected);
  });

  test('has no way in by a session that was opened meanwhile', async () => {
    const { id } = await insertUser();
    await deactivateMember(admin, id, null);
    const late = await openSession(id, HERE);
    expect(await findSession(late, HERE.address)).toBeNull();
    await reactivateMember(admin, id);
    expect(await findSession(late, HERE.address)).toBeNull();
  });

  test('hands views and drafts over, and keeps what was started', async () => {
    const leaver = memberActor(await insertUser());
    const heir = memberActor(await insertUser());
    const view = { query: 'q=1', shared: false };
    await createView(heir, { ...view, name: '本月' });
    const ids = [
      await createView(leaver, { ...view, name: '本月' }),
      await createView(leaver, { ...view, name: '门店' }),
    ];
    const { id: miniProgramId } = await insertApp();
    const batch = { miniProgramId, name: 'b', source: 'paste', tableKey: 'k', rowCount: 1 } as const;
    const by = { createdById: leaver.id };
    const draft = await db().batch.create({ data: { ...batch, ...by } });
    const started = await db().batch.create({ data: { ...batch, ...by, state: 'FINISHED' } });
    await deactivateMember(admin, leaver.id, heir.id);
    const views = await db().savedView.findMany({ where: { id: { in: ids } }, orderBy: { name: 'asc' } });
    expect(views.map(({ ownerId, name }) => [ownerId, name])).toEqual([
      [heir.id, '本月 2'],
      [heir.id, '门店'],
    ]);
    const ownerOf = async (id: string) => (await db().batch.findUniqueOrThrow({ where: { id } })).createdById;
    expect(await ownerOf(draft.id)).toBe(heir.id);
    expect(await ownerOf(started.id)).toBe(leaver.id);
    expect(await actionsOn(leaver.id)).toEqual(['user.deactivate', 'user.handOver']);
  });

  test('hands over to nobody who sees less: a view tells what a brand plans', async () => {
    const [{ id: tea }, { id: books }] = [await insertApp(), await insertApp()];
    const seeing = async (...seenAppIds: string[]) => {
      const { id } = await insertUser();
      await db().user.update({ where: { id }, data: { seesAll: false, seenAppIds } });
      return id;
    };
    const leaver = await seeing(tea);
    await createView(memberActor(await db().user.findUniqueOrThrow({ where: { id: leaver } })), {
      ...{ name: '茶季', query: 'q=春茶', shared: false },
    });
    await expect(deactivateMember(admin, leaver, await seeing(books))).rejects.toMatchObject({
      code: 'HEIR_SEES_LESS',
    });
    expect(await stateOf(leaver)).toBeNull();
    expect(await db().savedView.count({ where: { ownerId: leaver } })).toBe(1);
    const all = (await insertUser()).id;
    await expect(deactivateMember(admin, all, await seeing(tea, books))).rejects.toMatchObject({
      code: 'HEIR_SEES_LESS',
    });
    const heir = await seeing(books, tea);
    await deactivateMember(admin, leaver, heir);
    expect(await db().savedView.count({ where: { ownerId: heir } })).toBe(1);
  });

  test.each(['leaves', 'is an administrator no more'])(
    'takes along the links that they made for others when who made them %s',
    async (how) => {
      const leaver = await insertActor('ADMIN');
      const [made] = await inviteMembers(leaver, {
        emails: `back-${how.length}@suncode.test`,
        role: 'ADMIN',
      });
      const [kept] = await inviteMembers(admin, { emails: `new-${how.length}@suncode.test`, role: 'VIEWER' });
      const [one, other] = [await insertUser(), await insertUser()];
      const reset = await createResetLink(leaver, one.id);
      const keptReset = await createResetLink(admin, other.id);
      expect(await findReset(reset.token)).not.toBeNull();
      if (how === 'leaves') await deactivateMember(admin, leaver.id, null);
      else await changeRole(admin, { id: leaver.id, role: 'VIEWER' });
      const joining = acceptInvitation(made?.token ?? '', { name: '回来', password: PASSWORD });
      await expect(joining).rejects.toMatchObject({ code: 'LINK_GONE' });
      expect(await findReset(reset.token)).toBeNull();
      expect(await findInvitation(kept?.token ?? '')).not.toBeNull();
      expect(await findReset(keptReset.token)).not.toBeNull();
    },
  );

  test('cannot inherit, and then nothing is changed', async () => {
    const { id } = await insertUser();
    const gone = await insertUser();
    await deactivateMember(admin, gone.id, null);
    await expect(deactivateMember(admin, id, gone.id)).rejects.toMatchObject({ code: 'MEMBER_OFF' });
    await expect(deactivateMember(admin, id, id)).rejects.toMatchObject({ code: 'MEMBER_OFF' });
    expect(await stateOf(id)).toBeNull();
  });
});
