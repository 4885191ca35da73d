import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { ensureBuild } from '../scripts/build';
import type { Figure } from './measure';
import { startUpstream } from './upstream';

// `npm run bench`: what we claim about speed and memory, measured in one run on this machine. Talks to loopback only.
const UPSTREAM_LATENCY_MS = 100;

ensureBuild();
const folder = await mkdtemp(join(tmpdir(), 'suncode-bench-'));
const upstream = await startUpstream(UPSTREAM_LATENCY_MS);
const dataDir = join(folder, 'data');
// Before anything reads the environment: the use cases run in this process, on a database of their own.
Object.assign(process.env, { DATA_DIR: dataDir, WECHAT_API_BASE_URL: upstream.url, LOG_LEVEL: 'error' });
delete process.env.DATABASE_URL;
delete process.env.STORAGE_URL;

const figures: Figure[] = [];
const failed: string[] = [];

/** What fails is named at the end and takes nothing along: a run is half an hour of a quiet machine. */
async function measure(what: string, work: () => Promise<Figure[]>): Promise<void> {
  const startedAt = performance.now();
  try {
    figures.push(...(await work()));
    process.stderr.write(`${what}: ${Math.round((performance.now() - startedAt) / 1000)} s\n`);
  } catch (error) {
    failed.push(what);
    process.stderr.write(`${what} failed: ${inspect(error)}\n`);
  }
}

try {
  const { openDatabase } = await import('@/lib/db/open');
  const { benchGenerate } = await import('./generate');
  const { benchExport } = await import('./export');
  const { benchDryRun } = await import('./dry-run');
  const { benchBulk } = await import('./bulk');
  const { benchBulkActions } = await import('./bulk-actions');
  const { benchList } = await import('./list');
  const { benchReadTables } = await import('./read-tables');
  const { benchRestart } = await import('./restart');
  const { benchServer } = await import('./server');
  const { benchSignIns } = await import('./sign-ins');
  const database = await openDatabase({ dataDir });
  let miniProgramId = '';
  await measure('generate', async () => {
    const generated = await benchGenerate(upstream.url);
    ({ miniProgramId } = generated);
    return generated.figures;
  });
  await measure('export', () => benchExport(miniProgramId, dataDir));
  await measure('dry run', () => benchDryRun(miniProgramId));
  await measure('tables', benchReadTables);
  await database.close();
  await measure('bulk actions', () => benchBulkActions(folder));
  await measure('batches', benchBulk);
  await measure('restart', benchRestart);
  await measure('list', () => benchList(folder));
  await measure('server', () => benchServer(join(folder, 'server')));
  await measure('sign-ins', () => benchSignIns(join(folder, 'sign-ins')));
} finally {
  await upstream.close();
  await rm(folder, { recursive: true, force: true });
}

console.table(
  figures.map(({ name, value, unit, bound = '', detail = '' }) => ({
    name,
    value: Number(value.toPrecision(3)),
    unit,
    bound,
    detail,
  })),
);
if (failed.length > 0) {
  process.stderr.write(`Not measured: ${failed.join(', ')}. bench/results.json stays as it was.\n`);
  process.exit(1);
}
const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
await writeFile(
  'bench/results.json',
  `${JSON.stringify({ at: new Date().toISOString(), machine, figures }, null, 2)}\n`,
);
