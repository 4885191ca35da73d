import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { TurnQueue } from '@/lib/jobs/queue';
import { createDatabase, queryServer } from '@/lib/testing/create-database';
import { testServer } from '@/lib/testing/postgres';
import { startRelay, type Relay } from '@/lib/testing/stand-ins/relay';
import { db, type Database } from './client';
import { openDatabase } from './opening/open';
import { isPassing } from './passing';
import type { Hearing } from './pool';
import { openSession } from './snapshot';

// A server that vanishes without a word: what was sent gets lost, and no connection is told so.
const HEARING: Hearing = { silentMs: 400, answerMs: 400, abandonedMs: 1_500 };
const TIMEOUT_MS = 60_000;
const BATCH = '0197a000-0000-7000-8000-000000000000';

let server: Awaited<ReturnType<typeof testServer>>;
let url: string;
const name = `suncode_silent_${process.pid}`;
beforeAll(async () => {
  server = await testServer();
  url = await createDatabase(server.url, name);
}, TIMEOUT_MS);
afterAll(async () => {
  await queryServer(server.url, `DROP DATABASE "${name}" WITH (FORCE)`);
  await server.stop();
}, TIMEOUT_MS);

let relay: Relay;
let database: Database;
let queue: TurnQueue;
beforeEach(async () => {
  relay = await startRelay(Number(new URL(url).port));
  const databaseUrl = Object.assign(new URL(url), { port: String(relay.port) }).href;
  database = await openDatabase({ databaseUrl, hearing: HEARING });
  queue = await TurnQueue.open(database, { alone: false });
}, TIMEOUT_MS);
afterEach(async () => {
  await queue.close();
  await database.close();
  await relay.close();
});

const sleep = (seconds: number) => db().$queryRaw`SELECT pg_sleep(${seconds})::text`;

const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => expect.fail('it was done'),
    (error: unknown) => error,
  );

/** Until the statement has reached the server. */
const reached = (words: string, count = 1) =>
  vi.waitFor(
    async () => {
      const sql = `SELECT pid FROM pg_stat_activity WHERE datname = '${name}' AND pid <> pg_backend_pid() AND strpos(query, '${words}') > 0`;
      expect(await queryServer(url, sql)).toHaveLength(count);
    },
    { timeout: 10_000 },
  );

describe('a server that vanishes without a word', { timeout: TIMEOUT_MS }, () => {
  test('is noticed by what waits for it, in and out of a transaction, and asked again when it is back', async () => {
    const waiting = [
      sleep(3_600),
      db().$transaction(async (tx) => tx.$queryRaw`SELECT pg_sleep(3600)::text`),
      openSession(database.jobs).then(({ query }) => query('SELECT pg_sleep(3600)')),
    ].map(errorOf);
    await reached('SELECT pg_sleep', 3);
    relay.silence();
    const turn = errorOf(queue.offer([BATCH]));
    expect((await Promise.all([...waiting, turn])).map(isPassing)).toEqual([true, true, true, true]);
    relay.hear();
    await vi.waitFor(() => db().tag.count(), { timeout: 30_000 });
    await vi.waitFor(() => queue.offer([BATCH]), { timeout: 30_000 });
    expect((await queue.take(9)).map(({ batchId }) => batchId)).toEqual([BATCH, BATCH]);
  });

  test('may be back at once: connections that it knows nothing of are ended all the same', async () => {
    await db().tag.count();
    relay.silence();
    relay.hear();
    expect(isPassing(await errorOf(sleep(0)))).toBe(true);
    await vi.waitFor(() => db().tag.count(), { timeout: 30_000 });
  });

  test('lets go of what a transaction had locked', async () => {
    await db().tag.create({ data: { name: 'a', nameKey: 'a', color: 'red' } });
    const lost = db().$transaction(async (tx) => {
      await tx.tag.updateMany({ data: { color: 'blue' } });
      relay.silence();
      await tx.tag.count();
    });
    expect(isPassing(await errorOf(lost))).toBe(true);
    relay.hear();
    await vi.waitFor(() => db().tag.updateMany({ data: { color: 'green' } }), { timeout: 30_000 });
    expect(await db().tag.findMany({ select: { color: true } })).toEqual([{ color: 'green' }]);
  });
});

test(
  'a server that takes long for a statement is waited for',
  async () => {
    await expect(sleep(3)).resolves.toHaveLength(1);
  },
  TIMEOUT_MS,
);
