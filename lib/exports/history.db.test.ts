import { existsSync, mkdirSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { startBulk } from '@/lib/bulk/start';
import type { UserActor } from '@/lib/auth/actor';
import { updateCode } from '@/lib/codes/generate/service';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { Code } from '@/lib/db/generated/client';
import { env } from '@/lib/env';
import { downloadResponse } from '@/lib/http/download';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import {
  bytesOf,
  exported,
  fetchedAgain,
  insertPicture,
  madeExport,
  openArchive,
  selection,
} from './export.fixture';
import { makeExport } from './job/make-export';
import { getExport } from './queries';
import { removeExports, restoreExports } from './remove';
import { createExport, fetchExport, retryExport } from './service';

const SPOOLS = join(env().DATA_DIR, 'spools');
const STORAGE = join(env().DATA_DIR, 'storage');
for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, SPOOLS);

useDatabase();

let actor: UserActor;
let maker: UserActor;
let miniProgramId: string;

beforeAll(async () => {
  mkdirSync(SPOOLS);
  actor = await insertActor('VIEWER');
  maker = await insertActor('OPERATOR');
  miniProgramId = (await insertApp()).id;
});

const insert = (bytes: string | Buffer, overrides: Partial<Code> = {}) =>
  insertPicture(miniProgramId, { ...overrides, bytes: Buffer.from(bytes) });
const pathInStore = ({ imageKey }: Code) => join(env().DATA_DIR, 'storage', imageKey ?? '');
const lose = (code: Code) => rmSync(pathInStore(code));
const insertMany = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, at) => insert(`picture ${at}`, { name: `桌 ${at}` })));

