import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lockDataDir } from './lock';

const TIMEOUT_MS = 60_000;

const lost = (error: Error) => {
  throw error;
};

/** A second process that holds the folder; resolved once it does. */
async function holdElsewhere(folder: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/testing/hold-lock.ts', folder], {
    env: { ...process.env, TSX_TSCONFIG_PATH: 'scripts/tsconfig.json' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error('the other process could not take the folder');
  });
  await Promise.race([once(child.stdout, 'data'), ended]);
  ended.catch(() => undefined);
  return child;
}

describe('DATA_DIR', () => {
  let folder: string;
  let holder: ChildProcess;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'suncode-lock-'));
    holder = await holdElsewhere(folder);
  }, TIMEOUT_MS);

  afterAll(() => {
    holder.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  test(
    'belongs to one process while that lives, and to the next one when it was killed',
    async () => {
      await expect(lockDataDir(folder, lost)).rejects.toMatchObject({
        name: 'DataDirInUseError',
        message: expect.stringContaining(folder),
      });
      // A process that gets no turn for a while does not refresh its lock, and has everything open all the same.
      holder.kill('SIGSTOP');
      const past = new Date(Date.now() - 60_000);
      utimesSync(join(folder, 'suncode.lock'), past, past);
      await expect(lockDataDir(folder, lost)).rejects.toMatchObject({ name: 'DataDirInUseError' });
      const killed = once(holder, 'exit');
      holder.kill('SIGKILL');
      await killed;
      // By its age alone the lock would look alive for a day: the next one sees that the process is gone.
      const tomorrow = new Date(Date.now() + 86_400_000);
      utimesSync(join(folder, 'suncode.lock'), tomorrow, tomorrow);
      const unlock = await lockDataDir(folder, lost);
      await unlock();
    },
    TIMEOUT_MS,
  );

  test(
    'of a dead process that nobody knows is free once its lock is old',
    async () => {
      const unknown = join(folder, 'unknown');
      mkdirSync(join(unknown, 'suncode.lock'), { recursive: true });
      writeFileSync(join(unknown, 'suncode.holder.json'), '{"machine":"another","pid":1}');
      const unlock = await lockDataDir(unknown, lost);
      await unlock();
    },
    TIMEOUT_MS,
  );

  test('given free is free at once', async () => {
    const own = join(folder, 'own');
    for (let round = 0; round < 3; round += 1) {
      const unlock = await lockDataDir(own, lost);
      await unlock();
    }
  });
});
