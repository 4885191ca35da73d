import { beforeEach, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, quotaState } from '@/lib/testing/factories';
import { refusal, useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { reopenCode } from './opening';
import { generateCode, regenerateCode } from './service';

const weChat = useWeChat();
useDatabase();

let actor: UserActor;
let miniProgramId: string;

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  miniProgramId = (await insertApp()).id;
});

const read = (id: string) => db().code.findUniqueOrThrow({ where: { id } });

async function failed(answer: Parameters<typeof weChat.onCode>[0]) {
  weChat.onCode(answer);
  const { codeId } = await generateCode(actor, { miniProgramId, endpoint: 'getwxacode', path: 'pages/a' });
  weChat.onCode(() => 'as usual');
  return read(codeId);
}

const busy = { code: 'CODE_BUSY' };

test('who decides by what a code was, and comes after another attempt, makes none', async () => {
  const known = await failed(() => refusal(41030, 'invalid page'));
  weChat.onCode(() => refusal(41030, 'invalid page'));
  await regenerateCode(actor, known.id);
  await expect(reopenCode(actor, known)).rejects.toMatchObject(busy);
  expect(await read(known.id)).toMatchObject({ status: 'FAILED', attempts: 2 });
  expect(weChat.codeCalls).toHaveLength(2);
});

test('a code that waits for its turn is somebody’s already', async () => {
  const { id } = await failed(() => refusal(41030, 'invalid page'));
  await db().code.update({ where: { id }, data: { status: 'QUEUED' } });
  await expect(regenerateCode(actor, id)).rejects.toMatchObject(busy);
  expect(await read(id)).toMatchObject({ status: 'QUEUED', attempts: 1 });
});

test('a code that paid for a call without an answer goes on saying so, and pays once', async () => {
  const open = await failed(() => 'reset');
  expect(open).toMatchObject({ status: 'FAILED', quotaCost: 1, quotaCountAfter: 1 });
  await regenerateCode(actor, open.id);
  expect(await read(open.id)).toMatchObject({ status: 'READY', quotaCost: 1, quotaCountAfter: 1 });
  expect(await quotaState(miniProgramId)).toEqual({ used: 1, entries: 1 });
});
