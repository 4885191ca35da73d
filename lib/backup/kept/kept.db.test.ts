import { createReadStream, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { insertPicture } from '@/lib/exports/export.fixture';
import { checkInstallation } from '@/lib/setup/identity';
import { deleteObject } from '@/lib/storage/storage';
import { useDatabase } from '@/lib/testing/database';
import { insertApp } from '@/lib/testing/factories';
import { createBackup } from '../create';
import { verifyBackup } from '../verify';
import { readKnown } from './known';
import { freeBackups, makeBackup } from './make-backup';
import { problemOf } from './turns';

beforeAll(() => {
  vi.stubEnv('BACKUP_EVERY_DAYS', '1');
  vi.stubEnv('BACKUP_KEEP', '3');
});
afterAll(() => vi.unstubAllEnvs());
const database = useDatabase();
const NEVER = new AbortController().signal;
const HOUR_MS = 3_600_000;

const backupFolder = () => join(env().DATA_DIR, 'backups');
const filesOf = () => (existsSync(backupFolder()) ? readdirSync(backupFolder()).sort() : []);
const make = () => makeBackup(database(), NEVER);
const list = () => db().backup.findMany({ orderBy: { id: 'desc' } });
const problem = async () => problemOf(await readKnown(db()), clock.now());

beforeAll(async () => {
  await checkInstallation(database());
  await insertPicture((await insertApp()).id, { bytes: Buffer.from('a picture') });
});

beforeEach(async () => {
  await db().backup.deleteMany();
  rmSync(backupFolder(), { recursive: true, force: true });
});

const realNow = clock.now;
afterEach(() => {
  clock.now = realNow;
});
const pass = (ms: number) => {
  const now = clock.now().getTime() + ms;
  clock.now = () => new Date(now);
};

describe('by the rule', () => {
  test('one is made over all processes, whole, and no second before its turn', async () => {
    const made = await Promise.all([make(), make(), make()]);
    expect(made.filter(Boolean)).toHaveLength(1);
    const [row, ...more] = await list();
    expect({ row, more }).toMatchObject({ row: { state: 'FINISHED', missingCount: 0 }, more: [] });
    expect(filesOf()).toEqual([row?.fileName]);
    const end = await verifyBackup(createReadStream(join(backupFolder(), row?.fileName ?? '')));
    expect(end.rows.Code?.count).toBe(1);
    // Which backups lie here is no part of them.
    expect(Object.keys(end.rows)).not.toContain('Backup');
    expect(await problem()).toBeNull();
    pass(37 * HOUR_MS);
    expect(await problem()).toBe('late');
  });

  test('the newest are kept', async () => {
    mkdirSync(backupFolder(), { recursive: true });
    for (const days of [4, 3, 2]) {
      const startedAt = new Date(clock.now().getTime() - days * 24 * HOUR_MS);
      const fileName = `${days}.tar`;
      writeFileSync(join(backupFolder(), fileName), '');
      await db().backup.create({ data: { state: 'FINISHED', fileName, startedAt } });
    }
    expect(await make()).toBe(true);
    const kept = (await list()).map(({ fileName }) => fileName ?? '');
    expect(kept).toHaveLength(3);
    expect(filesOf()).toEqual(kept.sort());
    expect(filesOf()).not.toContain('4.tar');
  });

  test('what the storage had lost before is counted', async () => {
    const lost = await insertPicture((await insertApp()).id, { bytes: Buffer.from('lost') });
    await deleteObject(lost.imageKey ?? '');
    await make();
    expect(await list()).toMatchObject([{ state: 'FINISHED', missingCount: 1 }]);
    await db().code.delete({ where: { id: lost.id } });
  });
});

describe('one that fails', () => {
  test('says that its folder cannot be written, and is tried again an hour later', async () => {
    writeFileSync(backupFolder(), 'no folder');
    expect(await make()).toBe(true);
    expect(await list()).toMatchObject([{ state: 'FAILED', failure: 'notWritable' }]);
    expect(await problem()).toBe('failed');
    rmSync(backupFolder());
    expect(await make()).toBe(false);
    pass(HOUR_MS + 1);
    expect(await make()).toBe(true);
    expect(await list()).toMatchObject([{ state: 'FINISHED' }, { state: 'FAILED' }]);
    expect(await problem()).toBeNull();
  });

  test('leaves nothing behind', async () => {
    await makeBackup({ jobs: { kind: 'server', url: 'postgresql://127.0.0.1:9/none' } }, NEVER);
    expect(await list()).toMatchObject([{ state: 'FAILED', failure: 'unreadable' }]);
    expect(filesOf()).toEqual([]);
  });

  test('of a process that died is given up, with what it had written', async () => {
    const part = 'suncode-dead.tar';
    mkdirSync(backupFolder(), { recursive: true });
    writeFileSync(join(backupFolder(), `${part}.part`), 'half');
    const leaseExpiresAt = new Date(clock.now().getTime() + 60_000);
    const dead = { state: 'RUNNING', fileName: part, startedAt: clock.now(), leaseExpiresAt } as const;
    await db().backup.create({ data: dead });
    expect(await make()).toBe(false);
    expect(await list()).toMatchObject([{ state: 'RUNNING' }]);
    await freeBackups();
    expect(await make()).toBe(false);
    expect(await list()).toMatchObject([{ state: 'FAILED', failure: 'interrupted' }]);
    expect(filesOf()).toEqual([]);
  });
});

test('one that was begun before the clock was set back by an hour is given up', async () => {
  const leaseExpiresAt = new Date(clock.now().getTime() + 60 * 60_000);
  await db().backup.create({ data: { state: 'RUNNING', startedAt: clock.now(), leaseExpiresAt } });
  expect(await make()).toBe(false);
  expect(await list()).toMatchObject([{ state: 'FAILED', failure: 'interrupted' }]);
});

test('one that a process leaves by ending waits for the next', async () => {
  const stopping = new AbortController();
  // The database is asked for once the backup is at work, and the process ends there.
  const endsAtWork = {
    get jobs() {
      stopping.abort();
      return database().jobs;
    },
  };
  await makeBackup(endsAtWork, stopping.signal);
  expect(stopping.signal.aborted).toBe(true);
  expect(await list()).toMatchObject([{ state: 'WAITING', fileName: null }]);
  expect(filesOf()).toEqual([]);
  await make();
  expect(await list()).toMatchObject([{ state: 'FINISHED' }]);
});

test('a file that is not what was written is no backup', async () => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of createBackup(database(), null)) chunks.push(chunk);
  const whole = Buffer.concat(chunks);
  const file = join(env().DATA_DIR, 'damaged.tar');
  const read = async (bytes: Buffer) => {
    writeFileSync(file, bytes);
    return verifyBackup(createReadStream(file));
  };
  expect((await read(whole)).objects).toBe(2);
  await expect(read(whole.subarray(0, -4096))).rejects.toThrow(/cut off/);
  const damaged = Buffer.from(whole);
  damaged[damaged.indexOf('a picture')] = 0x20;
  await expect(read(damaged)).rejects.toThrow(/damaged/);
});
