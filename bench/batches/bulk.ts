import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@/lib/testing/postgres';
import { RATE_PER_MINUTE_DEFAULT } from '@/lib/apps/choices';
import type { SeenCall } from '../bulk-upstream';
import { median, timeMs, timesMs, type Figure } from '../measure';
import { startPacedUpstream } from '../paced-upstream';
import { outputOf } from '../processes';
import type { BulkRun } from './bulk-run';

const LOOP_CALLS = 8;
const WINDOW_MS = 60_000;

/** One code after the other, as a script would: what a batch is measured against. */
async function plainLoop(url: string): Promise<number[]> {
  return timesMs(LOOP_CALLS, async (run) => {
    const body = JSON.stringify({ scene: `loop${run}` });
    await (
      await fetch(`${url}/wxa/getwxacodeunlimit?access_token=bench`, { method: 'POST', body })
    ).arrayBuffer();
  });
}

async function runBatches(url: string, databaseUrl: string | undefined): Promise<BulkRun> {
  const dataDir = await mkdtemp(join(tmpdir(), 'suncode-bench-bulk-'));
  try {
    const own = {
      DATA_DIR: dataDir,
      WECHAT_API_BASE_URL: url,
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    };
    const run: BulkRun = JSON.parse(await outputOf('bench/batches/bulk-run.ts', [], own));
    return run;
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** The most calls that any 60 seconds saw. */
function peakOf(calls: SeenCall[]): number {
  const moments = calls.map(({ atMs }) => atMs).toSorted((a, b) => a - b);
  let [peak, first] = [0, 0];
  for (const [index, moment] of moments.entries()) {
    while (moment - (moments[first] ?? moment) >= WINDOW_MS) first += 1;
    peak = Math.max(peak, index - first + 1);
  }
  return peak;
}

/** Of the calls while two equal batches were both under way: the smaller share against the larger. */
function fairness(calls: SeenCall[]): number {
  const targets = calls.map(({ target }) => target);
  const edges = (find: 'findIndex' | 'findLastIndex') =>
    ['a', 'b'].map((prefix) => targets[find]((target) => target.startsWith(prefix)));
  const both = targets.slice(Math.max(...edges('findIndex')), Math.min(...edges('findLastIndex')) + 1);
  const [a = 0, b = 0] = ['a', 'b'].map(
    (prefix) => both.filter((target) => target.startsWith(prefix)).length,
  );
  return Math.min(a, b) / Math.max(a, b);
}

function figuresOf(
  name: string,
  run: BulkRun,
  { calls, loopMs }: { calls: SeenCall[]; loopMs: number },
): Figure[] {
  const perMinute = (run.batchRows / run.batchMs) * WINDOW_MS;
  return [
    { name: `${name}: a batch of ${run.batchRows} rows took`, value: run.batchMs / 1_000, unit: 's' },
    { name: `${name}: rows per minute, start and end included`, value: perMinute, unit: 'codes/min' },
    {
      name: `${name}: against the budget`,
      value: perMinute / RATE_PER_MINUTE_DEFAULT,
      unit: 'ratio',
      bound: '≥ 0.95',
    },
    { name: `${name}: a plain loop makes`, value: WINDOW_MS / loopMs, unit: 'codes/min' },
    { name: `${name}: against a plain loop`, value: (perMinute * loopMs) / WINDOW_MS, unit: 'ratio' },
    { name: `${name}: most calls in any 60 s`, value: peakOf(calls), unit: 'calls', bound: '≤ 5000' },
    { name: `${name}: share of one core`, value: run.cpuShare, unit: 'ratio' },
    {
      name: `${name}: two batches at once, smaller share against larger`,
      value: fairness(calls),
      unit: 'ratio',
      bound: '≈ 1',
    },
    { name: `${name}: a code by hand beside them, median`, value: median(run.byHandMs), unit: 'ms' },
    { name: `${name}: a code by hand beside them, slowest`, value: Math.max(...run.byHandMs), unit: 'ms' },
  ];
}

async function benchOn(name: string, databaseUrl?: string): Promise<Figure[]> {
  const upstream = await startPacedUpstream();
  try {
    const loopMs = median(await plainLoop(upstream.url));
    const run = await runBatches(upstream.url, databaseUrl);
    return figuresOf(name, run, { calls: await upstream.seen(), loopMs });
  } finally {
    upstream.close();
  }
}

/** How fast batches are with WeChat's own pace, on both databases, and whether they keep to the budget of calls. */
export async function benchBulk(): Promise<Figure[]> {
  const figures: Figure[] = [];
  const tookMs = await timeMs(async () => {
    figures.push(...(await benchOn('bulk on PGlite')));
    const server = await startPostgres();
    figures.push(...(await benchOn('bulk on PostgreSQL', server.url).finally(server.stop)));
  });
  return [...figures, { name: 'all of bulk was measured for', value: tookMs / 1_000, unit: 's' }];
}
