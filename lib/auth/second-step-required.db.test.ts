import { Secret, TOTP } from 'otpauth';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { GET as listTagsRoute } from '@/app/api/tags/route';
import { db } from '@/lib/db/client';
import { createTagAction } from '@/lib/tags/actions';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertUser } from '@/lib/testing/factories';
import { confirmSecondStepAction, startSecondStepAction } from '@/lib/users/second-step/actions';
import { setSecondStepRequired } from '@/lib/users/second-step/members';
import { isSecondStepRequired } from '@/lib/users/second-step/queries';
import { memberActor, type UserActor } from './actor';
import { PATH_HEADER } from './path-header';
import { owingActor, pageActor } from './session';
import { openSession } from './session-rows';

// What Next and next-auth give: headers, and the session that a cookie's token carries. The rest is real.
const request = vi.hoisted(() => {
  const state: { path: string | null; sessionId?: string } = { path: null };
  return state;
});
vi.mock('next/headers', () => ({
  headers: async () => ({ get: (name: string) => (name === PATH_HEADER ? request.path : null) }),
  cookies: async () => ({ get: () => undefined }),
}));
vi.mock('next-auth', () => ({
  getServerSession: async () => (request.sessionId === undefined ? null : { sessionId: request.sessionId }),
}));
vi.mock('next-intl/server', async () => (await import('@/lib/testing/server-texts')).serverTexts('en'));

useDatabase();

const PASSWORD = 'the right one';
let admin: UserActor;
let member: UserActor;

const give = (who: UserActor) =>
  db().user.update({ where: { id: who.id }, data: { totpSince: new Date(), totpSecret: 'a secret' } });

async function enter(who: UserActor): Promise<void> {
  request.sessionId = await openSession(who.id, { address: '192.0.2.7', userAgent: '' });
}

const leadsTo = (place: string) => ({ digest: expect.stringContaining(`;${place};`) });
const readTags = async () => {
  const context = { params: Promise.resolve({}) };
  const response = await listTagsRoute(new Request('http://suncode.test/api/tags'), context);
  return { status: response.status, body: await response.json() };
};
const OWED = { code: 'SECOND_STEP_REQUIRED', message: expect.stringContaining('two-step sign-in') };
let tags = 0;
const makeTag = () => createTagAction({ name: `tag ${(tags += 1)}`, color: 'red' });

beforeEach(async () => {
  await db().installation.deleteMany();
  admin = await insertActor('ADMIN');
  member = memberActor(await insertUser({ password: PASSWORD }));
  request.path = '/codes?q=1';
  delete request.sessionId;
});

describe('an administrator', () => {
  test('requires it of everybody when they have it themselves', async () => {
    await expect(setSecondStepRequired(admin, true)).rejects.toMatchObject({ code: 'SECOND_STEP_OWN' });
    expect(await isSecondStepRequired()).toBe(false);
    await give(admin);
    await setSecondStepRequired(admin, true);
    await setSecondStepRequired(admin, true);
    expect(await isSecondStepRequired()).toBe(true);
    const where = { action: 'user.requireSecondStep', actorId: admin.id };
    expect(await db().auditEvent.findMany({ where })).toMatchObject([{ details: { required: true } }]);
  });

  test('takes that back, with it or without', async () => {
    await give(admin);
    await setSecondStepRequired(admin, true);
    await setSecondStepRequired(await insertActor('ADMIN'), false);
    expect(await isSecondStepRequired()).toBe(false);
  });
});

describe('who has none while it is required', () => {
  beforeEach(async () => {
    await give(admin);
    await setSecondStepRequired(admin, true);
    await enter(member);
  });

  test('is led from every page to where it is set up, and back afterwards', async () => {
    await expect(pageActor()).rejects.toMatchObject(leadsTo('/second-step?from=%2Fcodes%3Fq%3D1'));
    request.path = '/';
    await expect(pageActor()).rejects.toMatchObject(leadsTo('/second-step'));
    expect(await owingActor('/codes')).toEqual(member);
    await give(member);
    expect(await pageActor()).toEqual(member);
    await expect(owingActor('/codes')).rejects.toMatchObject(leadsTo('/codes'));
  });

  test('gets nothing of a route', async () => {
    expect(await readTags()).toMatchObject({ status: 403, body: { error: OWED } });
    await give(member);
    expect(await readTags()).toMatchObject({ status: 200 });
  });

  test('does nothing by an action but set it up', async () => {
    expect(await makeTag()).toMatchObject({ serverError: OWED });
    const { secret = '' } = (await startSecondStepAction(null))?.data ?? {};
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    const confirmed = await confirmSecondStepAction({ currentPassword: PASSWORD, code });
    expect(confirmed.data?.recoveryCodes).toHaveLength(10);
    expect(await makeTag()).toMatchObject({ data: expect.any(String) });
  });

  test('goes on as before once it is not required any more', async () => {
    await setSecondStepRequired(admin, false);
    expect(await pageActor()).toEqual(member);
    expect(await readTags()).toMatchObject({ status: 200 });
  });
});

test('where it is set up strangers are asked to sign in, and who need not set it up is led on', async () => {
  await expect(owingActor('/codes')).rejects.toMatchObject(leadsTo('/sign-in?from=%2Fcodes'));
  await enter(member);
  await expect(owingActor('/codes')).rejects.toMatchObject(leadsTo('/codes'));
});
