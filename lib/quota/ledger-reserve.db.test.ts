import { beforeAll, describe, expect, test } from 'vitest';
import { updateApp } from '@/lib/apps/service';
import type { UserActor } from '@/lib/auth/actor';
import { generateCode, regenerateCode } from '@/lib/codes/generate/service';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { refusal, useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { adoptWeChatCount } from './service';
import { listQuotas } from './queries';

const weChat = useWeChat();
useDatabase();

let admin: UserActor;
let operator: UserActor;
beforeAll(async () => {
  [admin, operator] = [await insertActor('ADMIN'), await insertActor()];
});

const settings = { name: '门店小程序', tokenMode: 'stable' } as const;
const make = (miniProgramId: string, path: string) =>
  generateCode(operator, { miniProgramId, endpoint: 'getwxacode', path });

describe('the quota that is kept free', () => {
  test('is not touched by new codes, and the refusal says the numbers', async () => {
    const { id } = await insertApp();
    await updateApp(admin, id, { ...settings, quotaBaseline: 99_990, quotaFloor: 8 });
    await make(id, 'pages/1');
    await make(id, 'pages/2');
    const values = { used: 99_992, limit: 100_000, left: 8, floor: 8 };
    await expect(make(id, 'pages/3')).rejects.toMatchObject({ code: 'QUOTA_FLOOR', values });
    expect(weChat.codeCalls).toHaveLength(2);
    expect(await db().code.count({ where: { miniProgramId: id } })).toBe(2);
  });

  test('does not stop codes without a limit, those that were counted, nor anybody once it is lowered', async () => {
    const { id } = await insertApp();
    const { codeId } = await make(id, 'pages/counted');
    await db().code.update({ where: { id: codeId }, data: { status: 'FAILED' } });
    await updateApp(admin, id, { ...settings, quotaBaseline: 99_999, quotaFloor: 5 });
    await regenerateCode(operator, codeId);
    await generateCode(operator, { miniProgramId: id, endpoint: 'getwxacodeunlimit', scene: 'a=1' });
    await updateApp(admin, id, { ...settings, quotaBaseline: 99_998, quotaFloor: 0 });
    await make(id, 'pages/last');
    await expect(make(id, 'pages/over')).rejects.toMatchObject({ code: 'QUOTA_EXHAUSTED' });
  });
});

describe('WeChat’s own count', () => {
  async function drifted() {
    const { id, appId } = await insertApp();
    weChat.configure(appId, { quotaElsewhere: 40 });
    await make(id, 'pages/first');
    return id;
  }

  test('is shown beside ours and adopted by an administrator, and then both agree', async () => {
    const id = await drifted();
    await generateCode(operator, { miniProgramId: id, endpoint: 'createwxaqrcode', path: 'pages/since' });
    expect(await adoptWeChatCount(admin, id)).toBe(40);
    const quota = (await listQuotas(operator)).find(({ app }) => app.id === id);
    expect(quota).toMatchObject({ used: 42, app: { quotaBaseline: 40, numUsed: 41, countAtNumUsed: 41 } });
    await expect(adoptWeChatCount(admin, id)).rejects.toMatchObject({ code: 'CONFLICT' });
    const audit = await db().auditEvent.findFirstOrThrow({ where: { action: 'quota.adopt', targetId: id } });
    expect(audit.details).toEqual({ from: 0, to: 40 });
  });

  test('is the administrator’s to adopt', async () => {
    const id = await drifted();
    await expect(adoptWeChatCount(operator, id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('that is lower than what was made here is not adopted', async () => {
    const { id } = await insertApp();
    await make(id, 'pages/a');
    await db().miniProgram.update({ where: { id }, data: { numUsed: 0 } });
    await expect(adoptWeChatCount(admin, id)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  test('is full once WeChat says so, whatever we counted', async () => {
    const { id } = await insertApp();
    weChat.onCode(() => refusal(45029, 'qrcode count out of limit'));
    await make(id, 'pages/a');
    await adoptWeChatCount(admin, id);
    await expect(make(id, 'pages/b')).rejects.toMatchObject({ code: 'QUOTA_EXHAUSTED' });
    expect(weChat.codeCalls).toHaveLength(1);
  });
});
