import { beforeEach, describe, expect, test } from 'vitest';
import { endHolds, holdBatches } from '@/lib/apps/calls/call-budget';
import { recordTokenEvent } from '@/lib/apps/token/token-events';
import { noteNoToken } from '@/lib/apps/token/token-failures';
import type { UserActor } from '@/lib/auth/actor';
import { fileDraft } from '@/lib/batches/batch.fixture';
import { createDraft } from '@/lib/batches/draft/create-draft';
import { getBatchProgress } from '@/lib/batches/report/queries';
import { clock } from '@/lib/clock';
import { countCodes } from '@/lib/codes/find/count';
import { listCodes } from '@/lib/codes/find/queries';
import { NO_FILTERS } from '@/lib/codes/find/filters';
import { db } from '@/lib/db/client';
import type { MiniProgram } from '@/lib/db/generated/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { beat } from '@/lib/watch/heartbeat';
import { listToDos, type ToDo } from './to-dos';

useDatabase();

let admin: UserActor;
let one: MiniProgram;
let other: MiniProgram;

beforeEach(async () => {
  await db().code.deleteMany();
  await db().batch.deleteMany();
  await db().quotaEntry.deleteMany();
  await db().miniProgram.deleteMany();
  admin = await insertActor('ADMIN');
  one = await insertApp({ name: '一店' });
  other = await insertApp({ name: '二店' });
});

const kinds = (toDos: ToDo[]) => toDos.map(({ kind }) => kind);
const only = async (kind: ToDo['kind'], actor = admin) =>
  (await listToDos(actor)).filter((toDo) => toDo.kind === kind);

const failed = (miniProgramId: string, failureKey: string | null, more = {}) =>
  insertCode({ miniProgramId, status: 'FAILED', failureKey, ...more });

const draftOf = async (app: MiniProgram) =>
  createDraft(admin, { ...fileDraft(app.id, 'scene\na=1\na=2'), name: '桌码' });

describe('failures', () => {
  test('stand by their cause, of all Mini Programs, and lead to a list of exactly so many', async () => {
    await failed(one.id, 'secretInvalid');
    await failed(one.id, 'secretInvalid');
    await failed(other.id, 'pageNotReleased');
    await failed(one.id, 'pageNotReleased');
    await failed(one.id, 'pageNotReleased');
    await failed(one.id, null);
    await failed(one.id, 'secretInvalid', { deletedAt: new Date() });
    await failed(one.id, 'secretInvalid', { archivedAt: new Date() });
    await insertCode({ miniProgramId: one.id, failureKey: 'secretInvalid' });
    const toDos = await only('failures');
    expect(toDos).toMatchObject([
      { cause: 'pageNotReleased', count: 3, app: null },
      { cause: 'secretInvalid', count: 2, app: { name: '一店' } },
      { cause: 'unknownErrcode', count: 1, app: { name: '一店' } },
    ]);
    for (const toDo of toDos) {
      if (toDo.kind !== 'failures') continue;
      const filters = { ...NO_FILTERS, app: 'all', status: ['FAILED'], cause: toDo.cause };
      expect((await countCodes(admin, filters)).count).toBe(toDo.count);
      expect((await listCodes(admin, filters)).items).toHaveLength(toDo.count);
    }
  });
});

test('failures of one batch name it, those of several and single ones name none', async () => {
  const batchId = await draftOf(one);
  await failed(one.id, 'pageNotReleased', { batchId });
  await failed(one.id, 'pageNotReleased', { batchId });
  expect(await only('failures')).toMatchObject([{ count: 2, from: { id: batchId, name: '桌码' } }]);
  await failed(one.id, 'pageNotReleased');
  expect(await only('failures')).toMatchObject([{ count: 3, from: null }]);
});

describe('a Mini Program that gets no token', () => {
  const refused = (errcode: number, errmsg: string) => ({
    kind: 'refused' as const,
    errcode,
    errmsg,
    rid: null,
  });

  test('says since when and why, with the address that WeChat named', async () => {
    await noteNoToken(one.id, refused(40125, 'invalid appsecret'), false);
    const [before] = await only('connection');
    const errmsg = 'invalid ip 117.39.59.7 ipv6 ::ffff:117.39.59.7, not in whitelist rid: 1a-2b-3c';
    await noteNoToken(one.id, refused(40164, errmsg), false);
    expect(before).toMatchObject({ failure: { explanation: { key: 'secretInvalid' }, address: null } });
    const since = before?.kind === 'connection' ? before.failure.since : null;
    expect(await only('connection')).toMatchObject([
      {
        app: { name: '一店' },
        failure: { explanation: { key: 'ipNotAllowed' }, address: '117.39.59.7', since },
      },
    ]);
  });

  test('waits for nobody while it is stopped', async () => {
    await noteNoToken(one.id, refused(40125, 'invalid appsecret'), false);
    await db().miniProgram.update({ where: { id: one.id }, data: { disabledAt: new Date() } });
    expect(await only('connection')).toEqual([]);
  });
});

