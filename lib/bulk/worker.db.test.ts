import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { allThatMatch } from './bulk.fixture';
import { INLINE_CODES, UNDO_MS } from './kinds';
import { getBulk, listRunningBulks } from './queries';
import { listenToBulks, wakeBulks } from './signals';
import { startBulk, stopBulk, undoBulk } from './start';
import { workOn } from './step';
import { BulkWorker, forgetChanges } from './worker';

useDatabase();

const MANY = INLINE_CODES + 250;
const STEP = 100;
const PATIENTLY = { timeout: 30_000, interval: 20 };

let actor: UserActor;
let app: string;

beforeAll(async () => {
  actor = await insertActor();
});

beforeEach(async () => {
  app = (await insertApp()).id;
  await db().code.createMany({
    data: Array.from({ length: MANY }, (_, n) => ({
      ...{ miniProgramId: app, endpoint: 'getwxacodeunlimit' as const, scene: `s=${n}`, width: 430 },
      ...{ name: `code ${n}`, fingerprint: `${app} ${n}`, status: 'READY' as const },
      // Many in one moment: the id alone tells them apart.
      createdAt: new Date(Date.UTC(2026, 0, 1) + Math.floor(n / 300)),
    })),
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  listenToBulks(undefined);
});

const archived = () => db().code.count({ where: { miniProgramId: app, archivedAt: { not: null } } });
const kept = (bulkId: string) => db().bulkChange.count({ where: { bulkId } });

async function archiveAll() {
  return startBulk(actor, { kind: 'archive', scope: await allThatMatch(actor, { app }) });
}

/** To the end, as the worker does it. */
async function finish(bulkId: string): Promise<void> {
  while (await workOn(bulkId, STEP));
}

describe('an action on more codes than are done at once', () => {
  test('goes on to its end although what it changes matches no more, and says how far it is', async () => {
    const bulk = await archiveAll();
    expect(bulk).toMatchObject({ state: 'RUNNING', total: MANY, done: INLINE_CODES, changed: INLINE_CODES });
    expect(await listRunningBulks(actor)).toEqual([bulk]);
    expect(await workOn(bulk.id, STEP)).toBe(true);
    expect(await getBulk(actor, bulk.id)).toMatchObject({ done: INLINE_CODES + STEP });
    await finish(bulk.id);
    expect(await getBulk(actor, bulk.id)).toMatchObject({ state: 'FINISHED', done: MANY, changed: MANY });
    expect(await archived()).toBe(MANY);
    expect(await listRunningBulks(actor)).toEqual([]);
  });

  test('numbers names without a gap across its steps', async () => {
    const scope = await allThatMatch(actor, { app });
    const bulk = await startBulk(actor, {
      kind: 'rename',
      values: { pattern: '{seq:0000}', start: 1 },
      scope,
    });
    await finish(bulk.id);
    const codes = await db().code.findMany({
      where: { miniProgramId: app },
      select: { name: true },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    });
    expect(codes.map(({ name }) => Number(name))).toEqual(codes.map((_, index) => index + 1));
  });

  test('stops where it is, and what was changed stays so', async () => {
    const bulk = await archiveAll();
    expect(await stopBulk(actor, bulk.id)).toMatchObject({ state: 'STOPPED', changed: INLINE_CODES });
    expect(await workOn(bulk.id, STEP)).toBe(false);
    expect(await archived()).toBe(INLINE_CODES);
  });

  test('is stopped by its undo, which takes back what was done', async () => {
    const bulk = await archiveAll();
    const undo = await undoBulk(actor, bulk.id);
    expect(await getBulk(actor, bulk.id)).toMatchObject({ state: 'STOPPED', canUndo: true });
    await finish(undo.id);
    expect(await getBulk(actor, undo.id)).toMatchObject({ state: 'FINISHED', changed: INLINE_CODES });
    expect(await archived()).toBe(0);
  });

  test('is undone in steps too', async () => {
    const bulk = await archiveAll();
    await finish(bulk.id);
    let woken = 0;
    listenToBulks(() => (woken += 1));
    const undo = await undoBulk(actor, bulk.id);
    expect(undo).toMatchObject({ state: 'RUNNING', total: MANY, done: INLINE_CODES });
    expect(woken).toBe(1);
    await finish(undo.id);
    expect(await archived()).toBe(0);
  });
});

describe('a process that dies in the middle of a step', () => {
  /** From its second step on the database refuses, as if the process had died within the statement. */
  const poison = async () => {
    await db()
      .$executeRaw`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''killed''; END'`;
    await db()
      .$executeRaw`CREATE TRIGGER poison BEFORE UPDATE ON "Code" FOR EACH ROW WHEN (OLD."scene" = 's=99') EXECUTE FUNCTION refuse()`;
  };
  const heal = async () => {
    await db().$executeRaw`DROP TRIGGER poison ON "Code"`;
    await db().$executeRaw`DROP FUNCTION refuse()`;
  };

  /** One that has nothing to do with what is poisoned. */
  const insertOther = async () => {
    const { id } = await db().code.findFirstOrThrow({ where: { miniProgramId: app, scene: 's=1' } });
    const values = { pattern: 'other', start: 1 };
    const data = { kind: 'rename' as const, scope: { codeIds: [id] }, values, total: 1 };
    return db().bulk.create({ data });
  };

  test('leaves whole steps, other actions go on, and another process finishes the rest once', async () => {
    await poison();
    const bulk = await archiveAll();
    await expect(finish(bulk.id)).rejects.toThrow('killed');
    const { changed, done } = await getBulk(actor, bulk.id);
    expect(changed).toBeLessThan(MANY);
    expect([done, await archived(), await kept(bulk.id)]).toEqual([changed, changed, changed]);
    const other = await insertOther();
    const ailing = await BulkWorker.start({ alone: true });
    await expect.poll(() => getBulk(actor, other.id), PATIENTLY).toMatchObject({ state: 'FINISHED' });
    await ailing.stop();
    expect(await getBulk(actor, bulk.id)).toMatchObject({ state: 'RUNNING', done });
    await db().bulk.delete({ where: { id: other.id } });
    await heal();
    const worker = await BulkWorker.start({ alone: true });
    await expect.poll(() => getBulk(actor, bulk.id), PATIENTLY).toMatchObject({ state: 'FINISHED' });
    await worker.stop();
    expect(await getBulk(actor, bulk.id)).toMatchObject({ done: MANY, changed: MANY, failed: 0 });
    expect([await archived(), await kept(bulk.id)]).toEqual([MANY, MANY]);
  });
});

describe('the worker', () => {
  const STEPS_OF_OTHERS = 20;

  test('that was stopped begins no step more, and hears of nothing that waits', async () => {
    const bulk = await archiveAll();
    const worker = await BulkWorker.start({ alone: true });
    await worker.stop();
    wakeBulks();
    for (let n = 0; n < STEPS_OF_OTHERS; n += 1)
      expect(await getBulk(actor, bulk.id)).toMatchObject({ state: 'RUNNING', done: INLINE_CODES });
    await stopBulk(actor, bulk.id);
  });

  test('finishes what was started first, and then what came after it', async () => {
    const scope = await allThatMatch(actor, { app });
    const rename = (pattern: string) =>
      startBulk(actor, { kind: 'rename', values: { pattern, start: 1 }, scope });
    const [later, first] = [await rename('later {seq}'), await rename('first {seq}')];
    await db().bulk.update({ where: { id: first.id }, data: { createdAt: new Date(0) } });
    expect((await listRunningBulks(actor)).map(({ id }) => id)).toEqual([first.id, later.id]);
    const worker = await BulkWorker.start({ alone: true });
    for (const { id } of [first, later])
      await expect.poll(() => getBulk(actor, id), PATIENTLY).toMatchObject({ state: 'FINISHED' });
    await worker.stop();
    const last = { miniProgramId: app, name: { startsWith: 'later' } };
    expect(await db().code.count({ where: last })).toBe(MANY - INLINE_CODES);
  });
});

test('two workers on one action change each code once', async () => {
  const bulk = await archiveAll();
  const workers = [await BulkWorker.start({ alone: false }), await BulkWorker.start({ alone: false })];
  await Promise.all([finish(bulk.id), finish(bulk.id)]);
  await Promise.all(workers.map((worker) => worker.stop()));
  expect(await getBulk(actor, bulk.id)).toMatchObject({ state: 'FINISHED', done: MANY, changed: MANY });
});

test('what codes were before is kept for a day', async () => {
  const bulk = await archiveAll();
  await finish(bulk.id);
  await forgetChanges();
  expect(await kept(bulk.id)).toBe(MANY);
  vi.spyOn(clock, 'now').mockReturnValue(new Date(Date.now() + UNDO_MS + 1000));
  while ((await forgetChanges()) > 0);
  expect(await kept(bulk.id)).toBe(0);
  await expect(undoBulk(actor, bulk.id)).rejects.toMatchObject({ code: 'BULK_NO_UNDO' });
});
