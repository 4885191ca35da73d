import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TurnQueue } from '@/lib/jobs/queue';
import { withoutSecrets } from '@/lib/redaction';
import { testServer } from '@/lib/testing/postgres';
import { startPooler } from '@/lib/testing/stand-ins/session-pooler';
import { openDatabase } from './open';
import type { Patience } from './preparing';

// What somebody reads whose DATABASE_URL does not work: the cause that was seen, and what to do.
const TIMEOUT_MS = 60_000;
const PASSWORD = 'canary of a password';

let server: Awaited<ReturnType<typeof testServer>>;
const made: string[] = [];

async function run(url: string, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const sql of statements) rows = (await client.query<Record<string, unknown>>(sql)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

function address(
  change: Partial<Pick<URL, 'username' | 'password' | 'hostname' | 'port' | 'pathname' | 'search'>>,
) {
  return Object.assign(new URL(server.url), change).href;
}

async function newDatabase(more = ''): Promise<{ name: string; url: string }> {
  const name = `suncode_start_${randomBytes(4).toString('hex')}`;
  await run(server.url, `CREATE DATABASE "${name}" ${more}`);
  made.push(`DROP DATABASE "${name}" WITH (FORCE)`);
  return { name, url: address({ pathname: `/${name}` }) };
}

/** Somebody who may sign in and nothing else. */
async function newRole(): Promise<string> {
  const name = `suncode_start_${randomBytes(4).toString('hex')}`;
  await run(server.url, `CREATE ROLE "${name}" LOGIN PASSWORD '${PASSWORD}'`);
  made.push(`DROP ROLE "${name}"`);
  return name;
}

async function start(databaseUrl: string, patience: Partial<Patience> = {}): Promise<void> {
  const database = await openDatabase({ databaseUrl, patience });
  const queue = await TurnQueue.open(database, { alone: false });
  await queue.offer(['0197a000-0000-7000-8000-000000000000']);
  await queue.close();
  await database.close();
}

async function refusalOf(databaseUrl: string, patience?: Partial<Patience>): Promise<string> {
  const error: unknown = await start(databaseUrl, patience).then(
    () => new Error('it started'),
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ name: 'DatabaseStartError' });
  const text = error instanceof Error ? error.message : '';
  expect(text).not.toContain('canary');
  expect(withoutSecrets(text), 'nothing of the sentence is taken for a secret').toBe(text);
  return text;
}

beforeAll(async () => {
  server = await testServer();
}, TIMEOUT_MS);
afterAll(async () => {
  for (const sql of made) await run(server.url, sql);
  await server.stop();
}, TIMEOUT_MS);

