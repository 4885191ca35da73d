import 'server-only';
import { setTimeout as pause } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { migrate } from './migrate';
import { askOnce, openPool } from './pool';
import { makeReady } from './readiness';
import { requireCertificate, requireKnownSslMode } from './ssl-settings';
import { DatabaseStartError, explainFailure, type Target } from './start-error';

/** "sunc": who prepares a database holds this lock for as long as one transaction. */
const LOCK = 0x73756e63;

/** A server or a pooler that accepts a connection and then says nothing. */
const ANSWER_MS = 20_000;
const RETRY_EVERY_MS = 500;

export type Patience = {
  /** One line for whoever watches the start. */
  say: (line: string) => void;
  /** What is not done after so long is said, again and again. */
  sayEveryMs: number;
  /** How long another process may take to prepare the database. */
  waitMs: number;
  /** How long a connection may take. */
  connectMs: number;
};

export const DEFAULT_PATIENCE: Patience = {
  say: () => undefined,
  sayEveryMs: 4_000,
  waitMs: 120_000,
  connectMs: 10_000,
};

/**
 * The schema engine takes a lock of the session, which a pool in transaction mode gives to whoever comes next and never
 * frees; `underLock` takes one that ends with its transaction instead. And Prisma's adapter cuts a script at each semicolon
 * and runs the parts one by one: sent whole it is one transaction, so that a migration is applied or not.
 */
class WholePrismaPg extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const isLock = (sql: string) => /^\s*SELECT pg_advisory_(un)?lock\(/i.test(sql);
    const { executeRaw, queryRaw } = adapter;
    adapter.executeRaw = async (query) => (isLock(query.sql) ? 0 : executeRaw.call(adapter, query));
    adapter.queryRaw = async (query) =>
      isLock(query.sql) ? { columnNames: [], columnTypes: [], rows: [] } : queryRaw.call(adapter, query);
    adapter.executeScript = async (sql) => {
      await adapter.executeRaw({ sql, args: [], argTypes: [] });
    };
    return adapter;
  }
}

/** Says every few seconds what is being waited for, until it is there. */
async function saying<T>(patience: Patience, line: string, work: Promise<T>): Promise<T> {
  const timer = setInterval(() => patience.say(line), patience.sayEveryMs);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}

async function waitForLock(client: pg.ClientBase, { waitMs }: Patience): Promise<void> {
  const deadline = Date.now() + waitMs;
  for (;;) {
    const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS "got"', [
      LOCK,
    ]);
    if (rows[0]?.got) return;
    if (Date.now() > deadline)
      throw new DatabaseStartError(
        `Another process has been preparing this database for ${Math.round(waitMs / 1000)} seconds and is not done. See what ` +
          'it is doing (SELECT * FROM pg_stat_activity), end it if it hangs, and start Suncode again.',
      );
    await pause(RETRY_EVERY_MS);
  }
}

async function underLock(pool: pg.Pool, patience: Patience, work: () => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    // Nothing is done in this transaction but to hold the lock while the work goes on beside it.
    await client.query('BEGIN');
    await client.query('SET LOCAL idle_in_transaction_session_timeout = 0');
    const waiting = 'Waiting for another Suncode process that is preparing the database…';
    await saying(patience, waiting, waitForLock(client, patience));
    await work();
    await client.query('COMMIT');
  } finally {
    // Ended, not kept: with it goes the lock, whatever happened.
    client.release(true);
  }
}

async function applyMigrations(pool: pg.Pool, only?: readonly string[]): Promise<void> {
  try {
    await migrate(new WholePrismaPg(pool), only);
  } catch (error) {
    if (error instanceof DatabaseStartError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseStartError(`The tables of Suncode could not be brought up to date: ${reason}`, {
      cause: error,
    });
  }
}

/**
 * Where DATABASE_URL points to, without its password.
 * @throws DatabaseStartError when a file that it names (sslrootcert, sslcert, sslkey) cannot be read, or pg does not take it
 */
function targetOf(url: string): Target {
  try {
    const { host, port, user, database } = new pg.Client({ connectionString: url });
    requireKnownSslMode(url);
    requireCertificate(url);
    return { host, port, user: user ?? '', database: database ?? '' };
  } catch (error) {
    if (!(error instanceof Error) || error instanceof DatabaseStartError) throw error;
    const what = 'path' in error ? 'names a file that cannot be read' : 'cannot be used';
    throw new DatabaseStartError(`DATABASE_URL ${what}: ${error.message}`, { cause: error });
  }
}

/**
 * Brings a server's database to what this version of Suncode needs: extension, tables, and those of the queue. Processes that
 * start together do so one after the other, through a pooler in transaction mode too.
 * @throws DatabaseStartError in words for whoever runs Suncode
 */
export async function prepareServer(
  url: string,
  patience: Patience,
  migrations?: readonly string[],
): Promise<void> {
  const target = targetOf(url);
  const pool = openPool(url, { connectionTimeoutMillis: patience.connectMs, max: 3 });
  try {
    const waiting = `Waiting for PostgreSQL at ${target.host}:${target.port} to answer…`;
    await saying(
      patience,
      waiting,
      askOnce(url, { sql: 'SELECT 1', connectMs: patience.connectMs, answerMs: ANSWER_MS }),
    );
    await underLock(pool, patience, () =>
      saying(patience, 'The tables are being brought up to date…', bringUpToDate(pool, migrations)),
    );
  } catch (error) {
    throw explainFailure(error, target);
  } finally {
    // The migration engine leaves its connections open.
    await pool.end();
  }
}

async function bringUpToDate(pool: pg.Pool, migrations?: readonly string[]): Promise<void> {
  const client = await pool.connect();
  try {
    await makeReady(client);
  } finally {
    client.release();
  }
  await applyMigrations(pool, migrations);
}
