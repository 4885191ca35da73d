import 'server-only';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { holdDatabase, type Database } from './client';
import { PrismaClient } from './generated/client';
import { lockDataDir } from './lock';
import { migrate } from './migrate';
import { openPglite } from './pglite';
import { DEFAULT_PATIENCE, prepareServer, type Patience } from './preparing';
import { withPlainSslMode } from './ssl-settings';

// PGlite runs one transaction at a time; fifty people who press the button together must queue, not fail.
const TRANSACTION_OPTIONS = { maxWait: 30_000, timeout: 30_000 };

const POOL_SIZE = 10;
/** A request that gets no connection for so long ends with an error instead of waiting for ever; far longer than any queue of ours. */
const CONNECTION_WAIT_MS = 20_000;

async function openPostgres(
  databaseUrl: string,
  patience: Partial<Patience>,
  migrations?: readonly string[],
): Promise<Database> {
  const url = withPlainSslMode(databaseUrl);
  await prepareServer(url, { ...DEFAULT_PATIENCE, ...patience }, migrations);
  const adapter = new PrismaPg({
    ...{ connectionString: url, max: POOL_SIZE, connectionTimeoutMillis: CONNECTION_WAIT_MS },
    // A server that vanished is noticed by connections that wait for nothing.
    ...{ keepAlive: true, keepAliveInitialDelayMillis: 10_000 },
  });
  const db = new PrismaClient({ adapter, transactionOptions: TRANSACTION_OPTIONS });
  return { db, kind: 'postgresql', jobs: { kind: 'server', url }, close: () => db.$disconnect() };
}

async function openEmbedded(
  dataDir: string | undefined,
  onLost: (error: Error) => void,
  migrations?: readonly string[],
): Promise<Database> {
  const unlock = dataDir ? await lockDataDir(dataDir, onLost) : async () => undefined;
  const pglite = await openPglite(dataDir && join(dataDir, 'db'));
  await migrate(pglite.adapter, migrations);
  const db = new PrismaClient({ adapter: pglite.adapter, transactionOptions: TRANSACTION_OPTIONS });
  const close = async () => {
    await db.$disconnect();
    await pglite.close();
    await unlock();
  };
  return { db, kind: 'pglite', jobs: { kind: 'embedded', ...pglite.access }, close };
}

/**
 * Opens and migrates the database, once per process: a PostgreSQL server when `databaseUrl` is given, else PGlite under
 * `dataDir/db`, else PGlite in memory.
 * @throws DataDirInUseError when another process holds `dataDir`, DatabaseStartError when a server cannot be used
 */
export async function openDatabase(options: {
  databaseUrl?: string;
  dataDir?: string;
  onLost?: (error: Error) => void;
  /** How a start waits for a server, and to whom it says so. */
  patience?: Partial<Patience>;
  /** For a restore: only these, as far as they are not applied yet. */
  migrations?: readonly string[];
}): Promise<Database> {
  const { databaseUrl, dataDir, onLost = () => undefined, patience = {}, migrations } = options;
  const database = databaseUrl
    ? await openPostgres(databaseUrl, patience, migrations)
    : await openEmbedded(dataDir, onLost, migrations);
  const close = async () => {
    holdDatabase(undefined);
    await database.close();
  };
  const held = { ...database, close };
  holdDatabase(held);
  return held;
}
