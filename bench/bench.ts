import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { ensureBuild } from '../scripts/build/build';
import type { Figure } from './measure';
import { startUpstream } from './upstream';

// `npm run bench`: what we claim about speed and memory, measured on this machine. Talks to loopback only. `npm run bench -- tables
// sign-ins` measures some parts; each part of bench/results.json says when it was.
const UPSTREAM_LATENCY_MS = 100;

ensureBuild();
const folder = await mkdtemp(join(tmpdir(), 'suncode-bench-'));
const upstream = await startUpstream(UPSTREAM_LATENCY_MS);
const dataDir = join(folder, 'data');
// Before anything reads the environment: the use cases run in this process, on a database of their own.
Object.assign(process.env, { DATA_DIR: dataDir, WECHAT_API_BASE_URL: upstream.url, LOG_LEVEL: 'error' });
delete process.env.DATABASE_URL;
delete process.env.STORAGE_URL;

type Part = { at: string; figures: Figure[] };

const RESULTS = 'bench/results.json';
const wanted = new Set(process.argv.slice(2));
/** Half an hour and twenty gigabytes: only where it is named. */
const ON_REQUEST = new Set(['large']);
const parts: Record<string, Part> = {};
const failed: string[] = [];

/** What fails is named at the end and takes nothing along: a run is half an hour of a quiet machine. */
async function measure(what: string, work: () => Promise<Figure[]>): Promise<void> {
  const startedAt = performance.now();
  try {
    const figures = await work();
    if (wanted.size === 0 || wanted.has(what)) parts[what] = { at: new Date().toISOString(), figures };
    process.stderr.write(`${what}: ${Math.round((performance.now() - startedAt) / 1000)} s\n`);
  } catch (error) {
    failed.push(what);
    process.stderr.write(`${what} failed: ${inspect(error)}\n`);
  }
}

try {
  const { openDatabase } = await import('@/lib/db/opening/open');
  const { benchFaults } = await import('./faults/faults');
  const { benchGenerate } = await import('./codes/generate');
  const { benchExport } = await import('./exports/export');
  const { benchDryRun } = await import('./batches/dry-run');
  const { benchBulk } = await import('./batches/bulk');
  const { benchBulkActions } = await import('./codes/bulk-actions');
  const { benchLarge } = await import('./codes/large');
  const { benchList } = await import('./codes/list');
  const { benchLive } = await import('./programs/live');
  const { benchMigrations } = await import('./migrations');
  const { benchPages } = await import('./pages/pages');
  const { benchPrint } = await import('./exports/print');
  const { benchPrograms } = await import('./programs/programs');
  const { benchReadTables } = await import('./batches/read-tables');
  const { benchRestart } = await import('./batches/restart');
  const { benchServer } = await import('./server');
  const { benchSignIns } = await import('./sign-ins');
  const database = await openDatabase({ dataDir });
  let miniProgramId = '';
  // The ground of the next two as well.
  const generate = async () => {
    const generated = await benchGenerate(upstream.url);
    ({ miniProgramId } = generated);
    return generated.figures;
  };
  const all: [what: string, work: () => Promise<Figure[]>][] = [
    ['generate', generate],
    ['export', () => benchExport(miniProgramId, dataDir)],
    ['dry-run', () => benchDryRun(miniProgramId)],
    ['tables', benchReadTables],
    ['print', benchPrint],
    ['bulk-actions', () => benchBulkActions(folder)],
    ['batches', benchBulk],
    ['restart', benchRestart],
    ['faults', benchFaults],
    ['programs', benchPrograms],
    ['live', benchLive],
    ['list', () => benchList(folder)],
    ['large', benchLarge],
    ['migrations', benchMigrations],
    ['server', () => benchServer(join(folder, 'server'))],
    ['pages', () => benchPages(join(folder, 'pages'))],
    ['sign-ins', () => benchSignIns(join(folder, 'sign-ins'))],
  ];
  const unknown = [...wanted].filter((name) => !all.some(([what]) => what === name));
  if (unknown.length > 0)
    throw new Error(
      `No part is called ${unknown.join(', ')}; there are ${all.map(([what]) => what).join(', ')}.`,
    );
  const needsGround = ['export', 'dry-run'].some((what) => wanted.has(what));
  for (const [what, work] of all) {
    if (what === 'bulk-actions') await database.close();
    const isWanted =
      (wanted.size === 0 && !ON_REQUEST.has(what)) ||
      wanted.has(what) ||
      (what === 'generate' && needsGround);
    if (isWanted) await measure(what, work);
  }
} finally {
  await upstream.close();
  await rm(folder, { recursive: true, force: true });
}

const kept: { parts?: Record<string, Part> } = JSON.parse(await readFile(RESULTS, 'utf8'));
const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
await writeFile(RESULTS, `${JSON.stringify({ machine, parts: { ...kept.parts, ...parts } }, null, 2)}\n`);
console.table(
  Object.values(parts)
    .flatMap(({ figures }) => figures)
    .map(({ name, value, unit, bound = '', detail = '' }) => ({
      name,
      value: Number(value.toPrecision(3)),
      unit,
      bound,
      detail,
    })),
);
if (failed.length > 0) {
  process.stderr.write(`Not measured: ${failed.join(', ')}.\n`);
  process.exitCode = 1;
}
