import { beforeEach, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, quotaState } from '@/lib/testing/factories';
import { generateCode } from '@/lib/codes/generate/service';
import { refusal, useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { allThatMatch } from './bulk.fixture';
import { getBulk } from './queries';
import { callOn } from './calls';
import { startBulk, stopBulk } from './start';

const weChat = useWeChat();
useDatabase();

let actor: UserActor;
let app: string;

/** Codes that WeChat refused, and one that it made. */
async function failedCodes(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n <= count; n += 1) {
    weChat.onCode(() => (n === count ? 'as usual' : refusal(41030, 'invalid page')));
    const input = { miniProgramId: app, endpoint: 'getwxacode' as const, path: `pages/${n}` };
    ids.push((await generateCode(actor, input)).codeId);
  }
  return ids;
}

const neverEnding = () => false;

async function finish(bulkId: string): Promise<void> {
  while (await callOn(bulkId, neverEnding));
}

beforeEach(async () => {
  actor = await insertActor();
  app = (await insertApp()).id;
});

test('failed codes are made again by the worker, and those with a picture are left alone', async () => {
  const ids = await failedCodes(3);
  weChat.onCode(() => 'as usual');
  const before = weChat.codeCalls.length;
  const bulk = await startBulk(actor, { kind: 'retry', scope: { codeIds: ids } });
  expect(bulk).toMatchObject({ state: 'RUNNING', total: 4, done: 0, canUndo: false });
  expect(weChat.codeCalls).toHaveLength(before);
  await finish(bulk.id);
  expect(await getBulk(actor, bulk.id)).toMatchObject({ state: 'FINISHED', done: 4, changed: 3, failed: 0 });
  expect(weChat.codeCalls).toHaveLength(before + 3);
  expect(await db().code.count({ where: { miniProgramId: app, status: 'READY' } })).toBe(4);
  expect(await quotaState(app)).toEqual({ used: 4, entries: 4 });
});

test('a refusal is counted and stops nothing', async () => {
  await failedCodes(3);
  let calls = 0;
  weChat.onCode(() => ((calls += 1) === 2 ? refusal(41030, 'invalid page') : 'as usual'));
  const scope = await allThatMatch(actor, { app, status: ['FAILED'] });
  const bulk = await startBulk(actor, { kind: 'retry', scope });
  await finish(bulk.id);
  expect(await getBulk(actor, bulk.id)).toMatchObject({ state: 'FINISHED', changed: 2, failed: 1 });
});

test('what every further code would run into stops it', async () => {
  await failedCodes(2);
  weChat.onCode(() => refusal(48001, 'api unauthorized'));
  const scope = await allThatMatch(actor, { app, status: ['FAILED'] });
  const bulk = await startBulk(actor, { kind: 'retry', scope });
  await finish(bulk.id);
  expect(await getBulk(actor, bulk.id)).toMatchObject({ failed: 2, changed: 0 });
});

test('a process that ends, or an action that is stopped, asks nothing more', async () => {
  const ids = await failedCodes(2);
  weChat.onCode(() => 'as usual');
  const before = weChat.codeCalls.length;
  const bulk = await startBulk(actor, { kind: 'retry', scope: { codeIds: ids } });
  expect(await callOn(bulk.id, () => true)).toBe(false);
  expect(await getBulk(actor, bulk.id)).toMatchObject({ state: 'RUNNING', done: 0 });
  await stopBulk(actor, bulk.id);
  expect(await callOn(bulk.id, neverEnding)).toBe(false);
  expect(weChat.codeCalls).toHaveLength(before);
});
