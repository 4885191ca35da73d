import 'server-only';
import type { JobsAccess } from './client';
import { openPool } from './pool';

type ServerAccess = JobsAccess & { kind: 'server' };

/** One connection by which SQL is spoken without Prisma: tables whose names are read out of the database. */
export type Session = {
  query: (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
  close: () => Promise<void>;
};

/** For a transaction that waits for files and networks between its statements; others are ended when they say nothing. */
export const MAY_BE_SLOW = 'SET LOCAL idle_in_transaction_session_timeout = 0';

/** What tables say must not depend on where they are read. */
const PLAIN_OUTPUT = ["SET TimeZone = 'UTC'", 'SET extra_float_digits = 1', "SET IntervalStyle = 'iso_8601'"];

const isRow = (row: unknown): row is Record<string, unknown> => typeof row === 'object' && row !== null;

async function plain(session: Session): Promise<Session> {
  for (const setting of PLAIN_OUTPUT) await session.query(setting);
  return session;
}

async function serverSession({ url, hearing }: ServerAccess): Promise<Session> {
  const pool = openPool(url, { max: 1 }, hearing);
  const client = await pool.connect();
  return plain({
    query: async (text, values) => (await client.query<Record<string, unknown>>(text, values)).rows,
    close: async () => {
      client.release(true);
      await pool.end();
    },
  });
}

/**
 * A session in which a whole transaction can be spoken. On the embedded database it is the only connection there is:
 * nobody else may use the database meanwhile.
 */
export async function openSession(jobs: JobsAccess): Promise<Session> {
  if (jobs.kind === 'server') return serverSession(jobs);
  const { executeSql } = jobs;
  return plain({
    query: async (text, values) => (await executeSql(text, values)).rows.filter(isRow),
    close: async () => undefined,
  });
}

/**
 * The database as it is at one moment, however long it takes to read it and whatever happens meanwhile: a snapshot of a
 * server's, a copy of the embedded one. Close it.
 */
export async function openSnapshot(jobs: JobsAccess): Promise<Session> {
  const session = jobs.kind === 'server' ? await serverSession(jobs) : await copiedSession(jobs);
  await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  await session.query(MAY_BE_SLOW);
  return session;
}

async function copiedSession(jobs: JobsAccess & { kind: 'embedded' }): Promise<Session> {
  const { close, executeSql } = await jobs.copy();
  return { ...(await openSession({ ...jobs, executeSql })), close };
}
