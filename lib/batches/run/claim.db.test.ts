import { beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import type { MiniProgram } from '@/lib/db/generated/client';
import { LIMITED_CODES_MAX } from '@/lib/wechat/rules/limits';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, quotaState } from '@/lib/testing/factories';
import { claimRows } from './claim';
import { finishBatch } from './finish';
import { putBack, recoverOrphans } from './put-back';
import { insertBatch } from './run.fixture';

useDatabase();

let actor: UserActor;
let app: MiniProgram;

beforeEach(async () => {
  // What one test leaves at WeChat is nobody's in the next.
  await db().code.deleteMany();
  actor = await insertActor('OPERATOR');
  app = await insertApp();
});

const insert = (rows: number) =>
  insertBatch(actor, { miniProgramId: app.id, rows, prefix: 'pages/a?n=', endpoint: 'getwxacode' });
const claim = (batchId: string, { max = 100, from = 0 } = {}) =>
  claimRows({ batchId, miniProgramId: app.id, max, from });
const pathsOf = ({ codes }: { codes: { path: string | null }[] }) => codes.map(({ path }) => path);
const rowOf = (batchId: string, rowNumber: number) =>
  db().batchRow.findUniqueOrThrow({ where: { batchId_rowNumber: { batchId, rowNumber } } });
const setBaseline = (quotaBaseline: number) =>
  db().miniProgram.update({ where: { id: app.id }, data: { quotaBaseline } });

describe('rows are claimed', () => {
  test('in the order of the table, with their quota and a lease, and none twice', async () => {
    const batchId = await insert(5);
    const first = await claim(batchId, { max: 2 });
    expect(first).toMatchObject({
      upTo: 2,
      codes: [{ attempts: 1 }, { status: 'GENERATING', quotaCost: 1 }],
    });
    expect(first.codes.map(({ quotaCountAfter }) => quotaCountAfter)).toEqual([1, 2]);
    expect(first.codes.every(({ leaseExpiresAt }) => Number(leaseExpiresAt) > Date.now())).toBe(true);
    const second = await claim(batchId, { from: 2 });
    expect(pathsOf(second)).toEqual(['pages/a?n=3', 'pages/a?n=4', 'pages/a?n=5']);
    expect(await claim(batchId)).toEqual({ codes: [], upTo: null });
    expect(await quotaState(app.id)).toEqual({ used: 5, entries: 5 });
  });

  test.each(['DRAFT', 'PAUSED', 'CANCELLED', 'FINISHED'] as const)(
    'by nobody while the batch is %s',
    async (state) => {
      const batchId = await insert(2);
      const { codes } = await claim(batchId, { max: 1 });
      await putBack(codes);
      await db().batch.update({ where: { id: batchId }, data: { state } });
      expect(await claim(batchId)).toEqual({ codes: [], upTo: null });
      expect(await db().code.count({ where: { batchId, status: 'GENERATING' } })).toBe(0);
      expect(await rowOf(batchId, 2)).toMatchObject({ codeId: null });
      expect(await quotaState(app.id)).toEqual({ used: 1, entries: 1 });
    },
  );

  test('but not one whose code was removed for ever, and the batch does not wait for it', async () => {
    const batchId = await insert(3);
    await db().batchRow.update({
      where: { batchId_rowNumber: { batchId, rowNumber: 2 } },
      data: { purgedAt: new Date() },
    });
    const claimed = await claim(batchId);
    expect(pathsOf(claimed)).toEqual(['pages/a?n=1', 'pages/a?n=3']);
    await db().code.updateMany({ where: { batchId }, data: { status: 'READY' } });
    await finishBatch(batchId, app.id);
    expect(await db().batch.findUniqueOrThrow({ where: { id: batchId } })).toMatchObject({
      state: 'FINISHED',
    });
  });
});

