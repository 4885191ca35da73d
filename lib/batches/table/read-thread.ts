import { parentPort } from 'node:worker_threads';
import { isAppError, type FieldIssue } from '@/lib/errors';
import { readSource, type TableSource } from './read-source';
import { writeTable, type TableHead } from './table-file';

// Runs in a thread of its own (read-apart.ts starts it), so that nobody waits while a workbook is read.

export type ThreadAnswer =
  /** `bytes` are handed over, not copied. */
  | { head: TableHead; bytes: Uint8Array<ArrayBuffer> }
  | { issues: FieldIssue[] }
  /** A fault of ours. */
  | { fault: string };

function failure(error: unknown): ThreadAnswer {
  if (isAppError(error)) return { issues: error.issues };
  return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

async function answer(source: TableSource): Promise<void> {
  try {
    const { head, bytes } = await writeTable(await readSource(source));
    // Of exactly its own memory: a small buffer shares that of others.
    const own = new Uint8Array(bytes);
    parentPort?.postMessage({ head, bytes: own } satisfies ThreadAnswer, [own.buffer]);
  } catch (error) {
    parentPort?.postMessage(failure(error));
  }
}

parentPort?.on('message', (source: TableSource) => void answer(source));
