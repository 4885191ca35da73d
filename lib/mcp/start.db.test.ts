import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { systemActor } from '@/lib/auth/actor';
import { useBatchWorker } from '@/lib/batches/run/run.fixture';
import { renameBatch } from '@/lib/batches/draft/drafts';
import { answerOf } from '@/lib/bulk/changes/retarget.fixture';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { openBrand, type Ids } from '@/lib/testing/doors/fence-world';
import { connect as connectTo, newKey, openDoor, rows, stateOf, use, type Fields } from './assistant.fixture';

const worker = useBatchWorker(useDatabase());

let door: Awaited<ReturnType<typeof openDoor>>;
let own: Ids;
let other: Ids;
let key: string;

beforeAll(async () => {
  own = await openBrand('甲牌');
  other = await openBrand('乙牌');
  ({ key } = await newKey(own.appId));
  door = await openDoor();
});
afterAll(() => door.close());

const connect = (bearer = key, language?: string) => connectTo(door.url, bearer, language);

const planOf = (mark: string, more: Fields = {}) => ({
  ...{ miniProgramId: own.appId, endpoint: 'getwxacodeunlimit', rows: rows(mark), ...more },
});

const plannedSchema = z.object({
  batch: z.object({ id: z.string(), state: z.string() }),
  check: z.looseObject({
    counts: z.looseObject({ new: z.int() }),
    quota: z.looseObject({ needed: z.int() }),
  }),
  confirmationToken: z.string().nullable(),
});

const listedSchema = z.object({
  items: z.array(z.object({ codeId: z.string(), target: z.string(), live: z.unknown() })),
});

async function plan(client: Client, mark: string, more?: Fields) {
  const { json } = await use(client, 'plan_batch', planOf(mark, more));
  const { batch, check, confirmationToken } = plannedSchema.parse(json);
  return { batchId: batch.id, state: batch.state, check, confirmationToken: confirmationToken ?? '' };
}

test('a batch is planned for nothing, and started by the token of that plan', async () => {
  const client = await connect();
  await client.listTools();
  const before = await db().code.count();
  const { batchId, state, check, confirmationToken } = await plan(client, 'plan', {
    endpoint: 'getwxacodeunlimit',
  });
  expect(state).toBe('DRAFT');
  expect(check).toMatchObject({ counts: { new: 2 }, obstacle: null });
  expect(await db().code.count()).toBe(before);
  expect(await db().batchRow.count({ where: { batchId } })).toBe(0);
  const started = await use(client, 'start_batch', { batchId, confirmationToken });
  expect(started).toMatchObject({ isError: false, json: { id: batchId, state: 'RUNNING' } });
  expect(await use(client, 'get_batch', { batchId })).toMatchObject({ json: { counts: { total: 2 } } });
  expect((await use(client, 'get_batch_rows', { batchId })).json.items).toHaveLength(2);
  // A second time.
  expect(await use(client, 'start_batch', { batchId, confirmationToken })).toMatchObject({
    code: 'BATCH_STARTED',
  });
  expect(await db().batchRow.count({ where: { batchId } })).toBe(2);
});

test('a batch of live codes is planned, started, made and led elsewhere', async () => {
  const client = await connect();
  await client.listTools();
  const live = (t: string) => ({ live: { parameters: { shop: '西湖店 & 龙井店', t } } });
  const wanted = { rows: [live('1'), live('2'), live('3')] };
  const { batchId, check, confirmationToken } = await plan(client, 'live', wanted);
  expect(check).toMatchObject({ counts: { new: 3 }, quota: { needed: 0 }, obstacle: null });
  await use(client, 'start_batch', { batchId, confirmationToken });
  const running = await worker.start();
  const state = async () => (await use(client, 'get_batch', { batchId })).json.state;
  while ((await state()) === 'RUNNING') await clock.sleep(100);
  await worker.stop(running);
  const { items } = listedSchema.parse((await use(client, 'get_batch_rows', { batchId })).json);
  expect(items.map((row) => row.live)).toEqual(['1', '2', '3'].map((t) => ({ page: '', ...live(t).live })));
  const codeIds = items.map(({ codeId }) => codeId);
  const led = async () => Promise.all(items.map(({ target }) => answerOf(target)));
  const before = await led();
  expect(before[1]).toEqual({ state: 'open', page: '', parameters: { shop: '西湖店 & 龙井店', t: '2' } });

  const changed = await use(client, 'retarget_codes', {
    codeIds,
    page: 'pages/new',
    parameters: { shop: '总店' },
  });
  expect(changed).toMatchObject({ isError: false, json: { state: 'FINISHED', changed: 3, canUndo: true } });
  expect((await led())[1]).toEqual({
    state: 'open',
    page: 'pages/new',
    parameters: { shop: '总店', t: '2' },
  });
  const { id: actionId } = changed.json;
  expect(await use(client, 'get_action', { actionId })).toMatchObject({ json: { done: 3 } });
  expect(await use(client, 'undo_action', { actionId })).toMatchObject({
    json: { changed: 3, isUndo: true },
  });
  expect(await led()).toEqual(before);
  // The same list again makes no second set.
  expect((await plan(client, 'live', wanted)).check).toMatchObject({ counts: { new: 0, reused: 3 } });
});

