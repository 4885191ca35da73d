import 'server-only';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { holdDatabase, type Database } from '@/lib/db/client';
import { PrismaClient } from '@/lib/db/generated/client';
import { migrate } from '@/lib/db/migrate/migrate';
import { openPglite } from '@/lib/db/pglite';
import { openPool, type Hearing } from '@/lib/db/pool';
import { lockDataDir } from './lock';
import { DEFAULT_PATIENCE, prepareServer, type Patience } from './preparing';
import { withPlainSslMode } from './ssl-settings';

// PGlite runs one transaction at a time; fifty people who press the button together must queue, not fail.
const TRANSACTION_OPTIONS = { maxWait: 30_000, timeout: 30_000 };

const POOL_SIZE = 10;

async function openPostgres(
  databaseUrl: string,
  { patience = {}, migrations, hearing }: Options,
): Promise<Database> {
  const url = withPlainSslMode(databaseUrl);
  await prepareServer(url, { ...DEFAULT_PATIENCE, ...patience }, migrations);
  const pool = openPool(url, { max: POOL_SIZE }, hearing);
  const adapter = new PrismaPg(pool, { disposeExternalPool: true });
  const db = new PrismaClient({ adapter, transactionOptions: TRANSACTION_OPTIONS });
  return { db, kind: 'postgresql', jobs: { kind: 'server', url, hearing }, close: () => db.$disconnect() };
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

type Options = {
  databaseUrl?: string;
  dataDir?: string;
  onLost?: (error: Error) => void;
  /** How a start waits for a server, and to whom it says so. */
  patience?: Partial<Patience>;
  /** For a restore: only these, as far as they are not applied yet. */
  migrations?: readonly string[];
  /** How soon a server that falls silent is given up. */
  hearing?: Hearing;
};

/**
 * Opens and migrates the database, once per process: a PostgreSQL server when `databaseUrl` is given, else PGlite under
 * `dataDir/db`, else PGlite in memory.
 * @throws DataDirInUseError when another process holds `dataDir`, DatabaseStartError when a server cannot be used
 */
export async function openDatabase(options: Options): Promise<Database> {
  const { databaseUrl, dataDir, onLost = () => undefined, migrations } = options;
  const database = databaseUrl
    ? await openPostgres(databaseUrl, options)
    : await openEmbedded(dataDir, onLost, migrations);
  const close = async () => {
    holdDatabase(undefined);
    await database.close();
  };
  const held = { ...database, close };
  holdDatabase(held);
  return held;
}
