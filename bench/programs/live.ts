import { randomUUID } from 'node:crypto';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { startPostgres } from '@/lib/testing/postgres';
import { atRate, percentile, type Figure } from '../measure';
import { outputOf, startServer, stopServer } from '../processes';
import { untilHealthy } from '../visitor';
import type { LiveGround } from './live-ground';

const PORT = 3296;
const BASE = `http://127.0.0.1:${PORT}`;
const CODES = 5_000;
const PER_SECOND = 1_000;
const SECONDS = 15;
/** Of the console's own lists, asked for beside it. */
const LISTS_PER_SECOND = 5;
const CONNECTIONS = 64;
/** Different ones that scan; more than there are codes, so that each brings a mark that is new. */
const PHONES = 12_000;
/** As the code for the Mini Program repeats a report that did not come through. */
const REPEAT_AFTER_MS = [3_000, 6_000, 9_000];

type Server = { process: ChildProcess };

const newPool = () => new Pool(BASE, { connections: CONNECTIONS, headersTimeout: 0, bodyTimeout: 0 });

async function benchResolve(name: string, { keys, apiKey }: LiveGround): Promise<Figure[]> {
  const pool = newPool();
  const resolve = async (n: number) => {
    const startedAt = performance.now();
    const { statusCode, body } = await pool.request({ path: `/r/${keys[n % keys.length]}`, method: 'GET' });
    await body.arrayBuffer();
    if (statusCode !== 200) throw new Error(`A key was answered with ${statusCode}.`);
    return performance.now() - startedAt;
  };
  const list = async () => {
    const headers = { authorization: `Bearer ${apiKey}` };
    const response = await fetch(`${BASE}/api/v1/codes?limit=20`, { headers });
    await response.arrayBuffer();
  };
  await atRate(PER_SECOND, 2, resolve);
  const [tookMs] = await Promise.all([
    atRate(PER_SECOND, SECONDS, resolve),
    atRate(LISTS_PER_SECOND, SECONDS, list),
  ]);
  await pool.close();
  const rate = `${PER_SECOND} live codes a second beside ${LISTS_PER_SECOND} lists a second`;
  return [
    { name: `${name}: ${rate}, 95th percentile`, value: percentile(tookMs, 0.95), unit: 'ms', bound: '≤ 10' },
    { name: `${name}: ${rate}, 99th percentile`, value: percentile(tookMs, 0.99), unit: 'ms' },
  ];
}

/** Reported until it is answered or given up, under one id. @returns whether it was answered, and after how long */
function reporter(pool: Pool, keys: string[]) {
  const send = async (body: string): Promise<boolean> => {
    try {
      const answer = await pool.request({ path: '/r/scans', method: 'POST', body });
      await answer.body.arrayBuffer();
      return answer.statusCode === 204;
    } catch {
      return false;
    }
  };
  return async (n: number): Promise<{ isAnswered: boolean; tookMs: number }> => {
    const device = `phone-number-${n % PHONES}`;
    const body = JSON.stringify({ id: randomUUID(), key: keys[n % keys.length], scene: 1047, device });
    for (const wait of [0, ...REPEAT_AFTER_MS]) {
      if (wait > 0) await pause(wait);
      const startedAt = performance.now();
      if (await send(body)) return { isAnswered: true, tookMs: performance.now() - startedAt };
    }
    return { isAnswered: false, tookMs: 0 };
  };
}

async function killInTheMiddle(server: Server, env: Record<string, string>): Promise<void> {
  await pause((SECONDS * 1_000) / 2);
  await stopServer(server.process, 'SIGKILL');
  server.process = startServer(env);
}

async function benchScans(
  name: string,
  { keys }: LiveGround,
  { server, env }: { server: Server; env: Record<string, string> },
): Promise<Figure[]> {
  const pool = newPool();
  const steady = await atRate(PER_SECOND, SECONDS, reporter(pool, keys));
  const [killed] = await Promise.all([
    atRate(PER_SECOND, SECONDS, reporter(pool, keys)),
    killInTheMiddle(server, env),
  ]);
  await pool.close();
  await untilHealthy(BASE);
  await stopServer(server.process);
  const counted = Number(await outputOf('bench/programs/live-ground.ts', [], env));
  const sent = 2 * PER_SECOND * SECONDS;
  const answered = [...steady, ...killed].filter(({ isAnswered }) => isAnswered).length;
  const rate = `${PER_SECOND} scans a second`;
  return [
    {
      name: `${name}: ${rate}, 95th percentile`,
      value: percentile(
        steady.map(({ tookMs }) => tookMs),
        0.95,
      ),
      unit: 'ms',
    },
    {
      name: `${name}: ${rate} across a kill -9: not counted`,
      value: ((PER_SECOND * SECONDS - (counted - steady.length)) / (PER_SECOND * SECONDS)) * 100,
      unit: '%',
      bound: '≤ 1',
      detail: `${sent} sent, ${answered} answered, ${counted} counted; each is repeated up to three times`,
    },
    {
      name: `${name}: counted more often than sent`,
      value: Math.max(0, counted - sent),
      unit: 'calls',
      bound: '= 0',
    },
  ];
}

async function benchOn(name: string, database: Record<string, string> = {}): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'suncode-bench-live-'));
  const env = { PORT: String(PORT), DATA_DIR: dataDir, ...database };
  try {
    const ground: LiveGround = JSON.parse(
      await outputOf('bench/programs/live-ground.ts', [String(CODES)], env),
    );
    const server: Server = { process: startServer(env) };
    try {
      await untilHealthy(BASE);
      const resolved = await benchResolve(name, ground);
      return [...resolved, ...(await benchScans(name, ground, { server, env }))];
    } finally {
      if (server.process.exitCode === null && server.process.signalCode === null)
        await stopServer(server.process);
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** What Mini Programs ask for, over HTTP and on both databases. Needs a finished build. */
export async function benchLive(): Promise<Figure[]> {
  const figures = await benchOn('live codes on PGlite');
  const server = await startPostgres();
  return [
    ...figures,
    ...(await benchOn('live codes on PostgreSQL', { DATABASE_URL: server.url }).finally(server.stop)),
  ];
}
