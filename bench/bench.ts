import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
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
  const generated = await benchGenerate(upstream.url);
  figures.push(...generated.figures, ...(await benchExport(generated.miniProgramId, dataDir)));
  figures.push(...(await benchDryRun(generated.miniProgramId)));
  figures.push(...(await benchReadTables()));
  await database.close();
  figures.push(...(await benchBulkActions(folder)));
  figures.push(...(await benchBulk()));
  figures.push(...(await benchRestart()));
  figures.push(...(await benchList(folder)));
  figures.push(...(await benchServer(join(folder, 'server'))));
  figures.push(...(await benchSignIns(join(folder, 'sign-ins'))));
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
const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
await writeFile(
  'bench/results.json',
  `${JSON.stringify({ at: new Date().toISOString(), machine, figures }, null, 2)}\n`,
);
