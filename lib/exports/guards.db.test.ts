import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ALL_APPS } from '@/lib/apps/all-apps';
import type { UserActor } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { Code } from '@/lib/db/generated/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { exported, fetchedAgain, insertPicture, openArchive } from './export.fixture';
import { makeExport } from './job/make-export';
import { startingOptions, listExports } from './queries';
import { keepSelection } from './scope/selections';
import { createExport } from './service';

useDatabase();

const all = { app: ALL_APPS, tab: 'all', q: '' } as const;
const DAY_MS = 24 * 60 * 60 * 1000;
const realNow = clock.now;
let actor: UserActor;
let miniProgramId: string;

beforeAll(async () => {
  actor = await insertActor('VIEWER');
  miniProgramId = (await insertApp()).id;
});

afterEach(() => {
  clock.now = realNow;
});

const insert = (overrides: Partial<Pick<Code, 'name' | 'createdAt' | 'deletedAt'>> = {}) =>
  insertPicture(miniProgramId, { bytes: Buffer.from('a picture'), ...overrides });

describe('an export of all that match', () => {
  test('holds what there was at that moment, to the millisecond, also when it is made later', async () => {
    const at = new Date('2026-11-26T08:00:00.123Z');
    const { id } = await insertApp();
    const made = (name: string, ms: number) =>
      insertPicture(id, { bytes: Buffer.from(name), name, createdAt: new Date(at.getTime() + ms) });
    await made('before', -1);
    await made('then', 0);
    await made('after', 1);
    clock.now = () => at;
    const exportId = await createExport(actor, new URLSearchParams({ app: id }));
    clock.now = realNow;
    await makeExport(exportId);
    const { pictures } = await openArchive(await fetchedAgain(actor, exportId));
    expect(pictures.map(({ bytes }) => bytes.toString())).toEqual(['then', 'before']);
  });
});

test('an archive that would end with another size than it had breaks off, and says so from then on', async () => {
  const code = await insert();
  const { exportId, bytes } = await exported(actor, { id: code.id });
  expect(await fetchedAgain(actor, exportId)).toEqual(bytes);
  await db().export.update({ where: { id: exportId }, data: { sizeBytes: bytes.byteLength + 1 } });
  const changed = { code: 'EXPORT_CHANGED', values: { file: 'manifest.json' } };
  await expect(fetchedAgain(actor, exportId)).rejects.toMatchObject(changed);
  const item = (await listExports(actor, all)).items.find(({ id }) => id === exportId);
  expect(item).toMatchObject({ state: 'lost', lostFile: 'manifest.json' });
});

describe('what somebody ticked', () => {
  test('is kept for a week, each code once', async () => {
    const now = realNow();
    clock.now = () => now;
    const ids = [(await insert()).id, (await insert()).id];
    const put = async (days: number) => {
      const id = await keepSelection(actor, [...ids, ...ids]);
      await db().codeSelection.update({
        where: { id },
        data: { createdAt: new Date(now.getTime() - days * DAY_MS) },
      });
      return id;
    };
    const [young, old] = [await put(6.99), await put(7.01)];
    await keepSelection(actor, ids);
    const outline = (id: string) => exported(actor, { selection: id, format: 'csv', locale: 'en' });
    const { bytes } = await outline(young);
    expect(bytes.toString().trimEnd().split('\r\n')).toHaveLength(3);
    await expect(outline(old)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test.each([[[]], ['all'], [undefined]])('%j is no selection', async (ids) => {
    await expect(keepSelection(actor, ids)).rejects.toMatchObject({ status: 400 });
  });
});

test('names are remembered for each person, and not for others', async () => {
  const { id } = await insert();
  const [one, other] = [await insertActor('VIEWER'), await insertActor('VIEWER')];
  await exported(one, { id, names: '{date}/{name}' });
  expect(await startingOptions(one, null)).toMatchObject({ zip: { names: '{date}/{name}' } });
  expect(await startingOptions(other, null)).toMatchObject({ zip: { names: '{name}' } });
});

test('a history of exactly one page has no other', async () => {
  const { id } = await insert();
  await db().export.deleteMany();
  for (let n = 0; n < 30; n += 1) await createExport(actor, new URLSearchParams({ id }));
  expect(await listExports(actor, all)).toMatchObject({ nextCursor: null });
  await createExport(actor, new URLSearchParams({ id }));
  const first = await listExports(actor, all);
  const rest = await listExports(actor, { ...all, cursor: first.nextCursor ?? '' });
  expect([first.items.length, rest.items.length, rest.nextCursor]).toEqual([30, 1, null]);
});
