import { beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor } from '@/lib/testing/factories';
import { refusal, useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { connectApp } from './connect-app';
import { listHealth } from './health';
import { deleteApp } from './service';
import { testConnection } from './test-connection';

const weChat = useWeChat();
useDatabase();

let admin: UserActor;
let next = 0;

beforeEach(async () => {
  admin = await insertActor('ADMIN');
});

function input(more: object = {}) {
  next += 1;
  const appId = `wx${String(next).padStart(16, '0')}`;
  return { mode: 'LIVE' as const, name: '门店', appId, appSecret: 'the-secret', ...more };
}

const stored = (appId: string) => db().miniProgram.findUnique({ where: { appId } });

test('what WeChat accepts is kept, with the token that it gave', async () => {
  const app = input();
  const result = await connectApp(admin, app);
  expect(result).toMatchObject({ outcome: 'connected', works: true });
  const { id } = (await stored(app.appId)) ?? { id: '' };
  expect(result).toMatchObject({ id });
  expect((await listHealth(admin)).get(id)).toMatchObject({ state: 'works', failure: null });
  expect(await testConnection(admin, id)).toEqual({ verdict: 'works' });
  await deleteApp(admin, id);
});

type Refused = { errcode: number; errmsg: string; key: string; field?: string; address?: string };

describe('what WeChat refuses is not kept, and says what is wrong', () => {
  test.each<Refused>([
    { errcode: 40013, errmsg: 'invalid appid', key: 'appIdInvalid', field: 'appId' },
    { errcode: 40125, errmsg: 'invalid appsecret', key: 'secretInvalid', field: 'appSecret' },
    { errcode: 40001, errmsg: 'invalid credential, not latest', key: 'secretInvalid', field: 'appSecret' },
    { errcode: 40243, errmsg: 'appsecret frozen', key: 'secretFrozen', field: 'appSecret' },
    {
      ...{ errcode: 40164, errmsg: 'invalid ip 117.39.59.7 ipv6 ::ffff:117.39.59.7, not in whitelist' },
      ...{ key: 'ipNotAllowed', address: '117.39.59.7' },
    },
    {
      ...{ errcode: 61004, errmsg: 'access clientip is not registered requestIP: 10.9.8.7' },
      ...{ key: 'ipNotAllowed', address: '10.9.8.7' },
    },
    { errcode: 89503, errmsg: 'confirm', key: 'confirmationNeeded' },
  ])('$errcode $errmsg', async ({ errcode, errmsg, key, field = null, address = null }) => {
    weChat.onToken(() => refusal(errcode, errmsg));
    const app = input();
    expect(await connectApp(admin, app)).toMatchObject({
      outcome: 'refused',
      failure: { explanation: { key }, field, address, errcode },
    });
    expect(await stored(app.appId)).toBeNull();
  });

  test('an answer that is no token is not called a WeChat that cannot be reached', async () => {
    for (const answer of [() => new Response('', { status: 412 }), () => new Response('<html>')]) {
      weChat.onToken(answer);
      expect(await connectApp(admin, input())).toMatchObject({
        outcome: 'refused',
        failure: { explanation: { key: 'tokenUnreadable' }, field: null, address: null, errcode: null },
      });
    }
  });

  test('a WeChat that cannot be reached blames no field', async () => {
    weChat.onToken(() => 'reset');
    expect(await connectApp(admin, input())).toMatchObject({
      outcome: 'refused',
      failure: { explanation: { key: 'tokenUnavailable' }, field: null, address: null, errcode: null },
    });
  });
});

test('kept all the same, it is known not to work, until a test says otherwise', async () => {
  weChat.onToken(() => refusal(40164, 'invalid ip 117.39.59.7, not in whitelist'));
  const app = input({ untested: true });
  const result = await connectApp(admin, app);
  if (result.outcome !== 'connected') throw new Error('it was refused');
  expect(result.works).toBe(false);
  const health = async () => (await listHealth(admin)).get(result.id);
  expect(await health()).toMatchObject({ state: 'failing', failure: { address: '117.39.59.7' } });
  weChat.onToken(() => 'as usual');
  expect(await testConnection(admin, result.id)).toEqual({ verdict: 'works' });
  expect(await health()).toMatchObject({ state: 'works', failure: null });
});

test.each([
  [{ name: '' }, 'name', 'required'],
  [{ appId: '' }, 'appId', 'required'],
  [{ appId: 'gh_0123456789ab' }, 'appId', 'appIdOriginal'],
  [{ appId: 'wx123' }, 'appId', 'appId'],
  [{ appSecret: ' ' }, 'appSecret', 'required'],
  [{ appSecret: 'wx0123456789abcdef' }, 'appSecret', 'secretIsAppId'],
  [{ tokenMode: 'external', appSecret: '' }, 'tokenUrl', 'required'],
])('nothing is asked while %j is wrong', async (more, field, key) => {
  await expect(connectApp(admin, input(more))).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    issues: [{ field, key: `errors.issues.${key}` }],
  });
  expect(weChat.tokenCalls).toBe(0);
});

test('an AppID that is connected already is said before WeChat is asked', async () => {
  const app = input();
  await connectApp(admin, app);
  const calls = weChat.tokenCalls;
  await expect(connectApp(admin, app)).rejects.toMatchObject({ code: 'APP_ID_TAKEN' });
  expect(weChat.tokenCalls).toBe(calls);
});

test.each(['OPERATOR', 'VIEWER'] as const)('%s connects nothing', async (role) => {
  await expect(connectApp(await insertActor(role), input())).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect(weChat.tokenCalls).toBe(0);
});
