import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { startS3Server, type S3Server } from '@/lib/testing/stand-ins/s3-server';
import { startS3, type S3StandIn } from '@/lib/testing/stand-ins/s3-stand-in';

type Storage = typeof import('./storage');

let s3: S3StandIn;
let server: S3Server;
let dataDir: string;
const folders: string[] = [];

beforeAll(async () => {
  s3 = await startS3();
  server = await startS3Server('pictures');
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await s3.close();
  await server.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The store of a process that has just started with this STORAGE_URL. */
async function open(storageUrl: string): Promise<Storage> {
  dataDir = mkdtempSync(join(tmpdir(), 'suncode-storage-'));
  folders.push(dataDir);
  vi.stubEnv('DATA_DIR', dataDir);
  vi.stubEnv('STORAGE_URL', storageUrl);
  vi.resetModules();
  return import('./storage');
}

const s3Url = () =>
  `s3://key:se%2Fcret@storage.invalid/pictures?region=cn-north-1&endpoint=${encodeURIComponent(s3.url)}`;

describe.each([
  ['files', () => ''],
  ['an S3 bucket', s3Url],
  ['a bucket of s3rver', () => server.addressOf('pictures')],
])('a store of %s', (_, url) => {
  let storage: Storage;

  beforeEach(async () => {
    storage = await open(url());
  });

  const key = () => `codes/${randomBytes(4).toString('hex')}/${randomBytes(4).toString('hex')}.jpg`;

  test('gives back the very bytes', async () => {
    const [place, bytes] = [key(), new Uint8Array(randomBytes(100_000))];
    await storage.putObject(place, bytes, 'image/jpeg');
    expect(Buffer.compare(Buffer.from((await storage.getObject(place)) ?? []), bytes)).toBe(0);
  });

  test('forgets an object that is deleted, and one that never was', async () => {
    const place = key();
    await storage.putObject(place, Buffer.from('gone soon'), 'image/jpeg');
    await storage.deleteObject(place);
    expect(await storage.getObject(place)).toBeNull();
    await expect(storage.deleteObject(key())).resolves.toBeUndefined();
  });

  test('keeps the last bytes of a key', async () => {
    const place = key();
    await storage.putObject(place, Buffer.from('a longer first text'), 'image/jpeg');
    await storage.putObject(place, Buffer.from('second'), 'image/png');
    expect(Buffer.from((await storage.getObject(place)) ?? []).toString()).toBe('second');
  });

  test('says of a key that was never put that there is nothing', async () => {
    expect(await storage.getObject(key())).toBeNull();
    expect(await storage.getObjectSize(key())).toBeNull();
    expect(await storage.getObjectStream(key())).toBeNull();
  });

  test('says how large an object is, and reads it in pieces', async () => {
    const place = key();
    await storage.putObject(place, Buffer.from('six 字'), 'image/jpeg');
    expect(await storage.getObjectSize(place)).toBe(7);
    const { changedAt } = (await storage.getObjectInfo(place)) ?? {};
    expect(Math.abs(Number(changedAt) - Date.now())).toBeLessThan(60_000);
    const pieces: Buffer[] = [];
    for await (const piece of (await storage.getObjectStream(place)) ?? []) pieces.push(piece);
    expect(Buffer.concat(pieces).toString()).toBe('six 字');
  });

  test('lists what lies below a folder, and nothing else', async () => {
    const folder = randomBytes(4).toString('hex');
    const places = ['a/1.jpg', 'a/2.jpg', 'b/3.png', '4.png', 'b/c/5.png'].map((name) => `${folder}/${name}`);
    for (const place of [...places, `${folder}x/6.png`])
      await storage.putObject(place, Buffer.from('x'), 'image/png');
    expect((await Readable.from(storage.listKeys(folder)).toArray()).flat().toSorted()).toEqual(
      places.toSorted(),
    );
    expect((await Readable.from(storage.listKeys('nothing-here')).toArray()).flat()).toEqual([]);
  });

  test('takes a file of this machine, which stays there', async () => {
    const [place, path] = [key(), join(dataDir, 'made.zip')];
    writeFileSync(path, 'a whole export');
    await storage.putFile(place, path, 'application/zip');
    expect(Buffer.from((await storage.getObject(place)) ?? []).toString()).toBe('a whole export');
    expect(existsSync(path)).toBe(true);
  });

  test('takes what is streamed, as long as was said, and without anything about it', async () => {
    const [place, pieces] = [key(), [Buffer.from('six '), Buffer.from('字')]];
    await storage.putStream(place, Readable.from(pieces), 7);
    expect(Buffer.from((await storage.getObject(place)) ?? []).toString()).toBe('six 字');
  });

  test.each(['../outside.jpg', 'codes/../../outside.jpg', ''])('refuses the key %j', async (place) => {
    await expect(storage.putObject(place, Buffer.from('x'), 'image/jpeg')).rejects.toThrow();
  });
});

describe('where the bytes are', () => {
  test('in the folder of the data, readable by nobody else’s web server', async () => {
    const storage = await open('');
    await storage.putObject('codes/a/b.png', Buffer.from('x'), 'image/png');
    expect(readFileSync(join(dataDir, 'storage/codes/a/b.png'), 'utf8')).toBe('x');
    expect(statSync(join(dataDir, 'storage/codes/a/b.png')).isFile()).toBe(true);
  });

  test('in the bucket, with their type, and nothing in the folder', async () => {
    const storage = await open(s3Url());
    await storage.putObject('codes/a/b.png', Buffer.from('x'), 'image/png');
    expect(s3.objects.get('/pictures/codes/a/b.png')).toMatchObject({ contentType: 'image/png' });
    expect(existsSync(join(dataDir, 'storage'))).toBe(false);
  });
});

test('a bucket is asked for by its path, or by its name before the host where the address says so', async () => {
  const { s3Settings } = await open('');
  const address = 's3://key:secret@oss-cn-hangzhou.aliyuncs.com/pictures?region=oss-cn-hangzhou';
  expect(s3Settings(address)).toMatchObject({
    endpoint: 'https://oss-cn-hangzhou.aliyuncs.com',
    forcePathStyle: true,
  });
  expect(s3Settings(`${address}&addressing=virtual`)).toMatchObject({ forcePathStyle: false });
});

test('a bucket that is out of order is a fault, and not a missing picture', async () => {
  const storage = await open(s3Url());
  await storage.putObject('codes/a/c.png', Buffer.from('x'), 'image/png');
  s3.fail(403);
  await expect(storage.getObject('codes/a/c.png')).rejects.toThrow();
  await expect(storage.getObjectSize('codes/a/c.png')).rejects.toThrow();
  await expect(storage.getObjectStream('codes/a/c.png')).rejects.toThrow();
  await expect(storage.putObject('codes/a/c.png', Buffer.from('y'), 'image/png')).rejects.toThrow();
  s3.fail(null);
  expect(Buffer.from((await storage.getObject('codes/a/c.png')) ?? []).toString()).toBe('x');
});

test.each(['at once', 'half way'] as const)('a bucket that hangs %s is given up', async (where) => {
  const storage = await open(s3Url());
  Object.assign(storage.storagePatience, { silenceMs: 50 });
  await storage.putObject('codes/a/d.png', randomBytes(500_000), 'image/png');
  s3.hang(where);
  await expect(storage.getObject('codes/a/d.png')).rejects.toThrow();
  const stream = storage.getObjectStream('codes/a/d.png');
  await expect(stream.then((pieces) => pieces?.toArray())).rejects.toThrow();
  s3.hang(null);
  expect((await storage.getObject('codes/a/d.png'))?.length).toBe(500_000);
});
