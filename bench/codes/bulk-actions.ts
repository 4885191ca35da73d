import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createApp } from '@/lib/apps/service';
import { systemActor } from '@/lib/auth/actor';
import { NO_FILTERS } from '@/lib/codes/find/filters';
import { listCodes } from '@/lib/codes/find/queries';
import { db } from '@/lib/db/client';
import { openDatabase } from '@/lib/db/opening/open';
import { refreshStatistics } from '@/lib/db/statistics';
import { startPostgres } from '@/lib/testing/postgres';
import type { BulkAction, BulkProgress } from '@/lib/bulk/kinds';
import { getBulk } from '@/lib/bulk/queries';
import { countMatching } from '@/lib/bulk/scope';
import { startBulk, undoBulk } from '@/lib/bulk/start';
import { BulkWorker } from '@/lib/bulk/worker';
import { percentile, timeMs, type Figure } from '../measure';

const CODES = 100_000;
/** Somebody looks at a list so often meanwhile. */
const LOOK_MS = 100;
const bench = systemActor('bench');

async function insertCodes(miniProgramId: string): Promise<void> {
  await db().$executeRaw`
    INSERT INTO "Code" ("id", "miniProgramId", "endpoint", "name", "scene", "width", "fingerprint", "status",
      "createdAt", "updatedAt")
    SELECT gen_random_uuid()::text, ${miniProgramId}, 'getwxacodeunlimit', 'bulk ' || n, 's=' || n, 430,
      ${miniProgramId} || n, 'READY', now() - n * interval '1 second', now()
    FROM generate_series(1, ${CODES}::int) AS n`;
}

/** Until it is over, and how long a page of the gallery takes all the while. */
async function watch(bulk: BulkProgress, miniProgramId: string): Promise<number[]> {
  const looks: number[] = [];
  for (;;) {
    const filters = { ...NO_FILTERS, app: miniProgramId };
    looks.push(await timeMs(() => listCodes(bench, filters)));
    const { state } = await getBulk(bench, bulk.id);
    if (state !== 'RUNNING') return looks;
    await setTimeout(LOOK_MS);
  }
}

type Start = () => Promise<BulkProgress>;

async function measure(name: string, miniProgramId: string, start: Start): Promise<Figure[]> {
  let looks: number[] = [];
  const ms = await timeMs(async () => {
    looks = await watch(await start(), miniProgramId);
  });
  return [
    { name: `${name}, 100,000 codes`, value: CODES / (ms / 1000), unit: 'codes/s' },
    {
      name: `${name}, a page of the gallery meanwhile, 95th percentile`,
      value: percentile(looks, 0.95),
      unit: 'ms',
    },
    {
      name: `${name}, a page of the gallery meanwhile, the slowest`,
      value: percentile(looks, 1),
      unit: 'ms',
    },
  ];
}

async function benchDatabase(label: string): Promise<Figure[]> {
  const appId = `wx${'b'.repeat(16)}`;
  const id = await createApp(bench, { mode: 'LIVE', name: 'bulk', appId, appSecret: 'b'.repeat(32) });
  await insertCodes(id);
  // As the worker does by the hour.
  await refreshStatistics();
  const worker = await BulkWorker.start({ alone: true });
  const filters = { ...NO_FILTERS, app: id };
  const run = async (action: BulkAction) =>
    startBulk(bench, { ...action, scope: { filters, ...(await countMatching(bench, filters)) } });
  let archived: BulkProgress | undefined;
  const figures = [
    ...(await measure(`${label}: renaming`, id, () =>
      run({ kind: 'rename', values: { pattern: '{scene} {seq:000000}', start: 1 } }),
    )),
    ...(await measure(`${label}: archiving`, id, async () => (archived = await run({ kind: 'archive' })))),
    ...(await measure(`${label}: undoing that`, id, () => undoBulk(bench, archived?.id ?? ''))),
  ];
  await worker.stop();
  return figures;
}

/** Actions on 100,000 codes in the worker, and what they cost those who look at a list, on both databases. */
export async function benchBulkActions(folder: string): Promise<Figure[]> {
  const embedded = await openDatabase({ dataDir: join(folder, 'bulk-actions') });
  const figures = await benchDatabase('PGlite').finally(() => embedded.close());
  const server = await startPostgres();
  try {
    const opened = await openDatabase({ databaseUrl: server.url });
    return [...figures, ...(await benchDatabase('PostgreSQL').finally(() => opened.close()))];
  } finally {
    await server.stop();
  }
}
