import { beforeEach, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { generateCode } from '@/lib/codes/generate/service';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { refusal, useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { getBulk } from './queries';
import { callOn } from './calls';
import { startBulk } from './start';

const weChat = useWeChat();
useDatabase();

let actor: UserActor;
let bulkId: string;

/** An action that has WeChat make one failed code again. */
beforeEach(async () => {
  actor = await insertActor();
  const { id: miniProgramId } = await insertApp();
  weChat.onCode(() => refusal(41030, 'invalid page'));
  const { codeId } = await generateCode(actor, { miniProgramId, endpoint: 'getwxacode', path: 'pages/a' });
  weChat.onCode(() => 'as usual');
  bulkId = (await startBulk(actor, { kind: 'retry', scope: { codeIds: [codeId] } })).id;
});

const leaseUntil = (leaseExpiresAt: Date) =>
  db().bulk.update({ where: { id: bulkId }, data: { leaseExpiresAt } });
const goOn = () => callOn(bulkId, () => false);

test('an action that another process is at is left to it', async () => {
  const until = new Date(Date.now() + 60_000);
  await leaseUntil(until);
  expect(await goOn()).toBe(false);
  expect(weChat.codeCalls).toHaveLength(1);
  expect(await getBulk(actor, bulkId)).toMatchObject({ state: 'RUNNING', done: 0 });
  expect(await db().bulk.findUniqueOrThrow({ where: { id: bulkId } })).toMatchObject({
    leaseExpiresAt: until,
  });
});

test('an action whose process died is taken over when its lease has run out', async () => {
  await leaseUntil(new Date(Date.now() - 1));
  await goOn();
  expect(await getBulk(actor, bulkId)).toMatchObject({ state: 'FINISHED', done: 1, changed: 1 });
  expect(await db().bulk.findUniqueOrThrow({ where: { id: bulkId } })).toMatchObject({
    leaseExpiresAt: null,
  });
});

test.each([
  { state: 'RUNNING', cursor: '40', doneCount: 1, changedCount: 1 },
  { state: 'FINISHED', cursor: null, doneCount: 1, changedCount: 1 },
] as const)('what a process brings after another has taken its action over ends nothing', async (other) => {
  weChat.onCode(async (): Promise<'as usual'> => {
    await db().bulk.update({ where: { id: bulkId }, data: other });
    return 'as usual';
  });
  await goOn();
  expect(await db().bulk.findUniqueOrThrow({ where: { id: bulkId } })).toMatchObject(other);
});

test('an action that is asked for while this very process is at it makes no second call', async () => {
  await Promise.all([goOn(), goOn()]);
  expect(weChat.codeCalls).toHaveLength(2);
  expect(await getBulk(actor, bulkId)).toMatchObject({ state: 'FINISHED', done: 1, changed: 1 });
});
