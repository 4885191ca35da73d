import { drawSun } from '@/lib/sandbox/draw/draw';

/** What one print did to its process: bytes and milliseconds. */
export type PrintRun = {
  madeMs: number;
  cpuMs: number;
  rssBefore: number;
  rssPeak: number;
  sizeBytes: number;
};

// Processes of their own, started by bench/print.ts on one DATA_DIR: `print-run.ts fill <codes>` fills it, `print-run.ts
// <options as a form sends them>` prints everything in it.
const [first = '', codes] = process.argv.slice(2);

const { openDatabase } = await import('@/lib/db/open');
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
  // A server has printed something before: fonts are open, drawing is warm.
  await made(`${options}&app=all&q=${encodeURIComponent('桌号 17')}`);
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

const database = await openDatabase({ dataDir: env().DATA_DIR });
if (first === 'fill') {
  const miniProgramId = await createApp(actor, { mode: 'SANDBOX', name: 'bench' });
  const drawn = await drawSun({
    appId: 'wx0',
    seed: 'bench',
    widthPx: 430,
    lineColor: null,
    isHyaline: false,
  });
  await insertCodes(miniProgramId, { codes: Number(codes), bytes: Buffer.from(drawn.bytes) });
  await refreshStatistics();
} else console.log(JSON.stringify(await run(first)));
await database.close();
