import 'server-only';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

/**
 * A thread runs the source itself through tsx, as every script here does: Next's bundle, `npm run worker` and tests
 * start the very same file. Next's compiler must not look for it, so the path is put together here.
 */
const BOOT = `const { workerData } = require('node:worker_threads');
process.env.TSX_TSCONFIG_PATH = workerData.tsconfig;
require('tsx/cjs/api').register();
require(workerData.entry);`;

/**
 * Starts a thread for work that would keep other requests waiting.
 * @param entry path of its file below the root of the project
 */
export function startThread(entry: readonly string[], memoryMb: number): Worker {
  const root = process.cwd();
  const workerData = { entry: join(root, ...entry), tsconfig: join(root, 'scripts', 'tsconfig.json') };
  const worker = new Worker(BOOT, {
    ...{ eval: true, workerData, execArgv: [], stdout: true, stderr: true },
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  // What libraries print about files of others is nobody's business, and an unread pipe would fill up.
  worker.stdout.resume();
  worker.stderr.resume();
  return worker;
}

type Asking = { timeoutMs: number; tooSlow: () => Error };

/**
 * Sends a thread a question and waits for its answer. Whatever comes of it, nothing is left at the thread that listens.
 * @throws what `tooSlow` makes after `timeoutMs`; the fault that ended the thread
 */
export async function askThread<Answer>(
  worker: Worker,
  question: unknown,
  { timeoutMs, tooSlow }: Asking,
): Promise<Answer> {
  const settled = new AbortController();
  const { signal } = settled;
  const fail = (error: Error) => {
    throw error;
  };
  const message: Promise<Answer[]> = once(worker, 'message', { signal });
  const end = once(worker, 'exit', { signal }).then(([code]) =>
    fail(new Error(`A thread ended with ${code} and gave no answer.`)),
  );
  const slow = setTimeout(timeoutMs, undefined, { signal }).then(() => fail(tooSlow()));
  worker.postMessage(question);
  try {
    const [answer] = await Promise.race([message, end, slow]);
    if (answer === undefined) throw new Error('A thread gave an empty answer.');
    return answer;
  } finally {
    settled.abort();
  }
}
