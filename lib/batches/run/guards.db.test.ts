import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import type { UnmadeResult } from '@/lib/codes/generate/result';
import { db } from '@/lib/db/client';
import type { Code } from '@/lib/db/generated/client';
import type { BatchState } from '@/lib/db/generated/enums';
import type { CodeUncheckedUpdateManyInput } from '@/lib/db/generated/models';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode, quotaState } from '@/lib/testing/factories';
import { uncertain } from '@/lib/wechat/call/outcome';
import { claimRows } from './claim';
import { cancelBatch } from './control';
import { finishBatch } from './finish';
import { makeUnsharedRows } from './give-up';
import { putBack, recoverOrphans, waitAgain } from './put-back';
import { insertBatch } from './run.fixture';
import { stopBatch } from './stop';

// What one process does to rows and batches that another has changed meanwhile.
useDatabase();

let actor: UserActor;
let miniProgramId: string;

beforeAll(async () => {
  actor = await insertActor('OPERATOR');
});

beforeEach(async () => {
  // What one test leaves at WeChat is nobody's in the next.
  await db().code.deleteMany();
  miniProgramId = (await insertApp()).id;
});

const insert = (rows: number) =>
  insertBatch(actor, { miniProgramId, rows, prefix: 'pages/a?n=', endpoint: 'getwxacode' });
const claim = async (batchId: string, max = 100) =>
  (await claimRows({ batchId, miniProgramId, max, from: 0 })).codes;
const stateOf = async (id: string) => (await db().batch.findUniqueOrThrow({ where: { id } })).state;
const put = (id: string, state: BatchState) => db().batch.update({ where: { id }, data: { state } });
const read = (codes: Code[]) =>
  db().code.findMany({ where: { id: { in: codes.map(({ id }) => id) } }, orderBy: { createdAt: 'asc' } });
const change = (codes: Code[], data: CodeUncheckedUpdateManyInput) =>
  db().code.updateMany({ where: { id: { in: codes.map(({ id }) => id) } }, data });
const uncertainOnes = () => db().quotaEntry.count({ where: { miniProgramId, uncertain: true } });

/** Nobody answered the call for this row. */
const unanswered = (code: Code): UnmadeResult => ({
  ...{ kind: 'unmade', code, unanswered: false, failureKey: 'answerUnreadable' },
  outcome: uncertain('timeout', 'no answer'),
});
const refused = (code: Code): UnmadeResult => ({
  ...{ kind: 'unmade', code, unanswered: false, failureKey: 'minuteLimit' },
  outcome: { kind: 'refused', errcode: 45009, errmsg: '', rid: null },
});

describe('rows that are given back', () => {
  test('are let alone when they ended meanwhile, or were claimed anew', async () => {
    const codes = await claim(await insert(3));
    const [ended, anew, own] = codes;
    if (!ended || !anew || !own) throw new Error('no rows');
    await change([ended], { status: 'READY', leaseExpiresAt: null });
    await change([anew], { attempts: 2 });
    const after = [
      { status: 'READY', attempts: 1 },
      { status: 'GENERATING', attempts: 2 },
    ];
    await putBack(codes);
    expect(await read(codes)).toMatchObject([
      ...after,
      { status: 'QUEUED', attempts: 0, leaseExpiresAt: null },
    ]);
    await change([own], { status: 'GENERATING', attempts: 1 });
    await waitAgain(codes.map(unanswered));
    expect(await read(codes)).toMatchObject([
      ...after,
      { status: 'QUEUED', attempts: 1, leaseExpiresAt: null },
    ]);
  });

  test('may have been made when nobody answered, and not when WeChat refused them', async () => {
    const [answered, open, repeated] = await claim(await insert(3));
    if (!answered || !open || !repeated) throw new Error('no rows');
    await waitAgain([refused(answered)]);
    expect(await uncertainOnes()).toBe(0);
    await waitAgain([unanswered(open), { ...refused(repeated), unanswered: true }]);
    expect(await uncertainOnes()).toBe(2);
  });

  test('of a batch that was cancelled meanwhile vanish, with the quota that nothing proves to be spent', async () => {
    const batchId = await insert(3);
    const codes = await claim(batchId);
    const [unsent, ...sent] = codes;
    const [open, other] = sent;
    if (!unsent || !open || !other) throw new Error('no rows');
    await cancelBatch(actor, batchId);
    expect(await quotaState(miniProgramId)).toEqual({ used: 3, entries: 3 });
    await putBack([unsent]);
    expect(await read(codes)).toHaveLength(2);
    expect(await quotaState(miniProgramId)).toEqual({ used: 2, entries: 2 });
    await waitAgain([unanswered(open)]);
    expect(await read(codes)).toMatchObject([{ id: other.id }]);
    expect(await quotaState(miniProgramId)).toEqual({ used: 2, entries: 2 });
  });
});

describe('rows of a process that died', () => {
  test.each(['RUNNING', 'PAUSED', 'CANCELLED'] as const)(
    'wait again in a batch that is %s',
    async (state) => {
      const batchId = await insert(1);
      const codes = await claim(batchId);
      await put(batchId, state);
      const expiredBefore = new Date(Date.now() + 60_000);
      expect(await recoverOrphans({ expiredBefore, held: new Set() })).toBe(1);
      expect(await read(codes)).toMatchObject(state === 'CANCELLED' ? [] : [{ status: 'QUEUED' }]);
      expect(await quotaState(miniProgramId)).toEqual({ used: 1, entries: 1 });
    },
  );

  test('are the sweeper’s in a batch that is over', async () => {
    const batchId = await insert(1);
    const codes = await claim(batchId);
    await put(batchId, 'FINISHED');
    expect(await recoverOrphans({ expiredBefore: null, held: new Set() })).toBe(0);
    expect(await read(codes)).toMatchObject([{ status: 'GENERATING' }]);
  });
});

