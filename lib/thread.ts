import 'server-only';
import { join } from 'node:path';
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
