import { once } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { startPostgres } from '@/lib/testing/postgres';
import type { Relay } from '@/lib/testing/stand-ins/relay';
import type { S3Order } from './faults-s3';

/** What there is to put out of order. */
export type Parts = {
  postgres: Awaited<ReturnType<typeof startPostgres>>;
  database: Relay;
  store: Relay;
  s3: ChildProcess;
  killWorker: (at: number) => Promise<void>;
};

/** `run` lasts as long as the fault, which is over when it resolves. */
export type Fault = { name: string; run: (parts: Parts) => Promise<void> };

const KILLS = 20;
const KILL_EVERY_MS = 4_000;

/** Past the relay, and each time on a connection of its own: the server may have been away. @returns the rows of the last */
export async function query(url: string, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) ({ rows } = await client.query<Record<string, unknown>>(statement));
    return rows;
  } finally {
    await client.end();
  }
}

const ORDER: S3Order = { status: null, isCutting: false, slowMs: 0 };

async function obey(s3: ChildProcess, order: Partial<S3Order>): Promise<void> {
  const obeyed = once(s3, 'message');
  s3.send({ ...ORDER, ...order });
  await obeyed;
}

/** The store of pictures behaves so for a while. */
function s3Fault(name: string, order: Partial<S3Order>): Fault {
  const run = async ({ s3 }: Parts) => {
    await obey(s3, order);
    await pause(20_000);
    await obey(s3, {});
  };
  return { name, run };
}

async function readOnly({ url }: Parts['postgres'], value: 'on' | 'off'): Promise<void> {
  await query(
    url,
    'SET default_transaction_read_only = off',
    `ALTER SYSTEM SET default_transaction_read_only = ${value}`,
    'SELECT pg_reload_conf()',
  );
}

/** Somebody else takes every connection that the server gives. */
async function takeAll(url: string): Promise<pg.Client[]> {
  const taken: pg.Client[] = [];
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
    } catch {
      return taken;
    }
    taken.push(client);
  }
}

/** Ours are ended, and find no room when they come again. */
async function fullPool({ postgres: { url }, database }: Parts): Promise<void> {
  await database.refuse();
  const taken = await takeAll(url);
  await database.open();
  await pause(20_000);
  await Promise.all(taken.map((client) => client.end()));
}

async function relayRefuses(relay: Relay): Promise<void> {
  await relay.refuse();
  await pause(20_000);
  await relay.open();
}

export const FAULTS: Fault[] = [
  {
    name: 'PostgreSQL stopped at once for 30 s',
    run: async ({ postgres }) => {
      await postgres.halt();
      await pause(30_000);
      await postgres.resume();
    },
  },
  {
    name: 'PostgreSQL read-only for 20 s',
    run: async ({ postgres }) => {
      await readOnly(postgres, 'on');
      await pause(20_000);
      await readOnly(postgres, 'off');
    },
  },
  {
    name: 'PostgreSQL 500 ms slower a statement for 30 s',
    run: async ({ database }) => {
      database.delay(500);
      await pause(30_000);
      database.delay(0);
    },
  },
  {
    name: 'connections to PostgreSQL refused for 20 s',
    run: ({ database }) => relayRefuses(database),
  },
  {
    name: 'PostgreSQL vanished without a word for 60 s, and its connections for good',
    run: async ({ database }) => {
      database.silence();
      await pause(60_000);
      database.hear();
    },
  },
  { name: 'every connection of PostgreSQL taken for 20 s', run: fullPool },
  { name: 'S3 refusing connections for 20 s', run: ({ store }) => relayRefuses(store) },
  s3Fault('S3 answering 503 for 20 s', { status: 503 }),
  s3Fault('S3 breaking off half way for 20 s', { isCutting: true }),
  s3Fault('S3 2 s slower for 20 s', { slowMs: 2_000 }),
  {
    name: `a worker killed ${KILLS} times`,
    run: async ({ killWorker }) => {
      for (let kill = 0; kill < KILLS; kill += 1) {
        await killWorker(kill);
        await pause(KILL_EVERY_MS);
      }
    },
  },
];
