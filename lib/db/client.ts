import 'server-only';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client';
import { lockDataDir } from './lock';
import { migrate } from './migrate';
import { openPglite } from './pglite';

export type Db = PrismaClient;
/** What a use case gets inside `db().$transaction(async (tx) => …)`; never call `db()` in there: PGlite has one connection. */
export type Tx = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

export type Database = { db: Db; kind: 'pglite' | 'postgresql'; close: () => Promise<void> };

// PGlite runs one transaction at a time; fifty people who press the button together must queue, not fail.
const TRANSACTION_OPTIONS = { maxWait: 30_000, timeout: 30_000 };

const POOL_SIZE = 10;

async function openPostgres(url: string): Promise<Database> {
  const adapter = new PrismaPg({ connectionString: url, max: POOL_SIZE });
  await migrate(adapter);
  const db = new PrismaClient({ adapter, transactionOptions: TRANSACTION_OPTIONS });
  return { db, kind: 'postgresql', close: () => db.$disconnect() };
}

async function openEmbedded(dataDir: string | undefined, onLost: (error: Error) => void): Promise<Database> {
  const unlock = dataDir ? await lockDataDir(dataDir, onLost) : async () => undefined;
  const pglite = await openPglite(dataDir && join(dataDir, 'db'));
  await migrate(pglite.adapter);
  const db = new PrismaClient({ adapter: pglite.adapter, transactionOptions: TRANSACTION_OPTIONS });
  const close = async () => {
    await db.$disconnect();
    await pglite.close();
    await unlock();
  };
  return { db, kind: 'pglite', close };
}

// On globalThis, since the start script opens the database and Next's bundles, which are other module instances of
// the same process, use it.
const holder: typeof globalThis & { suncodeDatabase?: Database } = globalThis;

/**
 * Opens and migrates the database, once per process: a PostgreSQL server when `databaseUrl` is given, else PGlite under
 * `dataDir/db`, else PGlite in memory.
 * @throws DataDirInUseError when another process holds `dataDir`
 */
export async function openDatabase(options: {
  databaseUrl?: string;
  dataDir?: string;
  onLost?: (error: Error) => void;
}): Promise<Database> {
  const { databaseUrl, dataDir, onLost = () => undefined } = options;
  const database = databaseUrl ? await openPostgres(databaseUrl) : await openEmbedded(dataDir, onLost);
  const close = async () => {
    holder.suncodeDatabase = undefined;
    await database.close();
  };
  holder.suncodeDatabase = { ...database, close };
  return holder.suncodeDatabase;
}

/** The open database. @throws Error when the process has not called `openDatabase` */
export function db(): Db {
  if (!holder.suncodeDatabase) throw new Error('The database is not open; scripts/start.ts opens it.');
  return holder.suncodeDatabase.db;
}