test('of two starts at once, one is done', async () => {
  const client = await connect();
  const { batchId, confirmationToken } = await plan(client, 'twice');
  const both = await Promise.all(
    [1, 2].map(() => use(client, 'start_batch', { batchId, confirmationToken })),
  );
  expect(both.filter(({ isError }) => !isError)).toHaveLength(1);
  expect(both.find(({ isError }) => isError)?.code).toMatch(/BATCH_STARTED|CONFLICT/);
  expect(await db().batchRow.count({ where: { batchId } })).toBe(2);
});

test('a batch with a mistake has no token', async () => {
  const client = await connect();
  const bad = [...rows('bad'), { scene: '中文', name: '不行' }];
  const { check, confirmationToken } = await plan(client, 'bad', { rows: bad });
  expect(check).toMatchObject({ obstacle: 'badRows', counts: { invalid: 1 } });
  expect(check.problems).toMatchObject([{ field: 'scene', rows: 1, firstLine: expect.any(Number) }]);
  expect(confirmationToken).toBe('');
});

test('a batch is not started by any other token', async () => {
  const client = await connect();
  const second = await connect((await newKey(own.appId)).key);
  const mine = await plan(client, 'mine');
  const another = await plan(client, 'another');
  const ofSecond = await plan(second, 'second');
  const state = await stateOf(own);
  const tries: [Client, string, string][] = [
    [client, mine.batchId, 'nothing'],
    [client, mine.batchId, `x${mine.confirmationToken}`],
    [client, mine.batchId, another.confirmationToken],
    [client, ofSecond.batchId, ofSecond.confirmationToken],
    [second, mine.batchId, mine.confirmationToken],
  ];
  for (const [asks, batchId, confirmationToken] of tries)
    expect(await use(asks, 'start_batch', { batchId, confirmationToken })).toMatchObject({
      code: 'INVALID_INPUT',
      json: { errors: [{ field: 'confirmationToken' }] },
    });
  expect(await use(client, 'start_batch', { batchId: mine.batchId })).toMatchObject({
    code: 'INVALID_INPUT',
  });
  expect(await stateOf(own)).toBe(state);
});

test('a batch that somebody changed since, or that was planned a day ago, is not started', async () => {
  const client = await connect();
  const changed = await plan(client, 'changed');
  await renameBatch(systemActor('test'), changed.batchId, '换了');
  const { batchId, confirmationToken } = changed;
  expect(await use(client, 'start_batch', { batchId, confirmationToken })).toMatchObject({
    code: 'BATCH_CHANGED',
  });
  const old = await plan(client, 'old');
  const then = new Date(Date.now() + 24 * 60 * 60 * 1000 + 1000);
  await db().apiKey.updateMany({ data: { expiresAt: null } });
  vi.spyOn(clock, 'now').mockImplementation(() => then);
  const late = await use(client, 'start_batch', {
    batchId: old.batchId,
    confirmationToken: old.confirmationToken,
  });
  vi.restoreAllMocks();
  expect(late).toMatchObject({ code: 'INVALID_INPUT', json: { errors: [{ field: 'confirmationToken' }] } });
});

test('a batch has no way to be started while it is planned', async () => {
  const client = await connect();
  const told = await use(client, 'plan_batch', planOf('sly', { start: true }));
  expect(told).toMatchObject({ code: 'INVALID_INPUT', json: { errors: [{ field: 'start' }] } });
});

test('a plan of theirs is not started by whoever has its token', async () => {
  const theirs = await connect((await newKey(other.appId)).key);
  const theirPlan = { ...planOf('their'), miniProgramId: other.appId };
  const { batch, confirmationToken } = plannedSchema.parse((await use(theirs, 'plan_batch', theirPlan)).json);
  const client = await connect();
  const told = await use(client, 'start_batch', { batchId: batch.id, confirmationToken });
  expect(told).toMatchObject({ code: 'INVALID_INPUT', json: { errors: [{ field: 'confirmationToken' }] } });
  expect(await db().batch.findUnique({ where: { id: batch.id } })).toMatchObject({ state: 'DRAFT' });
});
