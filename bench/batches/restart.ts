import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startPostgres } from '@/lib/testing/postgres';
import type { Figure } from '../measure';
import { startPacedUpstream, type PacedUpstream } from '../paced-upstream';
import { outputOf, startServer, stopServer } from '../processes';

const PORT = '3298';
const ROWS = 2_000;
const KILLS = 3;
const CALLS_BEFORE_KILL = 300;
const ASK_EVERY_MS = 20;

const callsOf = async (upstream: PacedUpstream) => (await upstream.seen()).length;

async function untilCalls(upstream: PacedUpstream, calls: number): Promise<void> {
  while ((await callsOf(upstream)) < calls) await pause(ASK_EVERY_MS);
}

/** From the start of `npm start` until the batch that a killed process left makes its next call, the slowest of some. */
async function slowestRestartMs(upstream: PacedUpstream, env: Record<string, string>): Promise<number> {
  await outputOf('bench/batches/restart-run.ts', [String(ROWS)], env);
  let slowest = 0;
  for (let kill = 0; kill <= KILLS; kill += 1) {
    const before = await callsOf(upstream);
    const startedAt = performance.now();
    const server = startServer(env);
    await untilCalls(upstream, before + 1);
    // The first start has nobody who died before it.
    if (kill > 0) slowest = Math.max(slowest, performance.now() - startedAt);
    await untilCalls(upstream, before + CALLS_BEFORE_KILL);
    await stopServer(server, 'SIGKILL');
  }
  return slowest;
}

async function restartOn(name: string, database: Record<string, string>): Promise<Figure> {
  const upstream = await startPacedUpstream();
  const dataDir = await mkdtemp(join(tmpdir(), 'suncode-bench-restart-'));
  const env = { PORT, DATA_DIR: dataDir, WECHAT_API_BASE_URL: upstream.url, ...database };
  try {
    const value = await slowestRestartMs(upstream, env);
    return {
      name: `${name}: from a start after kill -9 to the batch's next call, slowest of ${KILLS}`,
      ...{ value, unit: 'ms', bound: '≤ 10000' },
    };
  } finally {
    upstream.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** How soon a batch goes on by itself after the server was killed, on both databases. Needs a finished build. */
export async function benchRestart(): Promise<Figure[]> {
  const figures = [await restartOn('restart on PGlite', {})];
  const server = await startPostgres();
  figures.push(await restartOn('restart on PostgreSQL', { DATABASE_URL: server.url }).finally(server.stop));
  return figures;
}
