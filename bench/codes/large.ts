import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, queryServer } from '@/lib/testing/create-database';
import { startPostgres } from '@/lib/testing/postgres';
import type { Figure } from '../measure';
import { outputOf } from '../processes';

const DATABASE = 'suncode_bench_large';

/** What somebody sets who keeps ten million rows: PostgreSQL's own default is 128 MB whatever the machine has. */
const SETTINGS = {
  shared_buffers: '4GB',
  effective_cache_size: '12GB',
  maintenance_work_mem: '1GB',
  max_wal_size: '8GB',
};

async function largeServer() {
  const server = await startPostgres();
  for (const [name, value] of Object.entries(SETTINGS))
    await queryServer(server.url, `ALTER SYSTEM SET ${name} = '${value}'`);
  await server.halt();
  await server.resume();
  return server;
}

/**
 * Ten million codes on PostgreSQL: lists, searches and counts alone, and beside a batch and an export. Filling it takes half an
 * hour; a server that BENCH_DATABASE_URL names keeps what it was filled with for a next time.
 */
export async function benchLarge(): Promise<Figure[]> {
  const kept = process.env.BENCH_DATABASE_URL;
  const server = kept ? { url: kept, stop: async () => undefined } : await largeServer();
  const folder = await mkdtemp(join(tmpdir(), 'suncode-bench-large-'));
  try {
    const isThere =
      (await queryServer(server.url, `SELECT 1 FROM pg_database WHERE datname = '${DATABASE}'`)).length > 0;
    if (!isThere) await createDatabase(server.url, DATABASE);
    const url = new URL(server.url);
    url.pathname = `/${DATABASE}`;
    // Of the database, which may be there for longer than the folder.
    const secrets = { ENCRYPTION_KEY: 'be'.repeat(32), AUTH_SECRET: 'be'.repeat(16) };
    const figures: Figure[] = JSON.parse(
      await outputOf('bench/codes/large-run.ts', [], {
        DATABASE_URL: url.href,
        DATA_DIR: folder,
        ...secrets,
      }),
    );
    return figures;
  } finally {
    await rm(folder, { recursive: true, force: true });
    await server.stop();
  }
}
