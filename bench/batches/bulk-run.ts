import { setTimeout as pause } from 'node:timers/promises';
import { createApp } from '@/lib/apps/service';
import { systemActor } from '@/lib/auth/actor';
import { startBatch } from '@/lib/batches/run/start';
import { generateCode } from '@/lib/codes/generate/service';
import { db } from '@/lib/db/client';
import { openDatabase } from '@/lib/db/opening/open';
import { env } from '@/lib/env';
import { startWorker } from '@/lib/worker/worker';
import { draftOf } from '../batch-draft';
import { timeMs, timesMs } from '../measure';

/** What bench/batches/bulk.ts wants to know of a process that makes codes. Times in milliseconds. */
export type BulkRun = {
  /** From the start of a batch until its last row is written down. */
  batchMs: number;
  batchRows: number;
  byHandMs: number[];
  cpuShare: number;
};

/** More than the budget of a minute, so that a window of 60 s is full. */
const BATCH_ROWS = 5_000;
const SHARED_ROWS = 400;
/** A server has run batches before. */
const WARM_UP_ROWS = 20;
const BY_HAND_CODES = 8;
const ASK_EVERY_MS = 250;

const actor = systemActor('bench');
const endpoint = 'getwxacodeunlimit' as const;

async function untilOver(ids: string[]): Promise<void> {
  const where = { id: { in: ids }, state: 'RUNNING' as const };
  while ((await db().batch.count({ where })) > 0) await pause(ASK_EVERY_MS);
}

const { DATABASE_URL, DATA_DIR } = env();
const database = await openDatabase(DATABASE_URL ? { databaseUrl: DATABASE_URL } : { dataDir: DATA_DIR });
const worker = await startWorker(database);
const live = { mode: 'LIVE' as const, name: 'bench', appSecret: 'bench' };
const miniProgramId = await createApp(actor, { ...live, appId: 'wx00000000000000b1' });
const byHand = (scene: string) => generateCode(actor, { miniProgramId, endpoint, scene });

const warmUp = await draftOf(miniProgramId, 'warm', WARM_UP_ROWS);
await startBatch(actor, warmUp);
await untilOver([warmUp]);
const cpuBefore = process.cpuUsage();
const batch = await draftOf(miniProgramId, 'one', BATCH_ROWS);
const batchMs = await timeMs(async () => {
  await startBatch(actor, batch);
  await untilOver([batch]);
});
const cpu = process.cpuUsage(cpuBefore);
const both = [await draftOf(miniProgramId, 'a', SHARED_ROWS), await draftOf(miniProgramId, 'b', SHARED_ROWS)];
for (const id of both) await startBatch(actor, id);
await pause(ASK_EVERY_MS);
const byHandMs = await timesMs(BY_HAND_CODES, (run) => byHand(`hand${run}`));
await untilOver(both);
await worker.stop();
await database.close();
const cpuShare = (cpu.user + cpu.system) / 1_000 / batchMs;
const run: BulkRun = { batchMs, batchRows: BATCH_ROWS, byHandMs, cpuShare };
console.log(JSON.stringify(run));
process.exit(0);
