import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { insertBatch } from '@/lib/batches/run/run.fixture';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { exported, fetchedAgain, insertPicture, selection } from './export.fixture';
import { startingOptions } from './queries';
import { keepSelection, readSelection } from './scope/selections';
import { createExport } from './service';

useDatabase();

const realNow = clock.now;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

let actor: UserActor;
let miniProgramId: string;

beforeAll(async () => {
  actor = await insertActor('OPERATOR');
  miniProgramId = (await insertApp()).id;
});

afterEach(() => {
  clock.now = realNow;
});

const insert = () => insertPicture(miniProgramId, { bytes: Buffer.from('picture') });

test('an export leaves a trace when it is made, and each time that it is fetched', async () => {
  const viewer = await insertActor('VIEWER');
  const { exportId } = await exported(actor, selection([await insert()]));
  await fetchedAgain(viewer, exportId);
  const events = await db().auditEvent.findMany({ where: { targetId: exportId }, orderBy: { at: 'asc' } });
  expect(events).toMatchObject([
    { action: 'export.create', actorId: actor.id, details: { format: 'zip', scope: 'selection' } },
    { action: 'export.fetch', actorId: actor.id },
    { action: 'export.fetch', actorId: viewer.id },
  ]);
});

test('what was ticked is kept for a week', async () => {
  const [a, b, c, d, e] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const [first, second] = [await keepSelection(actor, [a, b, a]), await keepSelection(actor, [c])];
  expect(await readSelection(first)).toEqual([a, b]);
  clock.now = () => new Date(realNow().getTime() + WEEK_MS - 60_000);
  await keepSelection(actor, [d]);
  expect(await readSelection(second)).toEqual([c]);
  clock.now = () => new Date(realNow().getTime() + WEEK_MS + 60_000);
  const young = await keepSelection(actor, [e]);
  for (const old of [first, second])
    await expect(readSelection(old)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await readSelection(young)).toEqual([e]);
});

test('names are begun with as this person chose them last, whatever others chose since', async () => {
  const [me, other] = [await insertActor(), await insertActor()];
  const ids = selection([await insert()]);
  await exported(me, [...ids, ['names', '{scene}']]);
  await exported(me, [...ids, ['names', '{id} {name}']]);
  await exported(other, [...ids, ['names', '{row}']]);
  expect((await startingOptions(me, null)).zip.names).toBe('{id} {name}');
  expect((await startingOptions(await insertActor(), null)).zip.names).toBe('{name}');
});

describe('nothing to export', () => {
  test('is a deleted code, or one without a picture in an archive', async () => {
    const [deleted, failed] = [await insert(), await insert()];
    await db().code.update({ where: { id: deleted.id }, data: { deletedAt: new Date() } });
    await db().code.update({ where: { id: failed.id }, data: { status: 'FAILED' } });
    const before = await db().export.count();
    const empty = { code: 'EXPORT_EMPTY' };
    const start = (fields: [string, string][]) => createExport(actor, new URLSearchParams(fields));
    await expect(start(selection([deleted, failed]))).rejects.toMatchObject(empty);
    await expect(start([...selection([deleted]), ['format', 'csv']])).rejects.toMatchObject(empty);
    expect(await db().export.count()).toBe(before);
    const table = await exported(actor, [...selection([deleted, failed]), ['format', 'csv']]);
    expect(table.bytes.toString('utf8').trim().split('\r\n')).toHaveLength(2);
  });

  test('is a batch that nobody has started', async () => {
    const batch = await insertBatch(actor, { miniProgramId, rows: 1 });
    await db().batch.update({ where: { id: batch }, data: { state: 'DRAFT' } });
    await expect(createExport(actor, new URLSearchParams({ batch }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
