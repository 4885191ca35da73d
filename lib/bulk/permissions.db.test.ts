import { beforeAll, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { NO_FILTERS } from '@/lib/codes/find/filters';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { insertCodes, readCodes } from './bulk.fixture';
import { getBulk, listRunningBulks } from './queries';
import { sampleNames } from './sample';
import { countMatching } from './scope';
import { startBulk, stopBulk, undoBulk } from './start';
import { workOn } from './step';

useDatabase();

let operator: UserActor;
let viewer: UserActor;
let codeIds: string[];
/** A retry waits for the worker, and there is none here: it stays at work. */
let running: string;

beforeAll(async () => {
  operator = await insertActor('OPERATOR');
  viewer = await insertActor('VIEWER');
  codeIds = await insertCodes((await insertApp()).id, [{ status: 'FAILED' }, {}]);
  running = (await startBulk(operator, { kind: 'retry', scope: { codeIds } })).id;
});

const forbidden = { code: 'FORBIDDEN' };

describe('whoever may only read', () => {
  test('stops no action, and it goes on', async () => {
    await expect(stopBulk(viewer, running)).rejects.toMatchObject(forbidden);
    expect(await getBulk(viewer, running)).toMatchObject({ state: 'RUNNING' });
    expect(await db().auditEvent.count({ where: { action: 'bulk.stop' } })).toBe(0);
  });

  test('starts none and takes none back', async () => {
    const scope = { codeIds };
    await expect(startBulk(viewer, { kind: 'archive', scope })).rejects.toMatchObject(forbidden);
    const bulk = await startBulk(operator, { kind: 'archive', scope });
    await expect(undoBulk(viewer, bulk.id)).rejects.toMatchObject(forbidden);
    expect((await readCodes(codeIds)).every(({ archivedAt }) => archivedAt !== null)).toBe(true);
    await undoBulk(operator, bulk.id);
  });

  test('is shown no new names, for want of anything to name', async () => {
    await expect(sampleNames(viewer, { codeIds })).rejects.toMatchObject(forbidden);
  });

  test('sees what is at work, and how many codes match', async () => {
    expect((await listRunningBulks(viewer)).map(({ id }) => id)).toEqual([running]);
    expect(await countMatching(viewer, NO_FILTERS)).toMatchObject({ count: 2 });
  });

  test('sees none of what is at work on what they do not see', async () => {
    const elsewhere = { ...viewer, sees: [(await insertApp()).id] };
    expect(await listRunningBulks(elsewhere)).toEqual([]);
    await expect(getBulk(elsewhere, running)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

test('an action is stopped once, by name, and one that is over stays as it ended', async () => {
  expect(await stopBulk(operator, running)).toMatchObject({ state: 'STOPPED' });
  expect(await stopBulk(operator, running)).toMatchObject({ state: 'STOPPED' });
  const done = await startBulk(operator, { kind: 'archive', scope: { codeIds } });
  expect(await stopBulk(operator, done.id)).toMatchObject({ state: 'FINISHED' });
  const stops = await db().auditEvent.findMany({ where: { action: 'bulk.stop' } });
  expect(stops).toMatchObject([{ targetId: running, actorId: operator.id, details: { kind: 'retry' } }]);
  for (const ask of [stopBulk, getBulk])
    await expect(ask(operator, 'gone')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await workOn('gone', 1)).toBe(false);
});
