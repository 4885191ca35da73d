import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'vitest';
import { clock } from '@/lib/clock';
import { openDatabase } from '@/lib/db/opening/open';
import { env } from '@/lib/env';
import type { DatabaseCopy } from '@/lib/testing/database';
import type { Behaviour, useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';

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

/**
 * WeChat answers like `answer`, but a process that is to be killed only so many times: on a busy machine, where looking takes
 * long, it would have come to its end otherwise.
 * @returns kills a process when many of its calls have left and something is written down: the one says nothing of the other
 */
export function answerUntilKilled(weChat: ReturnType<typeof useWeChat>, answer: Behaviour) {
  const calls = () => weChat.codeCalls.length;
  let last = Number.POSITIVE_INFINITY;
  weChat.onCode((request) => (calls() > last ? 'hang' : answer(request)));
  return async (child: ChildProcess): Promise<void> => {
    const ended = once(child, 'exit');
    let settled = 0;
    child.stdout?.on('data', (lines) => {
      settled = Number(String(lines).trim().split('\n').at(-1));
    });
    last = calls() + CALLS_BEFORE_KILL;
    while (calls() < last || settled === 0) {
      expect(child.exitCode).toBeNull();
      await clock.sleep(LOOK_EVERY_MS);
    }
    child.kill('SIGKILL');
    await ended;
    last = Number.POSITIVE_INFINITY;
  };
}
