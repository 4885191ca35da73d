import { beforeAll, describe, expect, test } from 'vitest';
import { ALL_APPS } from '@/lib/apps/all-apps';
import { memberActor, type UserActor } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { getObjectSize } from '@/lib/storage/storage';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertUser } from '@/lib/testing/factories';
import { insertPicture, madeExport } from './export.fixture';
import { purgeRemoved } from './job/purge';
import { listExports } from './queries';
import { removeExports, restoreExports } from './remove';
import { createExport } from './service';

useDatabase();

const DAY_MS = 24 * 60 * 60 * 1000;

let viewer: UserActor;
let operator: UserActor;
let codeId: string;
let ids: Record<'running' | 'ready' | 'failed' | 'lost', string>;

beforeAll(async () => {
  viewer = await insertActor('VIEWER');
  operator = memberActor(await insertUser({ role: 'OPERATOR', name: '王店长' }));
  const { id: app } = await insertApp({ name: '咖啡 100%' });
  codeId = (await insertPicture(app, { bytes: Buffer.from('x'), name: '桌' })).id;
  const running = await createExport(operator, new URLSearchParams({ app, q: '桌' }));
  const ready = await madeExport(operator, { id: codeId });
  const [failed, lost] = [await madeExport(viewer, { id: codeId }), await madeExport(viewer, { id: codeId })];
  await db().export.update({ where: { id: failed }, data: { state: 'FAILED', failure: 'broken' } });
  await db().export.update({ where: { id: lost }, data: { lostFile: 'a.jpg' } });
  ids = { running, ready, failed, lost };
});

const idsOf = async (params: Parameters<typeof listExports>[1]) =>
  (await listExports(viewer, params)).items.map(({ id }) => id);

describe('the list', () => {
  test('has a tab for what is being made, what can be downloaded and what went wrong, each with its number', async () => {
    expect(await idsOf({ app: ALL_APPS, tab: 'running', q: '' })).toEqual([ids.running]);
    expect(await idsOf({ app: ALL_APPS, tab: 'ready', q: '' })).toEqual([ids.ready]);
    expect(await idsOf({ app: ALL_APPS, tab: 'failed', q: '' })).toEqual([ids.lost, ids.failed]);
    const { counts, items } = await listExports(viewer, { app: ALL_APPS, tab: 'all', q: '' });
    expect(counts).toEqual({ all: 4, running: 1, ready: 1, failed: 2 });
    expect(items.map(({ state }) => state)).toEqual(['lost', 'failed', 'finished', 'running']);
  });

  test.each([
    ['what was searched then', '桌', ['running']],
    ['the Mini Program, sign for sign', '100%', ['running']],
    ['who asked for it', '王店', ['ready', 'running']],
    ['what nothing is called', '_', []],
  ] as const)('is searched by %s', async (_what, q, expected) => {
    const { items, counts } = await listExports(viewer, { app: ALL_APPS, tab: 'all', q });
    expect(items.map(({ id }) => id)).toEqual(expected.map((name) => ids[name]));
    expect(counts.all).toBe(expected.length);
  });

  test('shows the first pictures, and what it is saved as', async () => {
    const [item] = (await listExports(viewer, { app: ALL_APPS, tab: 'ready', q: '' })).items;
    expect(item).toMatchObject({
      covers: [{ codeId }],
      fileName: expect.stringMatching(/^suncode-.*\.zip$/),
    });
  });
});

describe('taking exports off the list', () => {
  test('is for those who asked for them, and for operators; nothing is taken when one is not allowed', async () => {
    const [mine, theirs] = [
      await madeExport(viewer, { id: codeId }),
      await madeExport(operator, { id: codeId }),
    ];
    await expect(removeExports(viewer, [mine, theirs])).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await listExports(viewer, { app: ALL_APPS, tab: 'all', q: '' })).items).toMatchObject([
      { id: theirs, canRemove: false },
      { id: mine, canRemove: true },
      {},
      {},
      {},
      {},
    ]);
    expect(await removeExports(viewer, [mine])).toBe(1);
    expect(await removeExports(operator, [mine, theirs])).toBe(1);
    expect(await idsOf({ app: ALL_APPS, tab: 'all', q: '' })).toEqual(
      expect.not.arrayContaining([mine, theirs]),
    );
    const events = await db().auditEvent.findMany({ where: { action: 'export.remove' } });
    expect(events.map(({ details }) => details)).toEqual([
      { count: 1, exportIds: [mine] },
      { count: 1, exportIds: [theirs] },
    ]);
  });

  test('can be taken back for a day; then its file is gone too', async () => {
    const realNow = clock.now;
    const exportId = await madeExport(viewer, { id: codeId });
    await removeExports(viewer, [exportId]);
    expect(await restoreExports(viewer, [exportId])).toBe(1);
    expect(await idsOf({ app: ALL_APPS, tab: 'all', q: '' })).toContain(exportId);
    await removeExports(viewer, [exportId]);
    const { snapshotKey } = await db().export.findUniqueOrThrow({ where: { id: exportId } });
    await purgeRemoved();
    expect(await getObjectSize(snapshotKey ?? '')).toBeGreaterThan(0);
    clock.now = () => new Date(realNow().getTime() + DAY_MS + 1_000);
    expect(await restoreExports(viewer, [exportId])).toBe(0);
    await purgeRemoved();
    clock.now = realNow;
    expect(await db().export.count({ where: { id: exportId } })).toBe(0);
    expect(await getObjectSize(snapshotKey ?? '')).toBeNull();
  });

  test.each([[[]], [['no id']], ['text'], [Array.from({ length: 1_001 }, () => crypto.randomUUID())]])(
    'of %j is refused',
    async (wanted) => {
      await expect(removeExports(operator, wanted)).rejects.toMatchObject({
        code: expect.stringMatching(/INVALID_INPUT|NOT_FOUND/),
      });
    },
  );
});
