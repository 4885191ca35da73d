import { randomBytes } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { makeUnsharedRows } from '@/lib/batches/run/give-up';
import { TRASH_DAYS } from '@/lib/bulk/kinds';
import { startBulk } from '@/lib/bulk/start';
import { BulkWorker } from '@/lib/bulk/worker';
import { clock } from '@/lib/clock';
import { thumbnailKeys } from '@/lib/codes/picture/thumbnail';
import { db } from '@/lib/db/client';
import { getObject, putObject } from '@/lib/storage/storage';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode, quotaState } from '@/lib/testing/factories';
import { deleteDiscardedFiles, purgeOldTrash } from './purge';

useDatabase();

let actor: UserActor;
let app: string;

beforeAll(async () => {
  actor = await insertActor();
});

beforeEach(async () => {
  app = (await insertApp()).id;
});

afterEach(() => vi.restoreAllMocks());

const DAY_MS = 24 * 60 * 60 * 1000;

type Trashed = { id: string; key: string; sha256: string };

/** A code in the trash whose picture lies in the store. @param key of the picture; its own when left out */
async function trashed(deletedAt: Date, key?: string): Promise<Trashed> {
  const fingerprint = randomBytes(16).toString('hex');
  const { id } = await insertCode({ miniProgramId: app, fingerprint, endpoint: 'getwxacode', deletedAt });
  await db().quotaEntry.create({ data: { miniProgramId: app, fingerprint, state: 'CONFIRMED' } });
  const imageKey = key ?? `codes/${app}/${id}.jpg`;
  await putObject(imageKey, new Uint8Array([1, 2, 3]), 'image/jpeg');
  await db().code.update({ where: { id }, data: { imageKey, imageSha256: fingerprint, quotaCost: 1 } });
  return { id, key: imageKey, sha256: fingerprint };
}

const exists = async (id: string) => (await db().code.count({ where: { id } })) === 1;

test('what is removed for ever takes its picture along; its quota stays spent', async () => {
  const code = await trashed(new Date());
  const living = await insertCode({ miniProgramId: app });
  const bulk = await startBulk(actor, { kind: 'purge', scope: { codeIds: [code.id, living.id] } });
  expect(bulk).toMatchObject({ state: 'FINISHED', changed: 1, canUndo: false });
  expect([await exists(code.id), await exists(living.id)]).toEqual([false, true]);
  const [thumbnail = ''] = thumbnailKeys(code.sha256);
  await putObject(thumbnail, new Uint8Array([4]), 'image/webp');
  await deleteDiscardedFiles();
  expect(await getObject(thumbnail)).toBeNull();
  expect(await getObject(code.key)).toBeNull();
  expect((await quotaState(app)).entries).toBe(1);
});

test('the worker deletes what a purge left: a picture without a hash, and the files of many codes', async () => {
  const code = await trashed(new Date());
  await db().code.update({ where: { id: code.id }, data: { imageSha256: null } });
  await startBulk(actor, { kind: 'purge', scope: { codeIds: [code.id] } });
  expect(await db().discardedFile.findMany()).toEqual([{ key: code.key }]);
  const worker = await BulkWorker.start({ alone: true });
  await worker.stop();
  expect(await getObject(code.key)).toBeNull();
  expect(await db().discardedFile.count()).toBe(0);
  const gone = Array.from({ length: 201 }, (_, n) => ({ key: `codes/${app}/${n}.jpg` }));
  await db().discardedFile.createMany({ data: gone });
  expect(await deleteDiscardedFiles()).toBe(201);
});

test('two codes with the same picture, byte for byte, go together, and a third one after them', async () => {
  const codes = [];
  for (let n = 0; n < 3; n += 1) codes.push(await trashed(new Date()));
  await db().code.updateMany({ where: { miniProgramId: app }, data: { imageSha256: 'ab'.repeat(32) } });
  const [first = '', second = '', third = ''] = codes.map(({ id }) => id);
  const purge = (codeIds: string[]) => startBulk(actor, { kind: 'purge', scope: { codeIds } });
  expect(await purge([first, second])).toMatchObject({ state: 'FINISHED', changed: 2 });
  expect(await purge([third])).toMatchObject({ state: 'FINISHED', changed: 1 });
  await deleteDiscardedFiles();
  for (const { key } of codes) expect(await getObject(key)).toBeNull();
});

test('a picture that other codes use stays', async () => {
  const [one, other] = [
    await trashed(new Date(), 'demo/shared.jpg'),
    await trashed(new Date(), 'demo/shared.jpg'),
  ];
  await startBulk(actor, { kind: 'purge', scope: { codeIds: [one.id] } });
  await deleteDiscardedFiles();
  expect(await getObject(other.key)).not.toBeNull();
});

test('the trash is emptied of what has been in it for 30 days', async () => {
  const now = Date.now();
  const old = await trashed(new Date(now - TRASH_DAYS * DAY_MS - 1000));
  const young = await trashed(new Date(now - TRASH_DAYS * DAY_MS + 60_000));
  expect(await purgeOldTrash()).toBe(1);
  expect([await exists(old.id), await exists(young.id)]).toEqual([false, true]);
  expect([await getObject(old.key), await getObject(young.key)]).toEqual([null, expect.anything()]);
  vi.spyOn(clock, 'now').mockReturnValue(new Date(now + 61_000));
  expect([await purgeOldTrash(), await purgeOldTrash()]).toEqual([1, 0]);
  // Where there was nothing to empty there is nothing to tell.
  expect(await db().auditEvent.count({ where: { action: 'trash.expire' } })).toBe(2);
});

test('the rows of batches stay without their code, and are not made again', async () => {
  const code = await trashed(new Date());
  const batch = await db().batch.create({
    data: {
      miniProgramId: app,
      name: '批次',
      source: 'paste',
      state: 'FINISHED',
      tableKey: 'none',
      rowCount: 2,
    },
  });
  const row = { batchId: batch.id, name: '', cells: [], codeId: code.id };
  await db().batchRow.createMany({
    data: [
      { ...row, rowNumber: 1, line: 1, verdict: 'new' },
      { ...row, rowNumber: 2, line: 2, verdict: 'reused' },
    ],
  });
  await startBulk(actor, { kind: 'purge', scope: { codeIds: [code.id] } });
  const rows = await db().batchRow.findMany({ where: { batchId: batch.id }, orderBy: { rowNumber: 'asc' } });
  expect(rows).toMatchObject([
    { codeId: null, verdict: 'new', purgedAt: expect.any(Date) },
    { codeId: null, verdict: 'reused', purgedAt: expect.any(Date) },
  ]);
  expect(await db().$transaction((tx) => makeUnsharedRows(tx, app))).toBe(0);
});