/** Files of the store or of a spool that this process holds open; Linux only, elsewhere the folders must do. */
function openFiles(): string[] {
  if (!existsSync('/proc/self/fd')) return [];
  const targets = readdirSync('/proc/self/fd').map((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`);
    } catch {
      return '';
    }
  });
  // Of this file's own folders: other test files ran in the same process.
  return targets.filter((path) => path.startsWith(SPOOLS) || path.startsWith(STORAGE));
}

describe('an export that is fetched again', () => {
  test('is the very same bytes, whatever became of its codes', async () => {
    const codes = [await insert('1', { name: '桌' }), await insert('2', { name: '桌' }), await insert('3')];
    const first = await exported(actor, [...selection(codes), ['names', '{app}/{name}']]);
    const [renamed, deleted] = codes;
    if (!renamed || !deleted) throw new Error('no codes');
    await updateCode(maker, renamed.id, { name: 'something else' });
    await startBulk(maker, { kind: 'delete', scope: { codeIds: [deleted.id] } });
    const again = await fetchExport(actor, first.exportId);
    expect(again).toMatchObject({ fileName: first.fileName, sizeBytes: first.bytes.byteLength });
    expect((await bytesOf(again)).equals(first.bytes)).toBe(true);
  });

  test('is the same bytes for every format and kind of picture', async () => {
    const jpeg = await sharp({ create: { width: 60, height: 60, channels: 3, background: 'teal' } })
      .jpeg()
      .toBuffer();
    const codes = [await insert(jpeg, { name: 'a' })];
    const kinds: [string, string][][] = [
      [['picture', 'png']],
      [
        ['picture', 'print'],
        ['widthCm', '2'],
        ['dpi', '150'],
        ['type', 'jpeg'],
      ],
      [
        ['picture', 'print'],
        ['widthCm', '2'],
        ['dpi', '150'],
        ['type', 'pdf'],
      ],
      [['format', 'csv']],
      [['format', 'xlsx']],
    ];
    for (const kind of kinds) {
      const first = await exported(actor, [...selection(codes), ...kind]);
      const again = await fetchedAgain(actor, first.exportId);
      expect(again.equals(first.bytes), JSON.stringify(kind)).toBe(true);
    }
  });

  test('still leaves out a picture that was missing then and has come back', async () => {
    const [whole, gone] = [await insert('1'), await insert('2')];
    lose(gone);
    const first = await exported(actor, selection([gone, whole]));
    writeFileSync(pathInStore(gone), '2');
    expect((await fetchedAgain(actor, first.exportId)).equals(first.bytes)).toBe(true);
    expect((await openArchive(first.bytes)).manifest).toMatchObject({ count: 1, missing: 1 });
  });

  test('is refused before its first byte when the store has lost a picture of it, until it is back', async () => {
    const [kept, lost] = [await insert('1'), await insert('22', { name: '三号桌' })];
    const first = await exported(actor, selection([kept, lost]));
    const refusal = { code: 'EXPORT_CHANGED', values: { file: '三号桌.jpg' } };
    lose(lost);
    await expect(fetchExport(actor, first.exportId)).rejects.toMatchObject(refusal);
    writeFileSync(pathInStore(lost), 'another length');
    await expect(fetchExport(actor, first.exportId)).rejects.toMatchObject(refusal);
    writeFileSync(pathInStore(lost), '22');
    expect((await fetchedAgain(actor, first.exportId)).equals(first.bytes)).toBe(true);
  });

  test('breaks off rather than become other bytes, and says so from then on', async () => {
    const [kept, changed] = [await insert('1'), await insert('22', { name: 'b' })];
    const { exportId, bytes } = await exported(actor, selection([kept, changed]));
    writeFileSync(pathInStore(changed), 'xx');
    const refusal = { code: 'EXPORT_CHANGED', values: { file: 'b.jpg' } };
    const { chunks } = await fetchExport(actor, exportId);
    await expect(bytesOf({ chunks })).rejects.toMatchObject(refusal);
    await expect(fetchExport(actor, exportId)).rejects.toMatchObject(refusal);
    writeFileSync(pathInStore(changed), '22');
    expect((await fetchedAgain(actor, exportId)).equals(bytes)).toBe(true);
    expect(await db().export.findUnique({ where: { id: exportId } })).toMatchObject({ lostFile: null });
  });

  test('cannot be found when there is none', async () => {
    await expect(fetchExport(actor, 'nowhere')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a download that breaks off', () => {
  test('leaves nothing open, and comes whole the next time', async () => {
    const { exportId, bytes } = await exported(actor, selection(await insertMany(40)));
    const reader = downloadResponse(await fetchExport(actor, exportId)).body?.getReader();
    expect((await reader?.read())?.value?.byteLength).toBeGreaterThan(0);
    await reader?.cancel();
    await expect.poll(openFiles).toEqual([]);
    expect(readdirSync(SPOOLS)).toEqual([]);
    expect((await fetchedAgain(actor, exportId)).equals(bytes)).toBe(true);
  });
});

describe('an export that is being made', () => {
  test('and is stopped with its process leaves nothing behind, and the next one makes it whole', async () => {
    const exportId = await createExport(actor, new URLSearchParams(selection(await insertMany(40))));
    await expect(fetchExport(actor, exportId)).rejects.toMatchObject({ code: 'EXPORT_STATE' });
    await makeExport(exportId, () => true);
    await expect.poll(openFiles).toEqual([]);
    expect(readdirSync(SPOOLS)).toEqual([]);
    const row = await db().export.findUniqueOrThrow({ where: { id: exportId } });
    expect(row).toMatchObject({ state: 'RUNNING', snapshotKey: null, leaseExpiresAt: null });

    await makeExport(exportId);
    const whole = await fetchedAgain(actor, exportId);
    expect((await openArchive(whole)).pictures).toHaveLength(40);
    expect((await fetchedAgain(actor, exportId)).equals(whole)).toBe(true);
  });

  test('and meets a store that fails leaves nothing behind, and is made by itself once the store is well', async () => {
    const first = await insert('1');
    // A file where the folder should be: no answer to whether the picture is there.
    const second = await insert('2', { imageKey: `${first.imageKey}/2.jpg` });
    const exportId = await madeExport(actor, selection([first, second]));
    await expect.poll(openFiles).toEqual([]);
    expect(readdirSync(SPOOLS)).toEqual([]);
    // Not at once: nobody takes it for a while.
    expect(await getExport(actor, exportId)).toMatchObject({ state: 'running' });
    const left = await db().export.findUniqueOrThrow({ where: { id: exportId } });
    expect(left.attempts).toBe(0);
    expect(Number(left.leaseExpiresAt)).toBeGreaterThan(Date.now());
    const free = { leaseExpiresAt: new Date(0) };
    // One that has been tried for an hour is a person's.
    await db().export.update({ where: { id: exportId }, data: { ...free, createdAt: new Date(0) } });
    await makeExport(exportId);
    expect(await getExport(actor, exportId)).toMatchObject({ state: 'failed', failure: 'broken' });
    await retryExport(actor, exportId);
    await db().export.update({ where: { id: exportId }, data: { ...free, createdAt: new Date() } });
    await db().code.update({ where: { id: second.id }, data: { imageKey: first.imageKey } });
    await makeExport(exportId);
    expect(await getExport(actor, exportId)).toMatchObject({ state: 'finished', done: 2, total: 2 });
    await expect(retryExport(actor, exportId)).rejects.toMatchObject({ code: 'EXPORT_STATE' });
  });

  test('is made by one process alone, and by another one when the first is gone', async () => {
    const exportId = await createExport(actor, new URLSearchParams(selection(await insertMany(3))));
    const taken = { leaseExpiresAt: new Date(Date.now() + 60_000), attempts: 1 };
    await db().export.update({ where: { id: exportId }, data: taken });
    await makeExport(exportId);
    expect(await getExport(actor, exportId)).toMatchObject({ state: 'running' });
    // One of an hour to come is from before the clock was set back.
    const later = new Date(Date.now() + 60 * 60_000);
    await db().export.update({ where: { id: exportId }, data: { leaseExpiresAt: later } });
    await makeExport(exportId);
    expect(await getExport(actor, exportId)).toMatchObject({ state: 'finished', count: 3 });
  });

  test('and took its process with it three times is not tried again by itself', async () => {
    const exportId = await createExport(actor, new URLSearchParams(selection(await insertMany(1))));
    await db().export.update({ where: { id: exportId }, data: { attempts: 3 } });
    await makeExport(exportId);
    expect(await getExport(actor, exportId)).toMatchObject({ state: 'failed', failure: 'broken' });
    // Whoever has it tried again gives it three more.
    await retryExport(actor, exportId);
    await db().export.update({ where: { id: exportId }, data: { attempts: { increment: 2 } } });
    await makeExport(exportId);
    expect(await getExport(actor, exportId)).toMatchObject({ state: 'finished', count: 1 });
  });

  test('and whose codes are gone by then says so', async () => {
    const [code] = await insertMany(1);
    const exportId = await createExport(actor, new URLSearchParams(selection(code ? [code] : [])));
    await db().code.update({ where: { id: code?.id ?? '' }, data: { deletedAt: new Date() } });
    await makeExport(exportId);
    expect(await getExport(actor, exportId)).toMatchObject({ state: 'failed', failure: 'empty' });
  });

  test('and is taken off the list is given up, and made after all when it is put back', async () => {
    const realNow = clock.now;
    let seconds = 0;
    // Between two chunks enough time has passed for a report, which sees that it was given up.
    clock.now = () => new Date(realNow().getTime() + (seconds += 1) * 1_000);
    const exportId = await createExport(actor, new URLSearchParams(selection(await insertMany(40))));
    let removal: Promise<number> | undefined;
    await makeExport(exportId, () => {
      removal ??= removeExports(actor, [exportId]);
      return false;
    });
    expect(await removal).toBe(1);
    await expect(fetchExport(actor, exportId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await db().export.findUnique({ where: { id: exportId } })).toMatchObject({ snapshotKey: null });
    await makeExport(exportId);
    expect(await db().export.findUnique({ where: { id: exportId } })).toMatchObject({ snapshotKey: null });
    await restoreExports(actor, [exportId]);
    clock.now = () => new Date(realNow().getTime() + 3_600_000);
    await makeExport(exportId);
    expect(await getExport(actor, exportId)).toMatchObject({ state: 'finished', count: 40 });
    clock.now = realNow;
  });
});

describe('the history', () => {
  test('knows who exported what, how many were missing and how large it was', async () => {
    const [whole, gone] = [await insert('1'), await insert('2')];
    lose(gone);
    const { exportId, bytes } = await exported(actor, selection([whole, gone]));
    const row = await db().export.findUniqueOrThrow({ where: { id: exportId } });
    expect(row).toMatchObject({
      format: 'zip',
      scope: { kind: 'selection', codeIds: [whole.id, gone.id] },
      options: { format: 'zip', names: '{name}', picture: { kind: 'original' } },
      createdById: actor.id,
      count: 1,
      missingCount: 1,
      sizeBytes: BigInt(bytes.byteLength),
    });
  });

  test('and the audit log tell each download', async () => {
    const { exportId } = await exported(actor, selection([await insert('1')]));
    await fetchedAgain(maker, exportId);
    const events = await db().auditEvent.findMany({ where: { targetId: exportId }, orderBy: { id: 'asc' } });
    expect(events.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['export.create', actor.id],
      ['export.fetch', actor.id],
      ['export.fetch', maker.id],
    ]);
  });
});
