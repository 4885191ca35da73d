import { mkdtemp, open as openFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import yauzl from 'yauzl';
import { archive, type ArchiveFile } from './archive';
import { StoredZip } from './stored-zip';

const date = new Date('2026-11-22T10:00:00Z');
const LAZY = { lazyEntries: true, autoClose: false };

/** Names and places of all entries, without their contents. */
async function directoryOf(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  const entries: yauzl.Entry[] = [];
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('error', reject).on('end', () => resolve(entries));
    zip.readEntry();
  });
}

async function contentOf(zip: yauzl.ZipFile, entry: yauzl.Entry | undefined): Promise<string> {
  if (!entry) throw new Error('no such entry');
  const chunks: Uint8Array[] = [];
  for await (const chunk of await promisify(zip.openReadStream.bind(zip))(entry)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

// 65,535 is the number that means "look for the 64-bit record", and the first that needs one.
test('an archive of as many files as 16 bits count has all of them', { timeout: 60_000 }, async () => {
  const COUNT = 65_535;
  async function* many(): AsyncGenerator<ArchiveFile> {
    for (let at = 1; at <= COUNT; at += 1) yield { path: `桌/${at}.jpg`, content: Buffer.from(`${at}`) };
  }
  const chunks: Buffer[] = [];
  for await (const chunk of archive(many(), date)) chunks.push(chunk);
  const zip = await promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)(
    Buffer.concat(chunks),
    LAZY,
  );
  const entries = await directoryOf(zip);
  expect(entries).toHaveLength(COUNT);
  expect(entries.at(-1)?.fileName).toBe(`桌/${COUNT}.jpg`);
  expect(await contentOf(zip, entries.at(-1))).toBe(`${COUNT}`);
});

/** Two files after a hole of 4 GiB, which takes no room on the disk. */
async function writeAfterHole(path: string, start: number): Promise<void> {
  const zip = new StoredZip();
  zip.offset = start;
  const adding = zip
    .add(Buffer.from('first'), { name: '一.jpg', date })
    .then(() => zip.add(Buffer.from('second'), { name: '二.jpg', date }))
    .then(() => zip.finish());
  const file = await openFile(path, 'w');
  let position = start;
  for await (const chunk of zip) {
    if (!Buffer.isBuffer(chunk)) throw new Error('no bytes');
    await file.write(chunk, 0, chunk.length, position);
    position += chunk.length;
  }
  await Promise.all([adding, file.close()]);
}

test('an archive past 4 GiB says where its files begin in 64 bits', async () => {
  const start = 2 ** 32 + 4096;
  const folder = await mkdtemp(join(tmpdir(), 'suncode-zip64-'));
  try {
    const path = join(folder, 'large.zip');
    await writeAfterHole(path, start);
    const zip = await promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open)(path, LAZY);
    const [first, second] = await directoryOf(zip);
    expect(first?.relativeOffsetOfLocalHeader).toBe(start);
    expect(second?.relativeOffsetOfLocalHeader).toBeGreaterThan(start);
    expect([await contentOf(zip, first), await contentOf(zip, second)]).toEqual(['first', 'second']);
    zip.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
