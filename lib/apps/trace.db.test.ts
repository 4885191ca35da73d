import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemActor, type UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { refusal, useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { connectTo } from './connection';
import { createApp, deleteApp, ensureCredential, updateApp } from './service';
import { testConnection } from './test-connection';

const weChat = useWeChat();
useDatabase();

const SANDBOX = { mode: 'SANDBOX', name: '沙盒' } as const;

let admin: UserActor;
let id: string;

beforeAll(async () => {
  admin = await insertActor('ADMIN');
});

beforeEach(async () => {
  id = (await insertApp()).id;
});

async function traceOf(targetId: string, actorId: string | null = admin.id) {
  const events = await db().auditEvent.findMany({ where: { targetId, actorId }, orderBy: { at: 'asc' } });
  return events.map(({ action, details }) => [action, details]);
}

test('a Mini Program leaves a trace when it comes and when it goes', async () => {
  const made = await createApp(admin, SANDBOX);
  await deleteApp(admin, made);
  expect(await traceOf(made)).toEqual([
    ['app.create', { ...SANDBOX, tokenMode: 'stable' }],
    ['app.delete', { name: '沙盒' }],
  ]);
});

test('one code is enough to keep a Mini Program, and no other app’s code is', async () => {
  const code = await insertCode({ miniProgramId: id });
  await expect(deleteApp(admin, id)).rejects.toMatchObject({ code: 'APP_HAS_CODES', values: { count: 1 } });
  await db().code.delete({ where: { id: code.id } });
  await insertCode({ miniProgramId: (await insertApp()).id });
  await deleteApp(admin, id);
  await expect(deleteApp(admin, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

describe('testing the connection', () => {
  test('keeps the token that came, since it may have ended the one before', async () => {
    expect(await testConnection(admin, id)).toEqual({ verdict: 'works' });
    await (await connectTo(id)).newTokenSource().get();
    expect(weChat.tokenCalls).toBe(1);
  });

  test('leaves a trace of how it went, and no words of WeChat in it', async () => {
    await testConnection(admin, id);
    weChat.onToken(() => refusal(40125, 'invalid appsecret'));
    await testConnection(admin, id);
    expect(await traceOf(id)).toEqual([
      ['app.test', { works: true }],
      ['app.test', { works: false }],
    ]);
  });
});

describe('the credential of the environment', () => {
  const appId = 'wx00112233445566aa';
  const ensure = (appSecret: string, name = '环境') =>
    ensureCredential(systemActor('provision'), { appId, appSecret, name });

  test('is put in once; a new secret drops the token, the same one leaves all as it is', async () => {
    await ensure('first');
    const app = await db().miniProgram.findUniqueOrThrow({ where: { appId } });
    await updateApp(admin, app.id, { name: '改名' });
    await db().accessToken.create({ data: { miniProgramId: app.id, ciphertext: 'x' } });
    const tokens = () => db().accessToken.count({ where: { miniProgramId: app.id } });
    await ensure('first');
    expect(await tokens()).toBe(1);
    await ensure('second');
    expect(await tokens()).toBe(0);
    expect(await db().miniProgram.findUniqueOrThrow({ where: { appId } })).toMatchObject({ name: '改名' });
    expect(await traceOf(app.id, null)).toEqual([
      ['app.create', { name: '环境', mode: 'LIVE', tokenMode: 'stable' }],
      ['app.update', { secretChanged: true }],
    ]);
  });
});
