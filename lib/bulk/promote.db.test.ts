import { beforeEach, expect, test, vi } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { generateCode } from '@/lib/codes/generate/service';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, quotaState } from '@/lib/testing/factories';
import { refusal, useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { allThatMatch, readCodes } from './bulk.fixture';
import { callOn } from './calls';
import { getBulk } from './queries';
import { startBulk, undoBulk } from './start';
import { BulkWorker } from './worker';

const weChat = useWeChat();
useDatabase();

let actor: UserActor;
let app: string;

beforeEach(async () => {
  actor = await insertActor();
  app = (await insertApp()).id;
});

type Version = 'release' | 'trial' | 'develop';

const make = async (path: string, envVersion: Version) =>
  (await generateCode(actor, { miniProgramId: app, endpoint: 'getwxacode', path, envVersion })).codeId;

/** To its end, as the worker does. */
async function promote(codeIds: string[]) {
  const { id } = await startBulk(actor, { kind: 'promote', scope: { codeIds } });
  while (await callOn(id, () => false));
  return getBulk(actor, id);
}

const releases = () =>
  db().code.findMany({ where: { miniProgramId: app, envVersion: 'release' }, orderBy: { path: 'asc' } });

test('of a mixed selection the testing codes get release codes, of whoever asked; the others are passed by', async () => {
  const ids = [
    await make('pages/a', 'trial'),
    await make('pages/b', 'develop'),
    await make('pages/c', 'release'),
    // The same in two versions: one release code is both of theirs.
    await make('pages/d', 'trial'),
    await make('pages/d', 'develop'),
  ];
  weChat.onCode(() => refusal(41030, 'invalid page'));
  ids.push(await make('pages/e', 'trial'));
  weChat.onCode(() => 'as usual');
  const before = await readCodes(ids);
  const calls = weChat.codeCalls.length;
  expect(await promote(ids)).toMatchObject({ state: 'FINISHED', done: 6, changed: 3, failed: 0 });
  expect(weChat.codeCalls).toHaveLength(calls + 3);
  expect((await releases()).map(({ path }) => path)).toEqual(['pages/a', 'pages/b', 'pages/c', 'pages/d']);
  expect((await releases()).map(({ createdById }) => createdById)).toEqual(Array(4).fill(actor.id));
  expect(await readCodes(ids)).toEqual(before);
  expect(await quotaState(app)).toEqual({ used: 8, entries: 8 });
});

test('done again it changes nothing and asks WeChat nothing, and there is no way back to offer', async () => {
  const ids = [await make('pages/a', 'trial'), await make('pages/b', 'trial')];
  expect(await promote(ids)).toMatchObject({ changed: 2, canUndo: false });
  const calls = weChat.codeCalls.length;
  const budget = await db().callBudget.findMany();
  const again = await promote(ids);
  expect(again).toMatchObject({ state: 'FINISHED', changed: 0, failed: 0 });
  // Nor did it wait for a turn.
  expect(await db().callBudget.findMany()).toEqual(budget);
  expect(weChat.codeCalls).toHaveLength(calls);
  await expect(undoBulk(actor, again.id)).rejects.toMatchObject({ code: 'BULK_NO_UNDO' });
});

test('what WeChat refused is counted, and asked for again in its place', async () => {
  const ids = [await make('pages/a', 'trial'), await make('pages/b', 'trial')];
  weChat.onCode(async (request) =>
    (await request.text()).includes('pages/b') ? refusal(41030, 'invalid page') : 'as usual',
  );
  expect(await promote(ids)).toMatchObject({ changed: 1, failed: 1 });
  weChat.onCode(() => 'as usual');
  expect(await promote(ids)).toMatchObject({ changed: 1, failed: 0 });
  expect(await releases()).toMatchObject([{ status: 'READY' }, { status: 'READY', attempts: 2 }]);
});

test('all that match are promoted once, though what is made matches too', async () => {
  await make('pages/a', 'trial');
  await make('pages/b', 'trial');
  const scope = await allThatMatch(actor, { app });
  const { id } = await startBulk(actor, { kind: 'promote', scope });
  while (await callOn(id, () => false));
  expect(await getBulk(actor, id)).toMatchObject({ state: 'FINISHED', total: 2, done: 2, changed: 2 });
  expect(await db().code.count({ where: { miniProgramId: app } })).toBe(4);
});

test('it is one line of the audit log, beside the one of each code', async () => {
  const ids = [await make('pages/a', 'trial'), await make('pages/b', 'trial')];
  const { id } = await promote(ids);
  const where = { action: 'code.promote', targetId: { in: [id, ...ids] } };
  const events = await db().auditEvent.findMany({ where, orderBy: { at: 'asc' } });
  expect(events[0]).toMatchObject({ targetKind: 'bulk', actorId: actor.id, details: { count: 2 } });
  expect(
    events
      .slice(1)
      .map(({ targetId }) => targetId)
      .sort(),
  ).toEqual([...ids].sort());
});

test('the worker takes it up by itself, beside those that only change columns', async () => {
  const scope = { codeIds: [await make('pages/a', 'trial')] };
  const worker = await BulkWorker.start({ alone: true });
  const { id } = await startBulk(actor, { kind: 'promote', scope });
  await vi.waitFor(
    async () => expect(await getBulk(actor, id)).toMatchObject({ state: 'FINISHED', changed: 1 }),
    { timeout: 10_000 },
  );
  await worker.stop();
});