describe('a code that waits', () => {
  test('comes before rows without one, in the order of the table', async () => {
    const batchId = await insert(4);
    const { codes } = await claim(batchId, { max: 2 });
    await putBack(codes);
    const again = await claim(batchId, { max: 3, from: 2 });
    expect(pathsOf(again).sort()).toEqual(['pages/a?n=1', 'pages/a?n=2', 'pages/a?n=3']);
    expect(again.codes.map(({ attempts }) => attempts)).toEqual([1, 1, 1]);
    expect(await claim(batchId, { max: 0, from: 2 })).toMatchObject({ codes: [] });
  });

  test('and holds its reservation is not charged again, whether there is room or not', async () => {
    const batchId = await insert(2);
    const { codes } = await claim(batchId);
    await db().code.updateMany({ where: { batchId }, data: { status: 'QUEUED', leaseExpiresAt: null } });
    // One entry went with the refusal of a code that shares its parameters; what this row paid, it has paid.
    await db().quotaEntry.deleteMany({ where: { fingerprint: codes[0]?.fingerprint ?? '' } });
    await setBaseline(LIMITED_CODES_MAX);
    const again = await claim(batchId);
    expect(
      again.codes
        .map(({ status, quotaCost, quotaCountAfter }) => [status, quotaCost, quotaCountAfter])
        .sort(),
    ).toEqual([
      ['GENERATING', 1, 1],
      ['GENERATING', 1, 2],
    ]);
    expect(await quotaState(app.id)).toEqual({ used: 2, entries: 1 });
  });

  test('and has paid nothing is charged, or fails for want of room', async () => {
    const batchId = await insert(2);
    await claim(batchId);
    const unpaid = { status: 'QUEUED' as const, leaseExpiresAt: null, quotaCost: 0, quotaCountAfter: null };
    await db().code.updateMany({ where: { batchId }, data: unpaid });
    await db().quotaEntry.deleteMany({ where: { miniProgramId: app.id } });
    await db().miniProgram.update({
      where: { id: app.id },
      data: { quotaUsed: 0, quotaBaseline: LIMITED_CODES_MAX - 1 },
    });
    const { codes } = await claim(batchId);
    expect(codes).toMatchObject([{ quotaCost: 1, quotaCountAfter: LIMITED_CODES_MAX }]);
    const failed = await db().code.findMany({ where: { batchId, status: 'FAILED' } });
    expect(failed).toMatchObject([{ failureReason: 'quota', failureKey: 'quota', quotaCost: 0 }]);
    expect(await quotaState(app.id)).toEqual({ used: 1, entries: 1 });
  });
});

test('rows that there is no room for fail without a call, and the others go on', async () => {
  const batchId = await insert(3);
  await setBaseline(LIMITED_CODES_MAX - 2);
  const { codes, upTo } = await claim(batchId);
  expect(codes.map(({ quotaCountAfter }) => quotaCountAfter)).toEqual([
    LIMITED_CODES_MAX - 1,
    LIMITED_CODES_MAX,
  ]);
  expect(upTo).toBe(3);
  const failed = await db().code.findMany({ where: { batchId, status: 'FAILED' } });
  expect(failed).toMatchObject([
    { failureKey: 'quota', quotaCost: 0, quotaCountAfter: null, path: 'pages/a?n=3' },
  ]);
});

describe('a lease that is held', () => {
  test('is not taken from the process that works, nor from this one', async () => {
    const batchId = await insert(2);
    const { codes } = await claim(batchId);
    const held = new Set<string>();
    expect(await recoverOrphans({ expiredBefore: new Date(), held })).toBe(0);
    const later = new Date(Date.now() + 60_000);
    const own = new Set(codes.map(({ id }) => id));
    expect(await recoverOrphans({ expiredBefore: later, held: own })).toBe(0);
    expect(await db().code.count({ where: { batchId, status: 'GENERATING' } })).toBe(2);
    expect(await recoverOrphans({ expiredBefore: later, held })).toBe(2);
    expect(await db().code.count({ where: { batchId, status: 'QUEUED', leaseExpiresAt: null } })).toBe(2);
    expect(await db().quotaEntry.count({ where: { miniProgramId: app.id, uncertain: true } })).toBe(2);
  });
});
