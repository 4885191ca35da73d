import sharp from 'sharp';
import { afterEach, vi } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import type { Database } from '@/lib/db/client';
import type { Endpoint } from '@/lib/wechat/rules/limits';
import { planOf } from '@/lib/batches/batch.fixture';
import { createDraft } from '@/lib/batches/draft/create-draft';
import { savePlan } from '@/lib/batches/draft/drafts';
import { getBatchProgress } from '@/lib/batches/report/queries';
import type { BatchProgress } from '@/lib/batches/report/run-types';
import { startBatch } from './start';
import { BatchWorker } from './worker';

// A worker looks once a second, and fifty people may be testing on the same machine.
vi.setConfig({ testTimeout: 120_000 });

const PICTURE = await sharp({ create: { width: 280, height: 280, channels: 3, background: '#fff' } })
  .jpeg()
  .toBuffer();

/** Drawing hundreds of codes is the sandbox's business; here all look alike. */
export function picture(): Response {
  return new Response(new Uint8Array(PICTURE), { headers: { 'content-type': 'image/jpeg' } });
}

/** A picture that says whose it is, in a comment of the JPEG. */
export function pictureOf(target: string): Response {
  const text = Buffer.from(target);
  const comment = Buffer.from([0xff, 0xfe, 0, text.length + 2]);
  const bytes = Buffer.concat([PICTURE.subarray(0, 2), comment, text, PICTURE.subarray(2)]);
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'image/jpeg' } });
}

type Wanted = { miniProgramId: string; rows: number; prefix?: string; endpoint?: Endpoint; page?: string };

/** A started batch whose rows are `<prefix>1`, `<prefix>2` … as scene or path, with names of their own, all of one page. */
export async function insertBatch(actor: Actor, wanted: Wanted): Promise<string> {
  const { miniProgramId, rows, prefix = 'r', endpoint = 'getwxacodeunlimit', page } = wanted;
  const lines = Array.from({ length: rows }, (_, index) => `${prefix}${index + 1}\t桌 ${prefix}${index + 1}`);
  const source = { kind: 'paste' as const, text: ['scene\t名称', ...lines].join('\n') };
  const id = await createDraft(actor, { miniProgramId, source });
  const target = endpoint === 'getwxacodeunlimit' ? 'scene' : 'path';
  const fields = {
    [target]: { from: 'column' as const, column: 0 },
    name: { from: 'column' as const, column: 1 },
    ...(page === undefined ? {} : { page: { from: 'fixed' as const, value: page } }),
  };
  await savePlan(actor, id, planOf(fields, { endpoint }));
  await startBatch(actor, id);
  return id;
}

/** Workers as processes have them; those that a test leaves running are stopped after it. */
export function useBatchWorker(database: () => Database) {
  const running = new Set<BatchWorker>();
  afterEach(async () => {
    for (const worker of running) await worker.stop();
    running.clear();
  });
  return {
    start: async ({ alone = database().kind === 'pglite' } = {}): Promise<BatchWorker> => {
      const worker = await BatchWorker.start(database(), { alone });
      running.add(worker);
      return worker;
    },
    stop: async (worker: BatchWorker): Promise<void> => {
      running.delete(worker);
      await worker.stop();
    },
  };
}

const ASK_EVERY_MS = 200;

/** The first progress that `isReached` accepts. */
export async function progressWhen(
  actor: Actor,
  batchId: string,
  isReached: (progress: BatchProgress) => boolean,
): Promise<BatchProgress> {
  for (;;) {
    const progress = await getBatchProgress(actor, batchId);
    if (isReached(progress)) return progress;
    await clock.sleep(ASK_EVERY_MS);
  }
}

export function whenOver(actor: Actor, batchId: string): Promise<BatchProgress> {
  return progressWhen(actor, batchId, ({ state }) => state !== 'RUNNING');
}
