import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { openDatabase } from '@/lib/db/open';
import { env } from '@/lib/env';
import { copyTemplate, type DatabaseCopy } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { useWeChat } from '@/lib/testing/wechat-stand-in';
import { insertBatch, picture } from './run.fixture';

const weChat = useWeChat();

const ROWS = 260;
const KILLS = 3;
const CALLS_BEFORE_KILL = 60;
const LOOK_EVERY_MS = 20;

/** What `npm run worker`, or the server, would be. It ends by itself when no batch runs any more. */
function startProcess(copy: DatabaseCopy): ChildProcess {
  const { DATA_DIR, WECHAT_API_BASE_URL, ENCRYPTION_KEY = '' } = env();
  return spawn(process.execPath, ['--import', 'tsx', 'lib/testing/batch-process.ts'], {
    env: {
      ...process.env,
      ...{ TSX_TSCONFIG_PATH: 'scripts/tsconfig.json', DATA_DIR, WECHAT_API_BASE_URL, ENCRYPTION_KEY },
      ...('databaseUrl' in copy ? { DATABASE_URL: copy.databaseUrl } : {}),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Looks at the database while no process has it. */
async function look<T>(copy: DatabaseCopy, read: () => Promise<T>): Promise<T> {
  const database = await openDatabase(copy);
  return read().finally(() => database.close());
}

const calls = () => weChat.codeCalls.length;
const callsFor = (scene: string | null) => weChat.codeCalls.filter(({ body }) => body.scene === scene).length;

async function killAfterSomeCalls(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  for (const until = calls() + CALLS_BEFORE_KILL; calls() < until; ) {
    expect(child.exitCode).toBeNull();
    await clock.sleep(LOOK_EVERY_MS);
  }
  child.kill('SIGKILL');
  await ended;
}

type Made = { scene: string | null; calls: number };

test('a batch outlives three kills: each row is made once, under its name, and what was made is not asked for again', async () => {
  weChat.onCode(picture);
  const copy = await copyTemplate();
  const batchId = await look(copy, async () => {
    const { id: miniProgramId } = await insertApp();
    return insertBatch(await insertActor('OPERATOR'), { miniProgramId, rows: ROWS });
  });
  const settled: Made[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    await killAfterSomeCalls(startProcess(copy));
    const ready = await look(copy, () =>
      db().code.findMany({ where: { batchId, status: 'READY' }, select: { scene: true } }),
    );
    settled.push(...ready.map(({ scene }) => ({ scene, calls: callsFor(scene) })));
  }
  const [exitCode] = await once(startProcess(copy), 'exit');
  expect(exitCode).toBe(0);

  await look(copy, async () => {
    const rows = await db().batchRow.findMany({
      where: { batchId },
      orderBy: { rowNumber: 'asc' },
      include: { code: true },
    });
    expect(rows.map(({ code }) => [code?.scene, code?.name, code?.status])).toEqual(
      Array.from({ length: ROWS }, (_, index) => [`r${index + 1}`, `桌 r${index + 1}`, 'READY']),
    );
    expect(await db().code.count({ where: { batchId } })).toBe(ROWS);
    expect(await db().batch.findUnique({ where: { id: batchId } })).toMatchObject({ state: 'FINISHED' });
  });
  expect(settled.length).toBeGreaterThan(0);
  for (const made of settled) expect(callsFor(made.scene)).toBe(made.calls);
});
