import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { ALL_APPS } from '@/lib/apps/all-apps';
import { memberActor, type UserActor } from '@/lib/auth/actor';
import { fileDraft } from '@/lib/batches/batch.fixture';
import { createDraft } from '@/lib/batches/draft/create-draft';
import { deleteDrafts } from '@/lib/batches/draft/drafts';
import { db } from '@/lib/db/client';
import type { BatchState } from '@/lib/db/generated/enums';
import { getObjectSize } from '@/lib/storage/storage';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode, insertUser } from '@/lib/testing/factories';
import { getBatchProgress, listBatches } from './queries';
import { ARRIVALS_MAX } from './run-types';

useDatabase();

let viewer: UserActor;
let maker: UserActor;
let miniProgramId: string;

const insert = (name: string, state: BatchState) =>
  db().batch.create({
    data: { ...{ miniProgramId, name, state }, source: 'paste', tableKey: 'none', rowCount: 1 },
  });

beforeAll(async () => {
  viewer = await insertActor('VIEWER');
  maker = memberActor(await insertUser({ role: 'OPERATOR', name: '王店长' }));
  miniProgramId = (await insertApp()).id;
  const states = ['RUNNING', 'PAUSED', 'DRAFT', 'FINISHED', 'CANCELLED', 'FINISHED'] as const;
  for (const state of states) await insert(`桌贴 ${state} 50%`, state);
});

const statesOf = async (tab: Parameters<typeof listBatches>[1]['tab']) =>
  (await listBatches(viewer, { app: ALL_APPS, tab, q: '桌贴' })).items.map(({ state }) => state);

describe('the list of batches', () => {
  test('has a tab for what is at work, for drafts and for what is over, each with its number', async () => {
    expect(await statesOf('active')).toEqual(['PAUSED', 'RUNNING']);
    expect(await statesOf('drafts')).toEqual(['DRAFT']);
    expect(await statesOf('done')).toEqual(['FINISHED', 'CANCELLED', 'FINISHED']);
    const { counts, items } = await listBatches(viewer, { app: ALL_APPS, tab: 'all', q: '桌贴' });
    expect(counts).toEqual({ all: 6, active: 2, drafts: 1, done: 3 });
    expect(items).toHaveLength(6);
  });

  test('is searched by name, sign for sign, and by who made it', async () => {
    const found = async (q: string) =>
      (await listBatches(viewer, { app: ALL_APPS, tab: 'all', q })).counts.all;
    expect(await found('finished 50%')).toBe(2);
    expect(await found('5_%')).toBe(0);
    const draftId = await createDraft(maker, fileDraft(miniProgramId, 'scene\na'));
    expect((await listBatches(viewer, { app: ALL_APPS, tab: 'all', q: '王店' })).items).toMatchObject([
      { id: draftId },
    ]);
  });

  test('comes in pages that hold each batch once, within a tab and a search', async () => {
    const mark = randomUUID();
    for (let at = 0; at < 65; at += 1) await insert(`${mark} ${at}`, at % 2 === 0 ? 'DRAFT' : 'FINISHED');
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listBatches(viewer, { app: ALL_APPS, tab: 'drafts', q: mark, cursor });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(ids).toHaveLength(33);
    expect(new Set(ids).size).toBe(33);
    const broken = listBatches(viewer, { app: ALL_APPS, tab: 'all', q: '', cursor: 'broken' });
    await expect(broken).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('shows the pictures that a batch made first', async () => {
    const { id: batchId, name } = await insert(`封面 ${randomUUID()}`, 'FINISHED');
    const made = (generatedAt: number, more = {}) =>
      insertCode({ miniProgramId, batchId, imageSha256: 'f', generatedAt: new Date(generatedAt), ...more });
    const [second, first] = [await made(2_000), await made(1_000)];
    await made(500, { deletedAt: new Date() });
    await made(600, { status: 'FAILED' });
    const [item] = (await listBatches(viewer, { app: ALL_APPS, tab: 'all', q: name })).items;
    expect(item?.covers.map(({ codeId }) => codeId)).toEqual([first.id, second.id]);
  });
});

test('a batch shows the codes that came in last, newest first, and so many whatever its size', async () => {
  const { id: batchId } = await insert('一面墙', 'RUNNING');
  await db().batch.update({ where: { id: batchId }, data: { rowCount: 60, newCount: 60 } });
  expect((await getBatchProgress(viewer, batchId)).arrivals).toEqual([]);
  const made = (at: number, more = {}) =>
    insertCode({ miniProgramId, batchId, imageSha256: 'f', generatedAt: new Date(at), ...more });
  for (let at = 1; at <= ARRIVALS_MAX + 2; at += 1) await made(at, { name: `第 ${at} 个` });
  await made(90_000, { deletedAt: new Date() });
  await made(91_000, { status: 'FAILED' });
  const last = await made(99_000, { name: '', scene: 's=99', isHyaline: true });
  const { arrivals } = await getBatchProgress(viewer, batchId);
  expect(arrivals).toHaveLength(ARRIVALS_MAX);
  expect(arrivals[0]).toEqual({
    ...{ codeId: last.id, name: 's=99', imageSha256: 'f', isTransparent: true },
  });
  expect(arrivals.at(-1)?.name).toBe('第 4 个');
  await db().code.deleteMany({ where: { batchId } });
});

describe('removing drafts', () => {
  test('takes their tables with them, leaves what was started, and is for those who make batches', async () => {
    const [one, two] = [
      await createDraft(maker, fileDraft(miniProgramId, 'scene\na')),
      await createDraft(maker, fileDraft(miniProgramId, 'scene\nb')),
    ];
    const started = await insert('开始了', 'RUNNING');
    const { tableKey } = await db().batch.findUniqueOrThrow({ where: { id: one } });
    expect(await getObjectSize(tableKey)).toBeGreaterThan(0);
    await expect(deleteDrafts(viewer, [one])).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await deleteDrafts(maker, [one, two, started.id, randomUUID()])).toBe(2);
    expect(await db().batch.count({ where: { id: { in: [one, two, started.id] } } })).toBe(1);
    expect(await getObjectSize(tableKey)).toBeNull();
    const events = await db().auditEvent.findMany({ where: { action: 'batch.delete' } });
    expect(events.map(({ targetId }) => targetId).toSorted()).toEqual([one, two].toSorted());
    await expect(deleteDrafts(maker, [])).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});
