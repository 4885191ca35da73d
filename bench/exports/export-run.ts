import { monitorEventLoopDelay } from 'node:perf_hooks';
import { randomBytes } from 'node:crypto';

/** What one export did to its process. Times in milliseconds, memory in bytes. */
export type ExportRun = {
  sizeBytes: number;
  /** From the press to a file that can be downloaded. */
  madeMs: number;
  /** Of the download after that. */
  firstByteMs: number;
  wholeMs: number;
  longestPauseMs: number;
  rssBefore: number;
  rssPeak: number;
  rssAfter: number;
};

// Processes of their own, started by bench/exports/export.ts on one DATA_DIR: `export-run.ts <codes> <bytes of a picture>` fills
// it, `export-run.ts` exports everything in it. What filling leaves in memory would hide what an export takes.
const [codes, pictureBytes] = process.argv.slice(2).map(Number);

const { openDatabase } = await import('@/lib/db/opening/open');
const { createApp } = await import('@/lib/apps/service');
const { systemActor } = await import('@/lib/auth/actor');
const { env } = await import('@/lib/env');
const { insertCodes } = await import('./export-codes');
const { refreshStatistics } = await import('@/lib/db/statistics');
const { makeExport } = await import('@/lib/exports/job/make-export');
const { createExport, fetchExport } = await import('@/lib/exports/service');

const actor = systemActor('bench');

async function made(fields: URLSearchParams): Promise<string> {
  const exportId = await createExport(actor, fields);
  await makeExport(exportId);
  return exportId;
}

async function read(exportId: string, onChunk: (bytes: number) => void): Promise<void> {
  const { chunks } = await fetchExport(actor, exportId);
  for await (const chunk of chunks) onChunk(chunk.byteLength);
}

async function run(): Promise<ExportRun> {
  // A server has answered something before: the list that somebody exports, for one.
  await read(await made(new URLSearchParams({ app: 'all', q: '桌号 17' })), () => undefined);
  const rssBefore = process.memoryUsage.rss();
  const pauses = monitorEventLoopDelay({ resolution: 5 });
  pauses.enable();
  const startedAt = performance.now();
  let [firstByteMs, sizeBytes, rssPeak] = [0, 0, rssBefore];
  const exportId = await made(new URLSearchParams({ app: 'all', names: '{app}/{row:00000} {name}' }));
  const madeMs = performance.now() - startedAt;
  await read(exportId, (bytes) => {
    firstByteMs ||= performance.now() - startedAt - madeMs;
    sizeBytes += bytes;
    rssPeak = Math.max(rssPeak, process.memoryUsage.rss());
  });
  const wholeMs = performance.now() - startedAt;
  pauses.disable();
  const rssAfter = process.memoryUsage.rss();
  return {
    sizeBytes,
    madeMs,
    firstByteMs,
    wholeMs,
    longestPauseMs: pauses.max / 1e6,
    rssBefore,
    rssPeak,
    rssAfter,
  };
}

const database = await openDatabase({ dataDir: env().DATA_DIR });
if (codes && pictureBytes) {
  const miniProgramId = await createApp(actor, { mode: 'SANDBOX', name: 'bench' });
  await insertCodes(miniProgramId, { codes, bytes: randomBytes(pictureBytes) });
  // As the server does every minute.
  await refreshStatistics();
} else console.log(JSON.stringify(await run()));
await database.close();
