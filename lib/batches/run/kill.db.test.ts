import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { openDatabase } from '@/lib/db/open';
import { env } from '@/lib/env';
import { getObject } from '@/lib/storage/storage';
import { copyTemplate, type DatabaseCopy } from '@/lib/testing/database';
import { insertActor, insertApp, quotaState } from '@/lib/testing/factories';
import { refusal, useWeChat } from '@/lib/testing/wechat-stand-in';
import { insertBatch, pictureOf } from './run.fixture';

const weChat = useWeChat();

const ROWS = 300;
const KILLS = 2;
/** Slow enough that, when this many calls have left and some are written down, others are under way. */
const RATE_PER_MINUTE = 2_400;
const CALLS_BEFORE_KILL = 110;
const LOOK_EVERY_MS = 20;

const pathOf = (row: number) => `pages/a?n=${row}`;
const isRefused = (row: number) => row % 20 === 0;

/** Each answer says whom it is for, comes when others that were asked later have come, and one in twenty refuses. */
function answerOutOfOrder(): void {
  weChat.onCode(async (request) => {
    const { path }: { path: string } = await request.json();
    await clock.sleep((weChat.codeCalls.length * 37) % 150);
    return isRefused(Number(path.split('=')[1])) ? refusal(41030, 'invalid page') : pictureOf(path);
  });
}

/** What `npm run worker`, or the server, would be. It ends by itself when no batch runs any more. */
function startProcess(copy: DatabaseCopy): ChildProcess {
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
async function look<T>(copy: DatabaseCopy, read: () => Promise<T>): Promise<T> {
  const database = await openDatabase(copy);
  return read().finally(() => database.close());
}

const calls = () => weChat.codeCalls.length;
const callsFor = (path: string) => weChat.codeCalls.filter(({ body }) => body.path === path).length;

/** When many calls have left and something is written down: on a busy machine the one says nothing of the other. */
async function killAfterSomeCalls(child: ChildProcess): Promise<void> {
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

/** How often WeChat was asked for each code that has come to its end. */
async function callsOfSettled(batchId: string): Promise<[path: string, calls: number][]> {
  const where = { batchId, status: { in: ['READY' as const, 'FAILED' as const] } };
  const codes = await db().code.findMany({ where, select: { path: true } });
  return codes.map(({ path }) => [path ?? '', callsFor(path ?? '')]);
}

/** Row by row: the path and name of its code, its end, and whose picture is stored. */
async function whatBecameOf(batchId: string) {
  const rows = await db().batchRow.findMany({
    where: { batchId },
    orderBy: { rowNumber: 'asc' },
    include: { code: true },
  });
  return Promise.all(
    rows.map(async ({ code }) => {
      const bytes = code?.imageKey ? await getObject(code.imageKey) : null;
      const isOwn = bytes && Buffer.from(bytes).includes(Buffer.from(`${code?.path}\u00ff`, 'latin1'));
      return [code?.path, code?.name, code?.status, isOwn];
    }),
  );
}

test('a batch outlives kills: each row is made once, with its own picture and name, and nothing that was settled is asked for again', async () => {
  answerOutOfOrder();
  const copy = await copyTemplate();
  const { batchId, miniProgramId } = await look(copy, async () => {
    const { id } = await insertApp();
    await db().miniProgram.update({ where: { id }, data: { ratePerMinute: RATE_PER_MINUTE } });
    const wanted = { miniProgramId: id, rows: ROWS, prefix: 'pages/a?n=', endpoint: 'getwxacode' as const };
    return { batchId: await insertBatch(await insertActor('OPERATOR'), wanted), miniProgramId: id };
  });
  const settled: [string, number][] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    await killAfterSomeCalls(startProcess(copy));
    settled.push(...(await look(copy, () => callsOfSettled(batchId))));
  }
  const [exitCode] = await once(startProcess(copy), 'exit');
  expect(exitCode).toBe(0);

  await look(copy, async () => {
    expect(await whatBecameOf(batchId)).toEqual(
      Array.from({ length: ROWS }, (_, index) => index + 1).map((row) => [
        ...[pathOf(row), `桌 ${pathOf(row)}`],
        ...(isRefused(row) ? ['FAILED', null] : ['READY', true]),
      ]),
    );
    expect(await db().code.count({ where: { batchId } })).toBe(ROWS);
    expect(await db().batch.findUnique({ where: { id: batchId } })).toMatchObject({ state: 'FINISHED' });
    const made = ROWS * (1 - 1 / 20);
    expect(await quotaState(miniProgramId)).toEqual({ used: made, entries: made });
  });
  expect(settled.length).toBeGreaterThan(0);
  for (const [path, before] of settled) expect([path, callsFor(path)]).toEqual([path, before]);
});
