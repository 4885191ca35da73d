import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createApp } from '@/lib/apps/service';
import { systemActor } from '@/lib/auth/actor';
import { startBatch } from '@/lib/batches/run/start';
import { db } from '@/lib/db/client';
import { openDatabase } from '@/lib/db/opening/open';
import { env } from '@/lib/env';
import { createExport } from '@/lib/exports/service';
import { seedManyCodes } from '@/prisma/seed/many-codes';
import { seedCast, type Cast } from '@/prisma/seed/people-and-places';
import { draftOf } from '../batch-draft';
import { insertCodes } from '../exports/export-codes';
import { timeMs, type Figure } from '../measure';
import { startWorker, stopServer } from '../processes';
import { LISTED_PICTURE, measureLists } from './list-cases';

// A process of its own, started by bench/codes/large.ts. Prints its figures as JSON.
const CODES = 10_000_000;
/** More than are made while all is measured. */
const BATCH_ROWS = 50_000;
const EXPORTED_CODES = 50_000;
const PICTURE_BYTES = 30_000;
const ASK_EVERY_MS = 250;
const actor = systemActor('bench');
const say = (text: string) => process.stderr.write(`${text}\n`);

async function fill(cast: Cast): Promise<Figure[]> {
  if ((await db().code.count({ take: CODES })) === CODES) return [];
  const many = { count: CODES, cast, pictures: [LISTED_PICTURE], endsAt: new Date() };
  const seedMs = await timeMs(() => seedManyCodes(many, (done) => say(`${done} codes`)));
  return [{ name: 'ten million codes: seeding', value: seedMs / 1_000, unit: 's' }];
}

type Size = { rows: bigint; indexes: bigint };

async function size(): Promise<Figure[]> {
  const [found] = await db().$queryRaw<Size[]>`
    SELECT pg_table_size('"Code"') AS "rows", pg_indexes_size('"Code"') AS "indexes"`;
  const figure = (name: string, bytes = 0n): Figure => ({ name, value: Number(bytes) / 1e6, unit: 'MB' });
  return [
    figure('ten million codes: table', found?.rows),
    figure('ten million codes: its indexes', found?.indexes),
  ];
}

const lists = { rows: CODES, bound: '≤ 150' };

const madeRows = (batchId: string) => db().batchRow.count({ where: { batchId, code: { status: 'READY' } } });

/** The same while a worker makes a batch and the files of an export. */
async function measureBeside(cast: Cast): Promise<Figure[]> {
  // Of this run alone, where the database was there before.
  const appId = `wx${randomInt(1e9).toString().padStart(16, '0')}`;
  const miniProgramId = await createApp(actor, { mode: 'LIVE', name: appId, appSecret: 'bench', appId });
  const sandboxId = await createApp(actor, { mode: 'SANDBOX', name: `files ${appId}` });
  await insertCodes(sandboxId, { codes: EXPORTED_CODES, bytes: randomBytes(PICTURE_BYTES) });
  const batchId = await draftOf(miniProgramId, 'large', BATCH_ROWS);
  await startBatch(actor, batchId);
  const exportId = await createExport(actor, new URLSearchParams({ app: sandboxId }));
  const worker = startWorker({});
  try {
    while ((await madeRows(batchId)) === 0) {
      if (worker.exitCode !== null)
        throw new Error('The worker ended before its first code; why, it said above.');
      await pause(ASK_EVERY_MS);
    }
    const before = await madeRows(batchId);
    const startedAt = performance.now();
    const figures = await measureLists('ten million codes beside a batch and an export', { ...lists, cast });
    const seconds = (performance.now() - startedAt) / 1_000;
    const made = (await madeRows(batchId)) - before;
    const { doneCount, state } = await db().export.findUniqueOrThrow({ where: { id: exportId } });
    const isRunning = (await db().batch.count({ where: { id: batchId, state: 'RUNNING' } })) > 0;
    const detail = `${made} codes in ${Math.round(seconds)} s, the batch ${isRunning ? 'still running' : 'over'}; of the export ${doneCount} codes, ${state.toLowerCase()}`;
    const name = 'ten million codes: the batch beside the lists';
    return [...figures, { name, value: made / seconds, unit: 'codes/s', detail }];
  } finally {
    await stopServer(worker);
  }
}

const database = await openDatabase({ databaseUrl: env().DATABASE_URL ?? '' });
// A database that was kept knows the folder of the last time, which is gone.
await db().installation.updateMany({ data: { storageId: null } });
const cast = await seedCast();
const filled = await fill(cast);
const alone = await measureLists('ten million codes', { ...lists, cast });
console.log(JSON.stringify([...filled, ...(await size()), ...alone, ...(await measureBeside(cast))]));
await database.close();
process.exit(0);
