import { beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, quotaState } from '@/lib/testing/factories';
import { refusal, useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { generateCode, regenerateCode, updateCode } from './service';

const weChat = useWeChat();
useDatabase();

let actor: UserActor;
let miniProgramId: string;

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  miniProgramId = (await insertApp()).id;
});

const generate = () => generateCode(actor, { miniProgramId, endpoint: 'getwxacode', path: 'pages/a' });
const find = (id: string) => db().code.findUniqueOrThrow({ where: { id } });
const remove = (id: string) => db().code.update({ where: { id }, data: { deletedAt: new Date() } });
const notFound = { code: 'NOT_FOUND' };

describe('the same parameters', () => {
  test('are offered as they are while their code is there, and made anew for nothing once it is deleted', async () => {
    const { codeId } = await generate();
    expect(await generate()).toMatchObject({ outcome: 'existing', codeId });
    await remove(codeId);
    const again = await generate();
    expect(again.outcome).toBe('generated');
    expect(again.codeId).not.toBe(codeId);
    expect(await find(again.codeId)).toMatchObject({ status: 'READY', quotaCost: 0 });
    expect(await quotaState(miniProgramId)).toEqual({ used: 1, entries: 1 });
  });

  test('that failed are no code to offer', async () => {
    weChat.onCode(() => refusal(41030, 'invalid page'));
    const { codeId } = await generate();
    weChat.onCode(() => 'as usual');
    expect(await generate()).toMatchObject({
      outcome: 'generated',
      codeId: expect.not.stringMatching(codeId),
    });
  });
});

describe('a deleted code', () => {
  test('is neither renamed nor made again', async () => {
    weChat.onCode(() => refusal(41030, 'invalid page'));
    const { codeId } = await generate();
    await remove(codeId);
    const before = await find(codeId);
    await expect(updateCode(actor, codeId, { name: '新名' })).rejects.toMatchObject(notFound);
    await expect(regenerateCode(actor, codeId)).rejects.toMatchObject(notFound);
    expect(await find(codeId)).toEqual(before);
    expect(weChat.codeCalls).toHaveLength(1);
  });
});

test('a new name leaves a trace, and a note that is left out stays', async () => {
  const { codeId } = await generate();
  await updateCode(actor, codeId, { name: ' 一号桌 ', note: '靠窗' });
  await updateCode(actor, codeId, { name: '二号桌' });
  expect(await find(codeId)).toMatchObject({ name: '二号桌', note: '靠窗' });
  const where = { targetId: codeId, action: 'code.update' };
  const events = await db().auditEvent.findMany({ where, orderBy: { at: 'asc' } });
  expect(events).toMatchObject([
    { actorId: actor.id, details: { name: '一号桌' } },
    { details: { name: '二号桌' } },
  ]);
  await expect(updateCode(actor, codeId, { name: ' ' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
});
