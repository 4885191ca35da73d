import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { randomBytes } from 'node:crypto';
import yazl from 'yazl';
import { sha256 } from '@/lib/codes/picture';
import { db } from '@/lib/db/client';
import { exportedCodes } from '@/lib/exports/queries';
import { zipOfCodes } from '@/lib/exports/zip';
import { putObject } from '@/lib/storage/storage';
import { timeMs, type Figure } from './measure';

const CODES = 1_000;
const PICTURE_BYTES = 200_000;
const MB = 1_000_000;

/** Rows with pictures of the size that WeChat sends; noise, since JPEG does not shrink either. */
async function insertCodes(miniProgramId: string): Promise<string[]> {
  const bytes = randomBytes(PICTURE_BYTES);
  const shared = { imageType: 'image/jpeg', imageSha256: sha256(bytes), imageBytes: bytes.byteLength };
  const rows = Array.from({ length: CODES }, (_, index) => ({
    id: `bench-${index}`,
    miniProgramId,
    endpoint: 'getwxacodeunlimit' as const,
    name: `桌号 ${index}`,
    scene: `t=${index}`,
    width: 430,
    fingerprint: `bench-${index}`,
    status: 'READY' as const,
    imageKey: `bench/${index}.jpg`,
    ...shared,
  }));
  for (const { imageKey } of rows) await putObject(imageKey, bytes, 'image/jpeg');
  await db().code.createMany({ data: rows });
  return rows.map((row) => row.id);
}

async function plainYazl(storage: string, target: string): Promise<number> {
  const zip = new yazl.ZipFile();
  for (let index = 0; index < CODES; index += 1)
    zip.addFile(join(storage, 'bench', `${index}.jpg`), `${index}.jpg`, { compress: false });
  zip.end();
  return timeMs(() => pipeline(zip.outputStream, createWriteStream(target)));
}

export async function benchExport(miniProgramId: string, dataDir: string): Promise<Figure[]> {
  const ids = await insertCodes(miniProgramId);
  const folder = join(dataDir, 'zip');
  await mkdir(folder);
  await writeFile(join(folder, 'warm'), '');
  const startedAt = performance.now();
  let firstByteMs = 0;
  let peakRss = 0;
  const before = process.memoryUsage.rss();
  const wholeMs = await timeMs(async () => {
    const source = Readable.from(zipOfCodes(exportedCodes(ids)));
    source.on('data', () => {
      firstByteMs ||= performance.now() - startedAt;
      peakRss = Math.max(peakRss, process.memoryUsage.rss());
    });
    await pipeline(source, createWriteStream(join(folder, 'suncode.zip')));
  });
  const plainMs = await plainYazl(join(dataDir, 'storage'), join(folder, 'plain.zip'));
  const sizeMb = (CODES * PICTURE_BYTES) / MB;
  return [
    { name: `ZIP of ${CODES} codes, first byte`, value: firstByteMs, unit: 'ms', bound: '≤ 100' },
    { name: 'ZIP with names, checks and manifest', value: sizeMb / (wholeMs / 1000), unit: 'MB/s' },
    { name: 'plain yazl over the same files', value: sizeMb / (plainMs / 1000), unit: 'MB/s' },
    { name: 'ours against plain yazl', value: plainMs / wholeMs, unit: 'ratio' },
    { name: `memory growth while zipping ${sizeMb} MB`, value: (peakRss - before) / MB, unit: 'MB' },
  ];
}
