import 'server-only';
import type { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import { AppError } from '@/lib/errors';
import { askThread, startThread } from '@/lib/thread';
import { fileTypeOf } from './file-type';
import { readSource, type TableSource } from './read-source';
import type { ThreadAnswer } from './read-thread';
import { refusal } from './refuse';
import { writeTable, type WrittenTable } from './table-file';

/** Text of this size is read within some milliseconds; starting a thread takes longer. */
const SMALL_BYTES = 256 * 1024;
/** A workbook of the greatest size that is taken needs about a third of each. */
const MEMORY_MB = 1_536;
const TIMEOUT_MS = 60_000;
const AT_ONCE = 2;
const ENTRY = ['lib', 'batches', 'table', 'read-thread.ts'];

// On globalThis, since Next's bundles are several instances of this module in one process.
const holder: typeof globalThis & { suncodeTableReads?: ReturnType<typeof pLimit> } = globalThis;

const isOutOfMemory = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

async function ask(worker: Worker, source: TableSource, timeoutMs: number): Promise<ThreadAnswer> {
  const field = source.kind === 'file' ? 'file' : 'text';
  const tooSlow = () => refusal(field, 'fileSlow', { seconds: Math.round(timeoutMs / 1000) });
  try {
    return await askThread<ThreadAnswer>(worker, source, { timeoutMs, tooSlow });
  } catch (error) {
    throw isOutOfMemory(error) ? refusal(field, 'fileHeavy') : error;
  }
}

function unpack(answer: ThreadAnswer): WrittenTable {
  if ('issues' in answer) throw new AppError('INVALID_INPUT', { issues: answer.issues });
  if ('fault' in answer) throw new Error(`Reading a table failed: ${answer.fault}`);
  const { head, bytes } = answer;
  return { head, bytes: Buffer.from(bytes.buffer) };
}

const sizeOf = (source: TableSource) =>
  source.kind === 'file' ? source.bytes.byteLength : source.text.length;

async function readInThread(source: TableSource, timeoutMs: number): Promise<WrittenTable> {
  const worker = startThread(ENTRY, MEMORY_MB);
  try {
    return unpack(await ask(worker, source, timeoutMs));
  } finally {
    // Its memory goes with it, and nothing of one file is left for the next.
    void worker.terminate();
  }
}

/** Short text is read at once; everything else, and every workbook, in a thread. */
async function isQuick(source: TableSource): Promise<boolean> {
  if (sizeOf(source) > SMALL_BYTES) return false;
  if (source.kind === 'paste') return true;
  const { bytes } = source;
  return (await fileTypeOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))) === 'csv';
}

/**
 * Reads a table without keeping other requests waiting: in a thread with limits of memory and time, which hands over the
 * bytes that are to be stored.
 * @param timeoutMs a minute, unless a test has less time
 * @throws AppError INVALID_INPUT as `readSource`; fileSlow, fileHeavy when a limit is reached
 */
export async function readApart(source: TableSource, timeoutMs = TIMEOUT_MS): Promise<WrittenTable> {
  if (await isQuick(source)) return writeTable(await readSource(source));
  const limit = (holder.suncodeTableReads ??= pLimit(AT_ONCE));
  return limit(() => readInThread(source, timeoutMs));
}