describe('batches', () => {
  test('that are paused say why, drafts can be gone on with, others are nobody’s to-do', async () => {
    const draft = await draftOf(one);
    const stopped = await draftOf(other);
    const paused = await draftOf(other);
    const running = await draftOf(other);
    const set = (id: string, data: object) => db().batch.update({ where: { id }, data });
    await set(stopped, { state: 'PAUSED', stoppedBy: 'secretInvalid' });
    await set(paused, { state: 'PAUSED' });
    await set(running, { state: 'RUNNING' });
    expect(await only('paused')).toMatchObject([
      { batch: { id: paused }, stoppedBy: null },
      { batch: { id: stopped }, app: { name: '二店' }, stoppedBy: 'secretInvalid' },
    ]);
    expect(await only('draft')).toMatchObject([
      { batch: { id: draft, name: '桌码' }, app: { name: '一店' } },
    ]);
  });

  test('that run and bring nothing to an end for minutes say since when, unless WeChat holds them up', async () => {
    const [still, held, busy] = [await draftOf(one), await draftOf(other), await draftOf(one)];
    const long = new Date(clock.now().getTime() - 4 * 60_000);
    const data = { state: 'RUNNING', updatedAt: long } as const;
    await db().batch.updateMany({ where: { id: { in: [still, held, busy] } }, data });
    await insertCode({ miniProgramId: one.id, batchId: still, generatedAt: long });
    await insertCode({ miniProgramId: one.id, batchId: busy, generatedAt: clock.now() });
    await holdBatches(other.id, 'callLimit', clock.now());
    expect(await only('standing')).toEqual([
      {
        kind: 'standing',
        app: expect.objectContaining({ name: '一店' }),
        batch: { id: still, name: '桌码' },
        since: long,
      },
    ]);
    // That pictures cannot be kept does not pass by itself: it is said at once, of those that have just begun too.
    await holdBatches(one.id, 'storage', clock.now());
    expect(await only('standing')).toEqual([]);
    expect(await only('held')).toMatchObject([
      { batch: { id: busy }, app: { name: '一店' }, cause: 'storage' },
      { batch: { id: still }, cause: 'storage' },
    ]);
    // Until a call that is tried at its end was answered.
    await db().callBudget.updateMany({ data: { heldUntil: new Date(clock.now().getTime() - 5_000) } });
    expect(await only('held')).toHaveLength(2);
    await endHolds(one.id, clock.now());
    expect(await only('held')).toEqual([]);
    await db().callBudget.deleteMany({ where: { miniProgramId: one.id } });
    const { standingSince } = await getBatchProgress(admin, still);
    expect(standingSince).toBe(long.toISOString());
    expect(await getBatchProgress(admin, busy)).toMatchObject({ standingSince: null });
  });
});

describe('quota', () => {
  test.each([
    [{ quotaBaseline: 94_999 }, []],
    [{ quotaBaseline: 95_000 }, ['quota']],
    [{ quotaBaseline: 89_999, quotaFloor: 10_000 }, []],
    [{ quotaBaseline: 90_000, quotaFloor: 10_000 }, ['quota']],
    [{ numUsed: 12, countAtNumUsed: 10 }, ['drift']],
    [{ numUsed: 9, countAtNumUsed: 10 }, []],
  ])('with %j is %j', async (data, expected) => {
    await db().miniProgram.update({ where: { id: one.id }, data });
    expect(kinds(await listToDos(admin))).toEqual(expected);
  });

  test('that will be used up within a month is one, long before it is low', async () => {
    const entry = (index: number) => ({
      miniProgramId: one.id,
      fingerprint: `f${index}`,
      state: 'CONFIRMED' as const,
    });
    await db().quotaEntry.createMany({ data: Array.from({ length: 900 }, (_, index) => entry(index)) });
    await db().miniProgram.update({ where: { id: one.id }, data: { quotaBaseline: 80_000 } });
    expect(await only('quota')).toEqual([]);
    await db().miniProgram.update({ where: { id: one.id }, data: { quotaBaseline: 94_000 } });
    // 900 in a week at most: some 128 a day, and 6,000 left.
    expect(await only('quota')).toEqual([]);
    await db().miniProgram.update({ where: { id: one.id }, data: { quotaBaseline: 94_900, quotaFloor: 0 } });
    expect(await only('quota')).toEqual([]);
    await db().quotaEntry.createMany({ data: Array.from({ length: 900 }, (_, index) => entry(index + 900)) });
    expect(await only('quota')).toMatchObject([{ app: { name: '一店' }, left: 5_100 }]);
  });
});

describe('who sees what', () => {
  test('traces of other systems are for administrators, drafts for those who can go on with them', async () => {
    await draftOf(one);
    await db().$transaction((tx) => recordTokenEvent(tx, one.id, 40001));
    await failed(one.id, 'secretInvalid');
    expect(kinds(await listToDos(admin))).toEqual(['failures', 'token', 'draft']);
    expect(kinds(await listToDos(await insertActor('OPERATOR')))).toEqual(['failures', 'draft']);
    expect(kinds(await listToDos(await insertActor('VIEWER')))).toEqual(['failures']);
  });

  test('nothing waits where nothing is wrong', async () => {
    await insertCode({ miniProgramId: one.id });
    expect(await listToDos(admin)).toEqual([]);
  });
});

describe('the installation', () => {
  const problems = async (actor = admin) =>
    (await listToDos(actor)).filter(({ kind }) => ['worker', 'backup', 'disk'].includes(kind));

  test('says to administrators that its worker is gone, and not before it has begun', async () => {
    await db().installation.createMany({ data: { id: 1 }, skipDuplicates: true });
    expect(await problems()).toEqual([]);
    await beat();
    expect(await problems()).toEqual([]);
    await db().$executeRaw`UPDATE "Installation" SET "workerSeenAt" = "workerSeenAt" - interval '61 seconds'`;
    expect(await problems()).toEqual([{ kind: 'worker' }]);
    expect(await problems(await insertActor('OPERATOR'))).toEqual([]);
    await beat();
  });

  test('says that the last backup failed, until there is a good one', async () => {
    const startedAt = new Date();
    await db().backup.create({ data: { state: 'FAILED', failure: 'noSpace', startedAt } });
    expect(await problems()).toEqual([{ kind: 'backup', problem: 'failed', lastGoodAt: null }]);
    const later = new Date(startedAt.getTime() + 1);
    await db().backup.create({ data: { state: 'FINISHED', startedAt: later } });
    expect(await problems()).toEqual([]);
  });
});
