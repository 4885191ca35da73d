import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { systemActor } from '@/lib/auth/actor';
import { makeExport } from '@/lib/exports/job/make-export';
import { createExport, fetchExport } from '@/lib/exports/service';
import { median, timeMs, type Figure } from '../measure';
import { outputOf } from '../processes';
import { insertCodes, pictureKey } from './export-codes';
import type { ExportRun } from './export-run';

const CODES = 1_000;
const PICTURE_BYTES = 200_000;
const MB = 1_000_000;
const ROUNDS = 3;

/** Takes what comes and throws it away: the disk that an archive is written to is not what is measured. */
const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => setImmediate(done) });

async function ours(exportId: string): Promise<void> {
  const { chunks } = await fetchExport(systemActor('bench'), exportId);
  await pipeline(Readable.from(chunks, { objectMode: false }), nowhere());
}

async function plainYazl(storage: string): Promise<void> {
  const zip = new yazl.ZipFile();
  for (let index = 0; index < CODES; index += 1)
    zip.addFile(join(storage, pictureKey(index)), `${index}.jpg`, { compress: false });
  zip.end();
  await pipeline(zip.outputStream, nowhere());
}

async function compare(miniProgramId: string, dataDir: string): Promise<Figure[]> {
  const ids = await insertCodes(miniProgramId, { codes: CODES, bytes: randomBytes(PICTURE_BYTES) });
  const exportId = await createExport(systemActor('bench'), new URLSearchParams(ids.map((id) => ['id', id])));
  await makeExport(exportId);
  const [mine, theirs]: [number[], number[]] = [[], []];
  // Turn by turn, so that a noisy moment of the machine falls on both.
  for (let round = 0; round < ROUNDS; round += 1) {
    mine.push(await timeMs(() => ours(exportId)));
    theirs.push(await timeMs(() => plainYazl(join(dataDir, 'storage'))));
  }
  const perSecond = (ms: number) => (CODES * PICTURE_BYTES) / MB / (ms / 1000);
  return [
    { name: 'ZIP with names, checks and manifests', value: perSecond(median(mine)), unit: 'MB/s' },
    { name: 'plain yazl over the same files', value: perSecond(median(theirs)), unit: 'MB/s' },
    { name: 'ours against plain yazl', value: median(theirs) / median(mine), unit: 'ratio' },
  ];
}

function inProcess(dataDir: string, args: number[]): Promise<string> {
  return outputOf('bench/exports/export-run.ts', args.map(String), { DATA_DIR: dataDir });
}

async function exportOf(codes: number, pictureBytes: number): Promise<ExportRun> {
  const dataDir = await mkdtemp(join(tmpdir(), 'suncode-bench-export-'));
  try {
    await inProcess(dataDir, [codes, pictureBytes]);
    const run: ExportRun = JSON.parse(await inProcess(dataDir, []));
    return run;
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

function describeRun(what: string, run: ExportRun): Figure[] {
  return [
    { name: `${what}, ready to download`, value: run.madeMs, unit: 'ms' },
    { name: `${what}, first byte`, value: run.firstByteMs, unit: 'ms', bound: '≤ 100' },
    { name: `${what}, memory before`, value: run.rssBefore / MB, unit: 'MB' },
    { name: `${what}, memory at its peak`, value: run.rssPeak / MB, unit: 'MB' },
    { name: `${what}, growth to the peak`, value: (run.rssPeak - run.rssBefore) / MB, unit: 'MB' },
    { name: `${what}, memory after`, value: run.rssAfter / MB, unit: 'MB' },
    { name: `${what}, longest pause of the process`, value: run.longestPauseMs, unit: 'ms' },
    { name: `${what}, whole`, value: run.wholeMs, unit: 'ms' },
  ];
}

/** Speed beside yazl's, and what exports of several sizes do to a process. */
export async function benchExport(miniProgramId: string, dataDir: string): Promise<Figure[]> {
  return [
    ...(await compare(miniProgramId, dataDir)),
    ...describeRun('ZIP of 200 MB', await exportOf(1_000, 200_000)),
    ...describeRun('ZIP of 1 GB', await exportOf(5_000, 200_000)),
    ...describeRun('ZIP of 50,000 small codes', await exportOf(50_000, 2_000)),
  ];
}
