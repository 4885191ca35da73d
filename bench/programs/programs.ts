import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pMap from 'p-map';
import { Pool } from 'undici';
import { startPostgres } from '@/lib/testing/postgres';
import { atRate, median, percentile, timeMs, timesMs, type Figure } from '../measure';
import { startPacedUpstream, type PacedUpstream } from '../paced-upstream';
import { outputOf, startServer, stopServer } from '../processes';
import { untilHealthy } from '../visitor';
import type { ProgramsGround } from './programs-ground';

const PORT = 3297;
const BASE = `http://127.0.0.1:${PORT}`;
const LISTS_PER_SECOND = 200;
const READS_PER_SECOND = 100;
const LOAD_SECONDS = 10;
/** As many as a back end keeps open; what comes while all are busy waits, which counts. */
const CONNECTIONS = 64;
/** Asked for one after the other by a few at a time: how much there can be. */
const CLOSED = { requests: 900, atOnce: 8 };
const MADE = 40;
const REPEATS = 200;
const AT_ONCE = 1_000;

const SHARE = (LISTS_PER_SECOND + READS_PER_SECOND) / READS_PER_SECOND;

type Asked = { isRead: boolean; tookMs: number };

/** The n-th request: lists and single reads in the share of their rates, with one key after the other, as each has a limit. */
function asker(pool: Pool, { keys, codeIds }: ProgramsGround) {
  return async (n: number): Promise<Asked> => {
    const startedAt = performance.now();
    const isRead = n % SHARE === 0;
    const path = `/api/v1${isRead ? `/codes/${codeIds[n % codeIds.length]}` : '/codes?limit=20'}`;
    const headers = { authorization: `Bearer ${keys[n % keys.length]}` };
    const { statusCode, body } = await pool.request({ path, method: 'GET', headers });
    await body.arrayBuffer();
    if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}.`);
    return { isRead, tookMs: performance.now() - startedAt };
  };
}

async function benchReads(name: string, ground: ProgramsGround): Promise<Figure[]> {
  const pool = new Pool(BASE, { connections: CONNECTIONS, headersTimeout: 0, bodyTimeout: 0 });
  const ask = asker(pool, ground);
  const { requests, atOnce } = CLOSED;
  const numbers = Array.from({ length: requests }, (_, n) => n);
  await pMap(numbers.slice(0, requests / 3), ask, { concurrency: atOnce });
  const fewMs: number[] = [];
  const tookMs = await timeMs(async () => {
    await pMap(numbers, async (n) => fewMs.push((await ask(n)).tookMs), { concurrency: atOnce });
  });
  const asked = await atRate(LISTS_PER_SECOND + READS_PER_SECOND, LOAD_SECONDS, ask);
  await pool.close();
  const p95 = (wanted: boolean) =>
    percentile(
      asked.filter(({ isRead }) => isRead === wanted).map((one) => one.tookMs),
      0.95,
    );
  const rate = `${LISTS_PER_SECOND} lists and ${READS_PER_SECOND} single reads a second beside a batch`;
  return [
    { name: `${name}: ${rate}: lists, 95th percentile`, value: p95(false), unit: 'ms', bound: '≤ 100' },
    { name: `${name}: ${rate}: reads, 95th percentile`, value: p95(true), unit: 'ms', bound: '≤ 100' },
    {
      name: `${name}: ${atOnce} at a time beside a batch`,
      value: (requests / tookMs) * 1_000,
      unit: 'requests/s',
    },
    {
      name: `${name}: ${atOnce} at a time beside a batch, 95th percentile`,
      value: percentile(fewMs, 0.95),
      unit: 'ms',
    },
  ];
}

type Make = (scene: string) => Promise<void>;

async function gateway(appId: string, secret: string): Promise<Make> {
  const query = new URLSearchParams({ grant_type: 'client_credential', appid: appId, secret });
  const told: { access_token: string } = await (await fetch(`${BASE}/gateway/cgi-bin/token?${query}`)).json();
  const url = `${BASE}/gateway/wxa/getwxacodeunlimit?access_token=${told.access_token}`;
  return async (scene) => {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify({ scene }) });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (!response.headers.get('content-type')?.startsWith('image/')) throw new Error(bytes.toString());
  };
}

/** What a new code takes through the gateway, beyond what WeChat takes: “beside a batch” or “with nothing beside it”. */
async function benchNew(
  name: string,
  { appId, gatewayKeys: [key] }: ProgramsGround,
  upstream: PacedUpstream,
): Promise<Figure[]> {
  const make = await gateway(appId, key);
  const mark = randomUUID().slice(0, 8);
  const alone = await timesMs(MADE, async (run) => {
    const init = { method: 'POST', body: JSON.stringify({ scene: `alone-${mark}-${run}` }) };
    await (await fetch(`${upstream.url}/wxa/getwxacodeunlimit?access_token=bench`, init)).arrayBuffer();
  });
  await make(`first-${mark}`);
  const made = await timesMs(MADE, (run) => make(`made-${mark}-${run}`));
  return [
    {
      name: `${name}: the gateway adds to WeChat's own time, median`,
      value: median(made) - median(alone),
      unit: 'ms',
      bound: '≤ 30',
    },
    {
      name: `${name}: the gateway adds to WeChat's own time, 95th percentile`,
      value: percentile(made, 0.95) - percentile(alone, 0.95),
      unit: 'ms',
    },
  ];
}

