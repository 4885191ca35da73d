import { randomUUID } from 'node:crypto';
import { sha256 } from '@/lib/codes/picture/picture';
import { db } from '@/lib/db/client';
import { putObject } from '@/lib/storage/storage';

const PICTURES = 1_000;
const ROWS_AT_ONCE = 1_000;

/** Storage key of the picture of the n-th code; beyond a thousand they take turns, so that a disk need not hold them all. */
export const pictureKey = (index: number) => `bench/${index % PICTURES}.jpg`;

/** Rows with pictures of one size; noise, since JPEG does not shrink either. */
export async function insertCodes(
  miniProgramId: string,
  { codes, bytes }: { codes: number; bytes: Buffer },
): Promise<string[]> {
  const imageSha256 = sha256(bytes);
  for (let index = 0; index < Math.min(codes, PICTURES); index += 1)
    await putObject(pictureKey(index), bytes, 'image/jpeg');
  const rows = Array.from({ length: codes }, (_, index) => ({
    id: randomUUID(),
    miniProgramId,
    endpoint: 'getwxacodeunlimit' as const,
    name: `人民广场店 桌号 ${index}`,
    scene: `t=${index}`,
    width: 430,
    fingerprint: `bench-${index}`,
    status: 'READY' as const,
    imageKey: pictureKey(index),
    imageType: 'image/jpeg',
    imageSha256,
    imageBytes: bytes.byteLength,
  }));
  for (let start = 0; start < codes; start += ROWS_AT_ONCE)
    await db().code.createMany({ data: rows.slice(start, start + ROWS_AT_ONCE) });
  return rows.map((row) => row.id);
}
