import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { deleteObject, putFile } from '@/lib/storage/storage';
import { emitExport } from '@/lib/webhooks/emit-work';
import type { Tally } from './order';
import { openSpool, type Spool } from './spool';

type Sealed = { sizeBytes: number; sha256?: string; printState?: 'made' };

/**
 * Keeps what is needed to send an export again. From here on its bytes are fixed.
 * @throws Error when another process made the same export and came to its end first: one of the two must not end well, since
 * they need not be the same bytes; or when somebody gave it up
 */
export async function seal(
  exportId: string,
  spool: Spool,
  { count, missingCount, ...sealed }: Tally & Sealed,
): Promise<void> {
  const snapshotKey = `exports/${exportId}/${randomUUID()}${spool.ending}`;
  await putFile(snapshotKey, spool.path, spool.contentType);
  const written = await db().$transaction(async (tx) => {
    const ended = await tx.export.updateMany({
      where: { id: exportId, state: 'RUNNING', removedAt: null },
      data: {
        ...{ state: 'FINISHED', finishedAt: clock.now(), leaseExpiresAt: null, failure: null },
        ...{ count, missingCount, doneCount: count + missingCount, snapshotKey, ...sealed },
      },
    });
    if (ended.count === 1) await emitExport(tx, exportId, 'export.ready');
    return ended.count;
  });
  if (written === 1) return;
  await deleteObject(snapshotKey);
  throw new Error('This export was finished by another process, or given up.');
}

/** Gives on all bytes, the last one only after `check`: without its end an archive cannot be taken for a whole one. */
export async function* lastAfter(
  chunks: AsyncIterable<Uint8Array>,
  check: (sizeBytes: number) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  // One byte and not a chunk is held back: the first chunk does not wait for the second.
  let held = Buffer.alloc(0);
  let sizeBytes = 0;
  for await (const chunk of chunks) {
    sizeBytes += chunk.byteLength;
    const known = Buffer.concat([held, chunk]);
    if (known.byteLength > 1) yield known.subarray(0, -1);
    held = known.subarray(-1);
  }
  await check(sizeBytes);
  yield held;
}

type Made = {
  chunks: AsyncIterable<Uint8Array>;
  content: Parameters<typeof openSpool>[0];
  printState?: 'made';
};

/**
 * Gives on the bytes of an export that is made for the first time and keeps them; it is sealed before the last one goes out.
 * @param more what its end makes true beside
 */
export async function* kept(
  exportId: string,
  tally: Tally,
  { chunks, content, ...more }: Made,
): AsyncGenerator<Uint8Array> {
  const spool = await openSpool(content);
  const hash = createHash('sha256');
  try {
    const written = (async function* () {
      for await (const chunk of chunks) {
        hash.update(chunk);
        await spool.write(chunk);
        yield chunk;
      }
      await spool.finish();
    })();
    yield* lastAfter(written, (sizeBytes) =>
      seal(exportId, spool, { ...tally, ...more, sizeBytes, sha256: hash.digest('hex') }),
    );
  } finally {
    await spool.remove();
  }
}