describe('a row whose parameters have a code by now', () => {
  const sameAs = async (batchId: string, rowNumber: number, overrides: Partial<Code>) => {
    const { fingerprint } = await db().batchRow.findUniqueOrThrow({
      where: { batchId_rowNumber: { batchId, rowNumber } },
    });
    const { failureReason: _, ...rest } = overrides;
    return insertCode({ miniProgramId, fingerprint: fingerprint ?? '', endpoint: 'getwxacode', ...rest });
  };

  test('shares it, unless it was deleted or has failed; that is counted', async () => {
    const batchId = await insert(4);
    const { id } = await sameAs(batchId, 1, {});
    await sameAs(batchId, 2, { deletedAt: new Date() });
    await sameAs(batchId, 3, { status: 'FAILED' });
    const codes = await claim(batchId);
    expect(codes.map(({ path }) => path)).toEqual(['pages/a?n=2', 'pages/a?n=3', 'pages/a?n=4']);
    const rows = await db().batchRow.findMany({ where: { batchId }, orderBy: { rowNumber: 'asc' } });
    expect(rows.map(({ verdict }) => verdict)).toEqual(['reused', 'new', 'new', 'new']);
    expect(rows[0]).toMatchObject({ codeId: id });
    const { newCount, reusedCount } = await db().batch.findUniqueOrThrow({ where: { id: batchId } });
    expect([newCount, reusedCount]).toEqual([3, 1]);
    expect(await quotaState(miniProgramId)).toEqual({ used: 3, entries: 3 });
  });

  test('gets one of its own when that code comes to nothing, but not in a batch that was cancelled', async () => {
    const failing = await insertCode({ miniProgramId, endpoint: 'getwxacode', status: 'GENERATING' });
    const batches = [await insert(1), await insert(1), await insert(1)];
    const states = ['FINISHED', 'CANCELLED', 'PAUSED'] as const;
    for (const [at, id] of batches.entries()) {
      const data = { verdict: 'reused' as const, codeId: failing.id };
      await db().batchRow.updateMany({ where: { batchId: id }, data });
      await db().batch.update({ where: { id }, data: { state: states[at], newCount: 0, reusedCount: 1 } });
    }
    const unshare = () => db().$transaction((tx) => makeUnsharedRows(tx, miniProgramId));
    expect(await unshare()).toBe(0);
    await change([failing], { status: 'FAILED' });
    expect(await unshare()).toBe(2);
    expect(await Promise.all(batches.map(stateOf))).toEqual(['RUNNING', 'CANCELLED', 'PAUSED']);
    const rows = await db().batch.findMany({ where: { id: { in: batches } }, orderBy: { createdAt: 'asc' } });
    expect(rows.map(({ newCount, reusedCount }) => [newCount, reusedCount])).toEqual([
      [1, 0],
      [0, 1],
      [1, 0],
    ]);
  });
});

describe('a batch whose own rows are over', () => {
  const over = async () => {
    const batchId = await insert(2);
    await change(await claim(batchId), { status: 'READY', leaseExpiresAt: null });
    return batchId;
  };

  test('ends, and one that is paused does not end behind the back of whoever paused it', async () => {
    const [running, paused] = [await over(), await over()];
    await put(paused, 'PAUSED');
    for (const id of [running, paused]) await finishBatch(id, miniProgramId);
    expect([await stateOf(running), await stateOf(paused)]).toEqual(['FINISHED', 'PAUSED']);
  });

  test.each([
    ['a code made by hand', null, 'RUNNING'],
    ['a batch that runs', 'RUNNING', 'RUNNING'],
    ['a batch that is paused', 'PAUSED', 'FINISHED'],
  ] as const)('waits for a row that is shared with %s, if that goes on', async (_, other, state) => {
    const batchId = await over();
    const owner = other && (await insert(1));
    if (owner) await put(owner, other);
    const shared = await insertCode({ miniProgramId, status: 'GENERATING', batchId: owner });
    const where = { batchId_rowNumber: { batchId, rowNumber: 2 } };
    await db().batchRow.update({ where, data: { verdict: 'reused', codeId: shared.id } });
    await finishBatch(batchId, miniProgramId);
    expect(await stateOf(batchId)).toBe(state);
  });

  test.each(['QUEUED', 'GENERATING'] as const)('waits for a row of its own that is %s', async (status) => {
    const batchId = await over();
    await db().code.updateMany({ where: { batchId, path: 'pages/a?n=2' }, data: { status } });
    await finishBatch(batchId, miniProgramId);
    expect(await stateOf(batchId)).toBe('RUNNING');
  });
});

test.each([
  ['RUNNING', 'PAUSED', 'secretInvalid'],
  ['CANCELLED', 'CANCELLED', null],
  ['FINISHED', 'FINISHED', null],
] as const)('a wall makes a batch that is %s %s', async (before, after, stoppedBy) => {
  const batchId = await insert(1);
  await put(batchId, before);
  await stopBatch(batchId, 'secretInvalid');
  expect(await db().batch.findUnique({ where: { id: batchId } })).toMatchObject({ state: after, stoppedBy });
});