describe('a server that is there', () => {
  test('says which of user, password and database it does not know', async () => {
    expect(await refusalOf(address({ password: 'canary' }))).toMatch(
      /refused the user "postgres" with this password/,
    );
    expect(await refusalOf(address({ password: '' }))).toMatch(
      /asks for a password, and DATABASE_URL has none/,
    );
    expect(await refusalOf(address({ pathname: '/nowhere' }))).toMatch(/has no database "nowhere"/);
    expect(await refusalOf(address({ search: '?sslmode=verify-full&sslrootcert=/nowhere/ca.pem' }))).toMatch(
      /names a file that cannot be read: .*\/nowhere\/ca.pem/,
    );
  });

  test(
    'tells what the owner has to run, once, for a user without rights; that is enough for good',
    async () => {
      const [{ name, url }, role] = [await newDatabase(), await newRole()];
      const poor = address({ pathname: `/${name}`, username: role, password: PASSWORD });
      const statements = (await refusalOf(poor)).split('\n  ').slice(1);
      expect(statements).toEqual([
        `GRANT USAGE, CREATE ON SCHEMA "public" TO "${role}";`,
        'CREATE EXTENSION pg_trgm;',
        `CREATE SCHEMA pgboss AUTHORIZATION "${role}";`,
      ]);
      await run(url, ...statements);
      await start(poor);
      await start(poor);

      const other = await newRole();
      await run(
        url,
        `GRANT ALL ON SCHEMA public TO "${other}"`,
        `GRANT ALL ON DATABASE "${name}" TO "${other}"`,
      );
      expect(
        await refusalOf(address({ pathname: `/${name}`, username: other, password: PASSWORD })),
      ).toContain(`belong to the user ${role}, not to "${other}"`);
    },
    TIMEOUT_MS,
  );

  test(
    'names a database that is closed to the user, read-only, in a small encoding or with pg_trgm out of sight',
    async () => {
      const [closed, readOnly, hidden, role] = [
        await newDatabase(),
        await newDatabase(),
        await newDatabase(),
        await newRole(),
      ];
      const latin = await newDatabase("ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
      await run(server.url, `REVOKE CONNECT ON DATABASE "${closed.name}" FROM public`);
      await run(server.url, `ALTER DATABASE "${readOnly.name}" SET default_transaction_read_only = on`);
      await run(hidden.url, 'CREATE SCHEMA ext', 'CREATE EXTENSION pg_trgm SCHEMA ext');
      const asRole = address({ pathname: `/${closed.name}`, username: role, password: PASSWORD });
      expect(await refusalOf(asRole)).toContain(`GRANT CONNECT ON DATABASE "${closed.name}" TO "${role}"`);
      expect(await refusalOf(readOnly.url)).toMatch(/is read-only here/);
      expect(await refusalOf(latin.url)).toMatch(/has the encoding LATIN1/);
      const [, statement] = (await refusalOf(hidden.url)).split('\n  ');
      await run(hidden.url, statement ?? '');
      await start(hidden.url);
      await run(server.url, `ALTER ROLE postgres IN DATABASE "${hidden.name}" RESET ALL`);
    },
    TIMEOUT_MS,
  );

  test(
    'is prepared by one process at a time; the next one says that it waits, and gives up with a sentence',
    async () => {
      const { url } = await newDatabase();
      const holder = new pg.Client({ connectionString: url });
      await holder.connect();
      await holder.query('BEGIN');
      await holder.query('SELECT pg_advisory_xact_lock($1)', [0x73756e63]);
      const lines: string[] = [];
      const patience = { say: (line: string) => void lines.push(line), sayEveryMs: 100, waitMs: 1_000 };
      expect(await refusalOf(url, patience)).toMatch(
        /has been preparing this database and has shown no life for 1 seconds/,
      );
      expect(new Set(lines)).toEqual(
        new Set(['Waiting for another Suncode process that is preparing the database…']),
      );
      await holder.end();
      await Promise.all([start(url), start(url)]);
    },
    TIMEOUT_MS,
  );

  test(
    'may stand behind a pool that keeps sessions: nothing of a start is left in them, and the next start works',
    async () => {
      const { url } = await newDatabase();
      const pooler = await startPooler(url);
      await start(pooler.url);
      const locks =
        "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
      expect(await run(url, locks)).toEqual([]);
      await start(pooler.url);
      await pooler.stop();
    },
    TIMEOUT_MS,
  );
});

describe('what listens instead of a server', () => {
  const sockets = new Set<Socket>();
  const listeners: ReturnType<typeof createServer>[] = [];

  /** @param answer what is sent to every message; null closes, '' says nothing */
  async function stub(answer: Buffer | string | null): Promise<string> {
    const listener = createServer((socket) => {
      sockets.add(socket.on('error', () => undefined));
      socket.on('data', () => (answer === null ? socket.destroy() : answer && socket.write(answer)));
    }).listen(0, '127.0.0.1');
    listeners.push(listener);
    await once(listener, 'listening');
    const bound = listener.address();
    return `postgresql://suncode:canary@127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}/codes`;
  }

  function errorResponse(code: string, message: string): Buffer {
    const body = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`);
    const head = Buffer.alloc(5, 'E');
    head.writeInt32BE(body.length + 4, 1);
    return Buffer.concat([head, body]);
  }

  afterAll(() => {
    for (const socket of sockets) socket.destroy();
    for (const listener of listeners) listener.close();
  });

  test.each([
    [
      '57P03',
      'the database system is starting up',
      /takes no connections now \(the database system is starting up\)/,
    ],
    [
      '53300',
      'sorry, too many clients already',
      /gives no more connections \(sorry, too many clients already\)/,
    ],
    ['28000', 'role "suncode" does not exist', /has no user "suncode"/],
    [
      '28000',
      'no pg_hba.conf entry for host "1.2.3.4", user "suncode", database "codes", no encryption',
      /If it wants TLS, add \?sslmode=.*pg_hba\.conf\./,
    ],
    [
      '28000',
      'pg_hba.conf rejects connection for host "1.2.3.4", user "suncode", database "codes", SSL encryption',
      /^(?!.*sslmode).*pg_hba\.conf\.$/,
    ],
    ['08P01', 'no such database: codes', /pooler at .* refused the connection \(no such database: codes\)/],
    ['08P01', 'database "codes" does not exist', /has no database "codes"/],
    ['08P01', 'password authentication failed', /refused the user "suncode" with this password/],
    ['08P01', 'unsupported startup parameter: options', /ignore_startup_parameters/],
    ['XX000', 'something unheard of', /could not be used: something unheard of \(XX000\)\.$/],
  ])('%s %s', async (code, message, sentence) => {
    expect(await refusalOf(await stub(errorResponse(code, message)))).toMatch(sentence);
  });

  test('nothing, nobody and somebody else are told apart', async () => {
    expect(await refusalOf('postgresql://suncode:canary@127.0.0.1:9/codes')).toMatch(
      /Nothing accepts connections/,
    );
    expect(await refusalOf('postgresql://suncode:canary@db.suncode.invalid/codes')).toMatch(
      /There is no host "db.suncode.invalid"|could not be looked up/,
    );
    expect(await refusalOf(await stub(null))).toMatch(/ended the connection without an answer of PostgreSQL/);
    const lines: string[] = [];
    const patience = { say: (line: string) => void lines.push(line), sayEveryMs: 100, connectMs: 500 };
    expect(await refusalOf(await stub(''), patience)).toMatch(/did not answer in time/);
    expect(lines[0]).toMatch(/^Waiting for PostgreSQL at 127\.0\.0\.1:\d+ to answer…$/);
  });
});
