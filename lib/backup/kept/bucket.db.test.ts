import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { insertPicture } from '@/lib/exports/export.fixture';
import { checkInstallation } from '@/lib/setup/identity';
import { deleteObject, storagePatience } from '@/lib/storage/storage';
import { useDatabase } from '@/lib/testing/database';
import { insertApp } from '@/lib/testing/factories';
import { startS3Server } from '@/lib/testing/stand-ins/s3-server';
import { startS3, type S3StandIn } from '@/lib/testing/stand-ins/s3-stand-in';
import { verifyBackup } from '../verify';
import { makeBackup } from './make-backup';
import { backupPlace } from './place';

const NEVER = new AbortController().signal;
const DAY_MS = 86_400_000;
/** More than one part. */
const LARGE = randomBytes(17 * 1024 * 1024);

let s3: S3StandIn;
const realNow = clock.now;
const patience = { ...storagePatience };

beforeAll(async () => {
  s3 = await startS3();
  const { host } = new URL(s3.url);
  vi.stubEnv('BACKUP_URL', `s3://key:secret@${host}/backups/suncode?endpoint=${s3.url}`);
  vi.stubEnv('BACKUP_EVERY_DAYS', '1');
  vi.stubEnv('BACKUP_KEEP', '1');
});
const database = useDatabase();
beforeAll(async () => {
  await checkInstallation(database());
  await insertPicture((await insertApp()).id, { bytes: Buffer.from('a picture') });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await s3.close();
});
beforeEach(async () => {
  await db().backup.deleteMany();
  s3.objects.clear();
});
afterEach(() => {
  s3.fail(null);
  s3.hang(null);
  clock.now = realNow;
  Object.assign(storagePatience, patience);
});

const make = () => makeBackup(database(), NEVER);
const list = () => db().backup.findMany({ orderBy: { id: 'desc' } });
const objects = () => [...s3.objects.keys()].sort();
const pass = (ms: number) => {
  const now = clock.now().getTime() + ms;
  clock.now = () => new Date(now);
};

describe('backups in a bucket', () => {
  test('lie there whole, in several parts, and can be read from there by their name', async () => {
    const large = await insertPicture((await insertApp()).id, { bytes: LARGE });
    await make();
    await db().code.delete({ where: { id: large.id } });
    await deleteObject(large.imageKey ?? '');
    const [row] = await list();
    expect(row).toMatchObject({ state: 'FINISHED', missingCount: 0 });
    expect(objects()).toEqual([`/backups/suncode/${row?.fileName}`]);
    expect(Number(row?.sizeBytes)).toBe(s3.objects.get(objects()[0] ?? '')?.bytes.length);
    const read = await (await backupPlace()).read(row?.fileName ?? '');
    const end = await verifyBackup(read ?? Readable.from([]));
    expect(end.objectBytes).toBeGreaterThanOrEqual(LARGE.length);
    expect(await (await backupPlace()).read('another.tar')).toBeNull();
    expect((await backupPlace()).name).toBe(`${s3.url}/backups/suncode/`);
  });

  test('lie whole at s3rver, and go from there', async () => {
    await insertPicture((await insertApp()).id, { bytes: LARGE });
    const server = await startS3Server('backups');
    const before = env().BACKUP_URL;
    Object.assign(env(), { BACKUP_URL: server.addressOf('backups/suncode') });
    await make();
    pass(DAY_MS);
    await make();
    const place = await backupPlace();
    const [row, ...older] = await list();
    expect([row?.state, older]).toEqual(['FINISHED', []]);
    const read = await place.read(row?.fileName ?? '');
    expect((await verifyBackup(read ?? Readable.from([]))).objectBytes).toBeGreaterThanOrEqual(LARGE.length);
    await place.remove(row?.fileName ?? '');
    expect(await place.read(row?.fileName ?? '')).toBeNull();
    Object.assign(env(), { BACKUP_URL: before });
    await server.close();
  });

  test('are as many as the rule keeps', async () => {
    for (const _day of [1, 2]) {
      await make();
      pass(DAY_MS);
    }
    const kept = (await list()).map(({ fileName }) => `/backups/suncode/${fileName}`);
    expect(kept).toHaveLength(1);
    expect(objects()).toEqual(kept);
  });

  test.each([
    [403, 'refused'],
    [404, 'refused'],
    [503, 'unreachable'],
  ])('that are answered with %i fail as %s, and leave nothing', async (status, failure) => {
    s3.fail(status);
    await make();
    expect(await list()).toMatchObject([{ state: 'FAILED', failure }]);
    s3.fail(null);
    expect(objects()).toEqual([]);
  });

  test.each(['at once', 'half way'] as const)('fail as unreachable where nothing comes %s', async (where) => {
    storagePatience.silenceMs = 300;
    s3.hang(where);
    await make();
    expect(await list()).toMatchObject([{ state: 'FAILED', failure: 'unreachable' }]);
    s3.hang(null);
    expect([objects(), [...s3.uploads.keys()]]).toEqual([[], []]);
  });

  test('whose source cannot be read fail as that, and leave no part', async () => {
    await makeBackup({ jobs: { kind: 'server', url: 'postgresql://127.0.0.1:9/none' } }, NEVER);
    expect(await list()).toMatchObject([{ state: 'FAILED', failure: 'unreadable' }]);
    expect([objects(), [...s3.uploads.keys()]]).toEqual([[], []]);
  });

  test('that the end of the process interrupts wait for the next one, and leave no part', async () => {
    const stopping = new AbortController();
    const place = await backupPlace();
    async function* slowly() {
      yield LARGE;
      stopping.abort();
      yield LARGE;
    }
    await expect(place.write('half.tar', slowly(), stopping.signal)).rejects.toThrow();
    expect([objects(), [...s3.uploads.keys()]]).toEqual([[], []]);
  });
});
