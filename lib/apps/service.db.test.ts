import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { refusal, useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { getApp, listApps } from './queries';
import { openSecret } from './secrets';
import { createApp, deleteApp, updateApp } from './service';
import { testConnection } from './test-connection';

const SECRET = 'canary-app-secret-0123456789abcdef';

const weChat = useWeChat();
useDatabase();

let admin: UserActor;
beforeEach(async () => {
  admin = await insertActor('ADMIN');
});

const newApp = () => ({
  mode: 'LIVE' as const,
  name: '门店小程序',
  appId: `wx${randomBytes(8).toString('hex')}`,
  appSecret: SECRET,
});
const settings = { name: '门店小程序', tokenMode: 'stable', pathMaxBytes: 128, quotaBaseline: 0 } as const;

async function storedSecret(id: string): Promise<string> {
  const { appId, secretCiphertext } = await db().miniProgram.findUniqueOrThrow({ where: { id } });
  return openSecret(appId, secretCiphertext);
}

async function everythingStored(): Promise<string> {
  return JSON.stringify([await db().miniProgram.findMany(), await db().auditEvent.findMany()]);
}

describe('connecting a Mini Program', () => {
  test('keeps its AppSecret encrypted, and out of every answer and of the audit log', async () => {
    const id = await createApp(admin, newApp());
    await updateApp(admin, id, { ...settings, appSecret: `${SECRET}-2` });
    await testConnection(admin, id);
    const answers = JSON.stringify([await getApp(admin, id), await listApps(admin)]);
    expect(await storedSecret(id)).toBe(`${SECRET}-2`);
    expect(answers).not.toMatch(/canary|secret/i);
    expect(await everythingStored()).not.toContain('canary');
  });

  test('binds the AppSecret to its AppID', async () => {
    const [id, other] = [await createApp(admin, newApp()), await createApp(admin, newApp())];
    const { secretCiphertext } = await db().miniProgram.findUniqueOrThrow({ where: { id } });
    await db().miniProgram.update({ where: { id: other }, data: { secretCiphertext } });
    await expect(storedSecret(other)).rejects.toThrow();
  });

  test('refuses an AppID that is connected already, and says under which name', async () => {
    const app = newApp();
    await createApp(admin, app);
    await expect(createApp(admin, { ...app, name: '另一个' })).rejects.toMatchObject({
      code: 'APP_ID_TAKEN',
      values: { name: '门店小程序' },
      issues: [{ field: 'appId' }],
    });
  });

  test('at the same time under one AppID leaves one', async () => {
    const app = newApp();
    const attempts = await Promise.allSettled(Array.from({ length: 8 }, () => createApp(admin, app)));
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await db().miniProgram.count({ where: { appId: app.appId } })).toBe(1);
  });

  test.each([
    [{ appId: 'wx123' }, 'appId'],
    [{ appId: '' }, 'appId'],
    [{ appSecret: ' ' }, 'appSecret'],
    [{ name: ' ' }, 'name'],
    [{ pathMaxBytes: 1025 }, 'pathMaxBytes'],
    [{ quotaBaseline: -1 }, 'quotaBaseline'],
    [{ quotaBaseline: 0.5 }, 'quotaBaseline'],
  ])('refuses %j', async (values, field) => {
    await expect(createApp(admin, { ...newApp(), ...values })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ field }],
    });
  });

  test('of the sandbox makes up a credential of its own', async () => {
    const id = await createApp(admin, { mode: 'SANDBOX', name: '沙盒' });
    expect(await testConnection(admin, id)).toEqual({ verdict: 'works' });
  });
});

describe('changing a Mini Program', () => {
  test('keeps the AppSecret when none is given', async () => {
    const id = await createApp(admin, newApp());
    await updateApp(admin, id, { ...settings, name: '新名字', appSecret: '' });
    expect(await storedSecret(id)).toBe(SECRET);
    expect(await getApp(admin, id)).toMatchObject({ name: '新名字' });
  });

  test('forgets the access token, which belonged to the settings before', async () => {
    const { id } = await insertApp();
    await db().accessToken.create({ data: { miniProgramId: id, ciphertext: 'old' } });
    await updateApp(admin, id, { ...settings, tokenMode: 'token' });
    expect(await db().accessToken.count({ where: { miniProgramId: id } })).toBe(0);
  });

  test('says in the audit log whether the AppSecret changed', async () => {
    const { id } = await insertApp();
    await updateApp(admin, id, settings);
    await updateApp(admin, id, { ...settings, appSecret: SECRET });
    const events = await db().auditEvent.findMany({
      where: { targetId: id, action: 'app.update' },
      orderBy: { at: 'asc' },
    });
    expect(events.map(({ details }) => details)).toMatchObject([
      { secretChanged: false },
      { secretChanged: true },
    ]);
  });

  test('that nobody knows is NOT_FOUND', async () => {
    await expect(updateApp(admin, 'gone', settings)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(getApp(admin, 'gone')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('deleting a Mini Program', () => {
  test('takes its token and its ledger along', async () => {
    const { id } = await insertApp();
    await db().accessToken.create({ data: { miniProgramId: id } });
    await db().quotaEntry.create({ data: { miniProgramId: id, fingerprint: 'f', state: 'CONFIRMED' } });
    await deleteApp(admin, id);
    expect(await db().miniProgram.count({ where: { id } })).toBe(0);
  });

  test('is refused while it has codes, deleted ones included', async () => {
    const { id } = await insertApp();
    await insertCode({ miniProgramId: id, deletedAt: new Date() });
    await expect(deleteApp(admin, id)).rejects.toMatchObject({ code: 'APP_HAS_CODES', values: { count: 1 } });
  });
});

describe('testing the connection', () => {
  test('asks WeChat for a token', async () => {
    const { id } = await insertApp();
    expect(await testConnection(admin, id)).toEqual({ verdict: 'works' });
    expect(weChat.tokenCalls).toBe(1);
  });

  test('says what WeChat says', async () => {
    const { id } = await insertApp();
    weChat.onToken(() => refusal(40125, 'invalid appsecret'));
    expect(await testConnection(admin, id)).toMatchObject({
      verdict: 'failed',
      errcode: 40125,
      explanation: { key: 'secretInvalid' },
    });
  });

  test('says when nobody answers', async () => {
    const { id } = await insertApp();
    weChat.onToken(() => 'reset');
    expect(await testConnection(admin, id)).toMatchObject({ verdict: 'failed', errcode: null });
  });
});

test('only administrators manage Mini Programs; everyone signed in reads them', async () => {
  const { id } = await insertApp();
  for (const role of ['OPERATOR', 'VIEWER'] as const) {
    const actor = await insertActor(role);
    const forbidden = { code: 'FORBIDDEN', status: 403 };
    await expect(createApp(actor, newApp())).rejects.toMatchObject(forbidden);
    await expect(updateApp(actor, id, settings)).rejects.toMatchObject(forbidden);
    await expect(deleteApp(actor, id)).rejects.toMatchObject(forbidden);
    await expect(testConnection(actor, id)).rejects.toMatchObject(forbidden);
    expect(await getApp(actor, id)).toMatchObject({ id });
  }
});
