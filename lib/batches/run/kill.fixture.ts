import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'vitest';
import { clock } from '@/lib/clock';
import { openDatabase } from '@/lib/db/opening/open';
import { env } from '@/lib/env';
import type { DatabaseCopy } from '@/lib/testing/database';

/** Slow enough that, when this many calls have left and some are written down, others are under way. */
export const RATE_PER_MINUTE = 2_400;
const CALLS_BEFORE_KILL = 110;
const LOOK_EVERY_MS = 20;

/** What `npm run worker`, or the server, would be. It ends by itself when no batch runs any more. */
export function startProcess(copy: DatabaseCopy): ChildProcess {
  const { DATA_DIR, WECHAT_API_BASE_URL, ENCRYPTION_KEY = '' } = env();
  return spawn(process.execPath, ['--import', 'tsx', 'lib/testing/batch-process.ts'], {
    env: {
      ...process.env,
      ...{ TSX_TSCONFIG_PATH: 'scripts/tsconfig.json', DATA_DIR, WECHAT_API_BASE_URL, ENCRYPTION_KEY },
      ...('databaseUrl' in copy ? { DATABASE_URL: copy.databaseUrl } : {}),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Looks at the database while no process has it. */
export async function look<T>(copy: DatabaseCopy, read: () => Promise<T>): Promise<T> {
  const database = await openDatabase(copy);
  return read().finally(() => database.close());
}

/** When many calls have left and something is written down: on a busy machine the one says nothing of the other. */
export async function killAfterSomeCalls(child: ChildProcess, calls: () => number): Promise<void> {
  const ended = once(child, 'exit');
  let settled = 0;
  child.stdout?.on('data', (lines) => {
    settled = Number(String(lines).trim().split('\n').at(-1));
  });
  for (const until = calls() + CALLS_BEFORE_KILL; calls() < until || settled === 0;) {
    expect(child.exitCode).toBeNull();
    await clock.sleep(LOOK_EVERY_MS);
  }
  child.kill('SIGKILL');
  await ended;
}