async function benchRepeats(
  name: string,
  { appId, gatewayKeys }: ProgramsGround,
  upstream: PacedUpstream,
): Promise<Figure[]> {
  const make = await gateway(appId, gatewayKeys[0]);
  // More than one key may ask for in a minute, with all that the first one asks for.
  const makeTogether = await gateway(appId, gatewayKeys[1]);
  await make('warm');
  await timesMs(REPEATS, () => make('warm'));
  const repeats = await timesMs(REPEATS, () => make('warm'));
  const togetherMs = await timesMs(1, async () => {
    await Promise.all(Array.from({ length: AT_ONCE }, () => makeTogether('together')));
  });
  const calls = (await upstream.seen()).filter(({ target }) => target === 'together').length;
  return [
    {
      name: `${name}: a repeat through the gateway, 95th percentile`,
      value: percentile(repeats, 0.95),
      unit: 'ms',
      bound: '≤ 20',
    },
    { name: `${name}: a repeat through the gateway, median`, value: median(repeats), unit: 'ms' },
    {
      name: `${name}: calls of ${AT_ONCE} requests for one code at once`,
      value: calls,
      unit: 'calls',
      bound: '= 1',
    },
    { name: `${name}: the last of them was answered after`, value: togetherMs[0] ?? Number.NaN, unit: 'ms' },
  ];
}

async function pauseBatch({ keys: [key], batchId }: ProgramsGround): Promise<void> {
  const headers = { authorization: `Bearer ${key}` };
  const paused = await fetch(`${BASE}/api/v1/batches/${batchId}/pause`, { method: 'POST', headers });
  if (!paused.ok)
    throw new Error(`The batch is not there to be paused (${paused.status}): it was over before.`);
}

async function benchOn(name: string, database: Record<string, string> = {}): Promise<Figure[]> {
  const upstream = await startPacedUpstream();
  const dataDir = await mkdtemp(join(tmpdir(), 'suncode-bench-programs-'));
  const env = { PORT: String(PORT), DATA_DIR: dataDir, WECHAT_API_BASE_URL: upstream.url, ...database };
  try {
    const ground: ProgramsGround = JSON.parse(await outputOf('bench/programs/programs-ground.ts', [], env));
    const server = startServer(env);
    try {
      await untilHealthy(BASE);
      const reads = await benchReads(name, ground);
      const beside = await benchNew(`${name}, beside a batch`, ground, upstream);
      await pauseBatch(ground);
      const alone = await benchNew(`${name}, nothing beside`, ground, upstream);
      return [...reads, ...beside, ...alone, ...(await benchRepeats(name, ground, upstream))];
    } finally {
      await stopServer(server);
    }
  } finally {
    upstream.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** What other programs wait for, over HTTP and beside a batch that runs, on both databases. Needs a finished build. */
export async function benchPrograms(): Promise<Figure[]> {
  const figures = await benchOn('programs on PGlite');
  const server = await startPostgres();
  return [
    ...figures,
    ...(await benchOn('programs on PostgreSQL', { DATABASE_URL: server.url }).finally(server.stop)),
  ];
}
