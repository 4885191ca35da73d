import 'server-only';
import { setTimeout as pause } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { migrate } from '@/lib/db/migrate/migrate';
import { askOnce, openPool } from '@/lib/db/pool';
import { makeReady } from './readiness';
import { requireCertificate, requireKnownSslMode } from './ssl-settings';
import { DatabaseStartError, explainFailure, type Target } from './start-error';

/** "sunc": who prepares a database holds this lock for as long as one transaction. */
const LOCK = 0x73756e63;

/** Who holds it shows life so often in the time after which the server takes it away. */
const SIGNS = 12;
/** What goes on for long is said less and less often, down to this. */
const SAY_SELDOM_MS = 60_000;

/** A server or a pooler that accepts a connection and then says nothing. */
const ANSWER_MS = 20_000;
const RETRY_EVERY_MS = 500;

export type Patience = {
  /** One line for whoever watches the start. */
  say: (line: string) => void;
  /** What is not done after so long is said, again and again. */
  sayEveryMs: number;
  /** How long a process that prepares the database may show no life; while it does, it is waited for. */
  waitMs: number;
  /** After so long without a sign of life the server gives the lock to the next process. */
  holdMs: number;
  /** How long a connection may take. */
  connectMs: number;
};

export const DEFAULT_PATIENCE: Patience = {
  say: () => undefined,
  sayEveryMs: 4_000,
  waitMs: 120_000,
  holdMs: 60_000,
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

class Pace {
  readonly #patience: Patience;
  readonly #since = performance.now();
  #next: number;

  constructor(patience: Patience) {
    this.#patience = patience;
    this.#next = patience.sayEveryMs;
  }

  say(line: string): void {
    const passed = performance.now() - this.#since;
    if (passed < this.#next * 0.95) return;
    const { say, sayEveryMs } = this.#patience;
    this.#next = passed + Math.max(sayEveryMs, Math.min(passed / 4, SAY_SELDOM_MS));
    say(line);
  }
}

/** Says every few seconds what is being waited for, until it is there. */
async function saying<T>(patience: Patience, line: string, work: Promise<T>): Promise<T> {
  const pace = new Pace(patience);
  const timer = setInterval(() => pace.say(line), patience.sayEveryMs);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}

const signOfLife = ({ holdMs }: Patience) => `SET LOCAL idle_in_transaction_session_timeout = ${holdMs}`;

/**
 * In a transaction that ends at once where somebody else has it: an index that is made concurrently waits for the end of each
 * transaction that was looking at something when it looked round, and who makes it would wait for those who wait for it.
 */
async function tryLock(client: pg.ClientBase, patience: Patience): Promise<boolean> {
  await client.query('BEGIN');
  await client.query(signOfLife(patience));
  const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS "got"', [
    LOCK,
  ]);
  if (rows[0]?.got) return true;
  await client.query('ROLLBACK');
  return false;
}

type Holder = { pid: number; silentMs: number | null; work: string | null };

/** Who holds the lock, for how long it has said nothing, and how far an index is that somebody makes. */
const HOLDER = `
  SELECT a.pid, extract(epoch FROM clock_timestamp() - a.state_change)::float8 * 1000 AS "silentMs",
    (SELECT 'index ' || index_relid::regclass || ', ' || phase || coalesce(', ' || 100 * blocks_done / nullif(blocks_total, 0) || ' %', '')
      FROM pg_stat_progress_create_index WHERE datname = current_database() AND index_relid <> 0 LIMIT 1) AS "work"
  FROM pg_locks AS l JOIN pg_stat_activity AS a ON a.pid = l.pid
  WHERE l.locktype = 'advisory' AND l.classid = 0 AND l.objid = ${LOCK} AND l.granted AND a.datname = current_database()`;

/** @throws DatabaseStartError when who has the lock shows no life any more */
function requireAlive({ pid, silentMs }: Holder, waited: number, { waitMs }: Patience): void {
  // What another role does is not shown.
  if ((silentMs ?? waited) <= waitMs) return;
  throw new DatabaseStartError(
    `Another process has been preparing this database and has shown no life for ${Math.round(waitMs / 1000)} seconds. See what ` +
      `it is doing (SELECT * FROM pg_stat_activity WHERE pid = ${pid}), end it if it hangs (SELECT pg_terminate_backend(${pid})), ` +
      'and start Suncode again.',
  );
}

/** However long it takes, while who has it is alive: a large table takes an hour for an index. */
async function waitForLock(client: pg.ClientBase, patience: Patience): Promise<void> {
  const startedAt = performance.now();
  const pace = new Pace(patience);
  while (!(await tryLock(client, patience))) {
    const [holder] = (await client.query<Holder>(HOLDER)).rows;
    if (holder) requireAlive(holder, performance.now() - startedAt, patience);
    const work = holder?.work ? ` (${holder.work})` : '';
    pace.say(`Waiting for another Suncode process that is preparing the database${work}…`);
    await pause(RETRY_EVERY_MS);
  }
}

/** Until `signal`. Nothing that looks at rows, see `tryLock`. @throws when the connection is lost, and the lock with it */
async function showLife(client: pg.ClientBase, patience: Patience, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await client.query(signOfLife(patience));
    await pause(patience.holdMs / SIGNS, undefined, { signal }).catch(() => undefined);
  }
}

async function underLock(pool: pg.Pool, patience: Patience, work: () => Promise<void>): Promise<void> {
  const client = await pool.connect();
  const done = new AbortController();
  try {
    await waitForLock(client, patience);
    // Nothing is done in this transaction but to hold the lock while the work goes on beside it.
    const life = showLife(client, patience, done.signal);
    await Promise.race([work(), life.then(() => new Promise<never>(() => undefined))]);
    done.abort();
    await life;
    await client.query('COMMIT');
  } finally {
    done.abort();
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
