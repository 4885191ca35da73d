import 'server-only';
import type { PrismaClient } from './generated/client';
import type { Hearing } from './pool';

export type Db = PrismaClient;
/** What a use case gets inside `db().$transaction(async (tx) => …)`; never call `db()` in there: PGlite has one connection. */
export type Tx = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/** How the job queue and backups, which speak SQL by themselves, reach the same database. */
export type JobsAccess =
  | ({ kind: 'embedded' } & EmbeddedAccess)
  | { kind: 'server'; url: string; hearing?: Hearing };

export type EmbeddedAccess = {
  /** One statement with values, or a script of several without; of a script the rows of its last statement. */
  executeSql: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;
  /** The whole database at this moment as one of its own, for reading; nobody writes while it is being copied. */
  copy: () => Promise<{ executeSql: EmbeddedAccess['executeSql']; close: () => Promise<void> }>;
};

export type Database = {
  db: Db;
  kind: 'pglite' | 'postgresql';
  jobs: JobsAccess;
  close: () => Promise<void>;
};

// On globalThis, since the start script opens the database (open.ts) and Next's bundles, which are other module
// instances of the same process, use it.
const holder: typeof globalThis & { suncodeDatabase?: Database } = globalThis;

/** Makes `database` the one that this process uses; undefined once it is closed. */
export function holdDatabase(database: Database | undefined): void {
  holder.suncodeDatabase = database;
}

/** The open database. @throws Error when the process has not called `openDatabase` */
export function db(): Db {
  if (!holder.suncodeDatabase) throw new Error('The database is not open; scripts/start.ts opens it.');
  return holder.suncodeDatabase.db;
}
