import { beforeEach, expect, test } from 'vitest';
import { memberActor, type Sight, type UserActor } from '@/lib/auth/actor';
import { findSession, openSession } from '@/lib/auth/session-rows';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { acceptInvitation, inviteMembers, listInvitations } from './invitations';
import { changeRole, listMembers } from './members';
import { changeSight } from './sight';

useDatabase();

const HERE = { address: '192.0.2.1', userAgent: 'a browser' };
const values = { name: '新人', password: 'sunny days at the beach' };

let admin: UserActor;
let member: UserActor;
let appId: string;

beforeEach(async () => {
  admin = await insertActor('ADMIN');
  member = await insertActor('OPERATOR');
  appId = (await insertApp()).id;
});

/** As the next request of theirs has it. */
async function seenBy(userId: string): Promise<Sight> {
  const session = await findSession(await openSession(userId, HERE), HERE.address);
  if (!session) throw new Error('no session');
  return memberActor(session.user).sees;
}

test('what a member sees counts from their next request on, and is written down with what it was', async () => {
  expect(await seenBy(member.id)).toBe('all');
  await changeSight(admin, { id: member.id, appIds: [appId, appId] });
  expect(await seenBy(member.id)).toEqual([appId]);
  const listed = (await listMembers(admin)).find(({ id }) => id === member.id);
  expect(listed?.appIds).toEqual([appId]);
  await changeSight(admin, { id: member.id, appIds: [appId] });
  await changeSight(admin, { id: member.id, appIds: null });
  expect(await seenBy(member.id)).toBe('all');
  const events = await db().auditEvent.findMany({ where: { targetId: member.id }, orderBy: { id: 'asc' } });
  expect(events.map(({ action, actorId, details }) => ({ action, actorId, details }))).toEqual([
    {
      action: 'user.changeSight',
      actorId: admin.id,
      details: { name: '测试员', before: 'all', after: [appId] },
    },
    {
      action: 'user.changeSight',
      actorId: admin.id,
      details: { name: '测试员', before: [appId], after: 'all' },
    },
  ]);
});

test('an administrator sees everything, and as a member again what they saw before', async () => {
  await changeSight(admin, { id: member.id, appIds: [appId] });
  await changeRole(admin, { id: member.id, role: 'ADMIN' });
  expect(await seenBy(member.id)).toBe('all');
  const change = changeSight(admin, { id: member.id, appIds: null });
  await expect(change).rejects.toMatchObject({ code: 'CONFLICT' });
  await changeRole(admin, { id: member.id, role: 'VIEWER' });
  expect(await seenBy(member.id)).toEqual([appId]);
});

test('nothing at all cannot be chosen, nor what is not there', async () => {
  const change = (appIds: string[]) => changeSight(admin, { id: member.id, appIds });
  await expect(change([])).rejects.toMatchObject({ code: 'INVALID_INPUT', issues: [{ field: 'appIds' }] });
  await expect(change([appId, crypto.randomUUID()])).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const invite = inviteMembers(admin, { emails: 'a@suncode.test', role: 'VIEWER', appIds: [] });
  await expect(invite).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  expect(await seenBy(member.id)).toBe('all');
});

test('whoever is invited sees what was chosen for them', async () => {
  const [one] = await inviteMembers(admin, { emails: 'b@suncode.test', role: 'OPERATOR', appIds: [appId] });
  const [other] = await inviteMembers(admin, { emails: 'c@suncode.test', role: 'ADMIN', appIds: [appId] });
  expect((await listInvitations(admin)).map(({ email, appIds }) => [email, appIds])).toEqual([
    ['c@suncode.test', null],
    ['b@suncode.test', [appId]],
  ]);
  const sights: Sight[] = [];
  for (const { token } of [one, other].flatMap((made) => made ?? [])) {
    const { email } = await acceptInvitation(token, values);
    sights.push(await seenBy((await db().user.findUniqueOrThrow({ where: { email } })).id));
  }
  expect(sights).toEqual([[appId], 'all']);
});
