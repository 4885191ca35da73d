import 'server-only';
import type { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import sharp from 'sharp';
import type { Code } from '@/lib/db/generated/client';
import { isSquare } from '@/lib/print/logo';
import { askThread, startThread } from '@/lib/thread';
import type { VectorOutcome } from './vector';
import type { VectorAnswer, VectorQuestion } from './vector-thread';

const ENTRY = ['lib', 'print', 'vector', 'vector-thread.ts'];
const MEMORY_MB = 768;
const TIMEOUT_MS = 60_000;
/** A print asks for one code after the other; starting a thread takes longer than tracing. */
const IDLE_MS = 20_000;

type Held = {
  worker: Worker | null;
  idle: NodeJS.Timeout | null;
  inTurn: ReturnType<typeof pLimit>;
};

// On globalThis, since Next's bundles are several instances of this module in one process.
const holder: typeof globalThis & { suncodeVectors?: Held } = globalThis;

const tooSlow = () => new Error('Tracing a code took too long.');

async function inThread(held: Held, question: VectorQuestion): Promise<VectorAnswer> {
  const worker = (held.worker ??= startThread(ENTRY, MEMORY_MB));
  if (held.idle) clearTimeout(held.idle);
  worker.ref();
  const end = () => {
    held.worker = null;
    void worker.terminate();
  };
  try {
    const answer = await askThread<VectorAnswer>(worker, question, { timeoutMs: TIMEOUT_MS, tooSlow });
    // A process that has nothing else to do may end.
    worker.unref();
    held.idle = setTimeout(end, IDLE_MS).unref();
    return answer;
  } catch (error) {
    end();
    throw error;
  }
}

type Source = { bytes: Uint8Array; endpoint: Code['endpoint'] };

/** A code as shapes, or why it is given out as a picture only. One at a time: each takes the whole of a processor. */
export async function vectorOf({ bytes, endpoint }: Source): Promise<VectorOutcome> {
  const held = (holder.suncodeVectors ??= { worker: null, idle: null, inTurn: pLimit(1) });
  return held.inTurn(async () => {
    const { data, info } = await sharp(bytes)
      .toColorspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const pixels = { data, width: info.width, height: info.height };
    const answer = await inThread(held, { pixels, isSquare: isSquare({ endpoint }) });
    if ('fault' in answer) throw new Error(`Tracing a code failed: ${answer.fault}`);
    return answer;
  });
}
