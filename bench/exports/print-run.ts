import { drawSun } from '@/lib/sandbox/draw/draw';

/** What one print did to its process: bytes and milliseconds. */
export type PrintRun = {
  madeMs: number;
  cpuMs: number;
  rssBefore: number;
  rssPeak: number;
  sizeBytes: number;
};

// Processes of their own, started by bench/exports/print.ts on one DATA_DIR, and one DATABASE_URL if that is set: `print-run.ts fill
// <codes>` fills them, `print-run.ts <options as a form sends them> <times>` prints everything in them so many times.
const [first = '', count] = process.argv.slice(2);

const { openDatabase } = await import('@/lib/db/opening/open');
const { createApp } = await import('@/lib/apps/service');
const { systemActor } = await import('@/lib/auth/actor');
const { db } = await import('@/lib/db/client');
const { env } = await import('@/lib/env');
const { insertCodes } = await import('./export-codes');
const { refreshStatistics } = await import('@/lib/db/statistics');
const { makeExport } = await import('@/lib/exports/job/make-export');
const { createExport } = await import('@/lib/exports/service');

const actor = systemActor('bench');
const LOOK_EVERY_MS = 5;

async function made(options: string): Promise<number> {
  const exportId = await createExport(actor, new URLSearchParams(options));
  await makeExport(exportId);
  const { state, sizeBytes } = await db().export.findUniqueOrThrow({ where: { id: exportId } });
  if (state !== 'FINISHED') throw new Error('a print was not made');
  return Number(sizeBytes);
}

async function run(options: string): Promise<PrintRun> {
  const rssBefore = process.memoryUsage.rss();
  let rssPeak = rssBefore;
  const looking = setInterval(() => (rssPeak = Math.max(rssPeak, process.memoryUsage.rss())), LOOK_EVERY_MS);
  const [startedAt, cpuBefore] = [performance.now(), process.cpuUsage()];
  const sizeBytes = await made(`${options}&app=all`);
  const madeMs = performance.now() - startedAt;
  const cpu = process.cpuUsage(cpuBefore);
  clearInterval(looking);
  return { madeMs, cpuMs: (cpu.user + cpu.system) / 1_000, rssBefore, rssPeak, sizeBytes };
}

const { DATABASE_URL, DATA_DIR } = env();
const database = await openDatabase(DATABASE_URL ? { databaseUrl: DATABASE_URL } : { dataDir: DATA_DIR });
if (first === 'fill') {
  const miniProgramId = await createApp(actor, { mode: 'SANDBOX', name: 'bench' });
  const drawn = await drawSun({
    appId: 'wx0',
    seed: 'bench',
    widthPx: 430,
    lineColor: null,
    isHyaline: false,
  });
  await insertCodes(miniProgramId, { codes: Number(count), bytes: Buffer.from(drawn.bytes) });
  await refreshStatistics();
} else {
  // A server has printed something before: its modules are loaded.
  await made(`${first}&app=all&q=${encodeURIComponent('桌号 17')}`);
  const runs: PrintRun[] = [];
  for (let time = 0; time < Number(count); time += 1) runs.push(await run(first));
  console.log(JSON.stringify(runs));
}
await database.close();
