import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDatabase, queryServer } from '@/lib/testing/create-database';
import { testServer } from '@/lib/testing/postgres';
import { openDatabase } from './open';

// Processes of the next version, for real: it has a migration that runs online and ends when a snapshot does.
const NAME = '29990101000000_lengths';
const MIGRATION = `-- online
ALTER TABLE "Tag" ADD COLUMN IF NOT EXISTS "length" INTEGER;

INSERT INTO "Ran" VALUES (1);

CREATE INDEX CONCURRENTLY IF NOT EXISTS "Tag_length_idx" ON "Tag"("length");
`;
const TIMEOUT_MS = 90_000;
const PATIENCE = { timeout: 45_000, interval: 50 };

let server: Awaited<ReturnType<typeof testServer>>;
const name = (part: string | number) => `suncode_together_${process.pid}_${part}`;
beforeAll(async () => {
  server = await testServer();
  const template = await createDatabase(server.url, name('template'));
  await (await openDatabase({ databaseUrl: template })).close();
  await queryServer(template, 'CREATE TABLE "Ran" ("id" INTEGER)');
}, TIMEOUT_MS);
afterAll(async () => {
  await queryServer(server.url, `DROP DATABASE "${name('template')}" WITH (FORCE)`);
  await server.stop();
});

let url: string;
let holder: pg.Client;
let count = 0;
const started: ChildProcess[] = [];
beforeEach(async () => {
  count += 1;
  url = await createDatabase(server.url, name(count), name('template'));
  // An index that is made concurrently waits for whoever looks at the time before it.
  holder = new pg.Client({ connectionString: url });
  await holder.connect();
  await holder.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  await holder.query('SELECT 1');
}, TIMEOUT_MS);
afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  await holder.end();
  await queryServer(server.url, `DROP DATABASE "${name(count)}" WITH (FORCE)`);
});

/** @returns a folder with the migrations of this version and one more */
function nextVersion(script: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'suncode-next-version-'));
  cpSync('prisma', join(folder, 'prisma'), { recursive: true });
  mkdirSync(join(folder, 'prisma/migrations', NAME));
  writeFileSync(join(folder, 'prisma/migrations', NAME, 'migration.sql'), script);
  return folder;
}

type Start = { child: ChildProcess; said: string[]; code: Promise<number | null> };

function start(script = MIGRATION): Start {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const child = spawn(process.execPath, ['--import', tsx, resolve('lib/testing/open-database.ts'), url], {
    cwd: nextVersion(script),
    env: { ...process.env, TSX_TSCONFIG_PATH: resolve('scripts/tsconfig.json') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => said.push(...String(chunk).trim().split('\n')));
  return { child, said, code: new Promise((done) => child.once('close', done)) };
}

const waits = ({ said }: Start) => said.filter((line) => line.startsWith('Waiting for another'));
const works = ({ said }: Start) => said.filter((line) => line.startsWith('The tables are being'));

const INDEX = `SELECT indexrelid, indisvalid FROM pg_index WHERE indexrelid = to_regclass('"Tag_length_idx"')`;
const BUILDERS = 'SELECT pid FROM pg_stat_progress_create_index WHERE datname = current_database()';

const building = () =>
  vi.waitFor(async () => {
    expect(await queryServer(url, INDEX)).toMatchObject([{ indisvalid: false }]);
    expect(await queryServer(url, BUILDERS)).toHaveLength(1);
  }, PATIENCE);

async function expectDone(): Promise<void> {
  expect(await queryServer(url, INDEX)).toMatchObject([{ indisvalid: true }]);
  expect(await queryServer(url, 'SELECT * FROM "Ran"')).toHaveLength(1);
  const ledger = `SELECT "finished_at" IS NOT NULL AS done, "applied_steps_count" AS steps FROM "_prisma_migrations"`;
  expect(await queryServer(url, `${ledger} WHERE "migration_name" = '${NAME}'`)).toEqual([
    { done: true, steps: 3 },
  ]);
}

describe('processes that start with an online migration to be made', { timeout: TIMEOUT_MS }, () => {
  test('at once: one makes it, the other waits for longer than it would for a dead one, says so, and goes on', async () => {
    const both = [start(), start()];
    await building();
    await vi.waitFor(() => expect(both.flatMap(waits).length).toBeGreaterThan(10), PATIENCE);
    const [waiting] = both.filter((one) => waits(one).length > 0);
    expect(waiting && works(waiting)).toEqual([]);
    expect(waiting?.said.at(-1)).toContain('(index "Tag_length_idx", waiting for');
    // Whoever makes an index would wait for the end of a transaction of whoever waits for it.
    const open = `SELECT query FROM pg_stat_activity WHERE datname = current_database() AND pid <> ${Reflect.get(holder, 'processID')}
      AND state = 'idle in transaction' AND xact_start < clock_timestamp() - interval '2 s' AND query NOT LIKE 'SET LOCAL idle%'`;
    expect(await queryServer(url, open)).toEqual([]);
    await holder.query('COMMIT');
    expect(await Promise.all(both.map(({ code }) => code))).toEqual([0, 0]);
    expect(both.map(({ said }) => said.at(-1))).toEqual(['open', 'open']);
    await expectDone();
  });

  test('beside one that stands still: it loses its place, and does nothing more when it wakes up', async () => {
    const stopped = start();
    await building();
    // It waits before the other one stands still, which a slow machine could find out before it looks.
    const next = start();
    await vi.waitFor(() => expect(waits(next).length).toBeGreaterThan(0), PATIENCE);
    expect(works(next)).toEqual([]);
    stopped.child.kill('SIGSTOP');
    await vi.waitFor(() => expect(works(next).length).toBeGreaterThan(1), PATIENCE);
    await holder.query('COMMIT');
    expect(await next.code, next.said.join('\n')).toBe(0);
    stopped.child.kill('SIGCONT');
    expect(await stopped.code).toBe(1);
    await expectDone();
  });

  test('after one that was killed in the middle of an index, which the server goes on with: it is waited for', async () => {
    const killed = start();
    await building();
    killed.child.kill('SIGKILL');
    await killed.code;
    const next = start();
    await vi.waitFor(() => expect(works(next).length).toBeGreaterThan(4), PATIENCE);
    const [{ indexrelid } = {}] = await queryServer(url, INDEX);
    await holder.query('COMMIT');
    expect(await next.code, next.said.join('\n')).toBe(0);
    await expectDone();
    expect(await queryServer(url, INDEX)).toMatchObject([{ indexrelid }]);
  });

  test('after one that was killed together with its statement: the half-made index makes way for a whole one', async () => {
    const killed = start();
    await building();
    killed.child.kill('SIGKILL');
    await queryServer(url, `SELECT pg_terminate_backend(pid) FROM (${BUILDERS}) AS "builder"`);
    await killed.code;
    const [{ indexrelid } = {}] = await queryServer(url, INDEX);
    await holder.query('COMMIT');
    const next = start();
    expect(await next.code, next.said.join('\n')).toBe(0);
    await expectDone();
    expect(await queryServer(url, INDEX)).not.toMatchObject([{ indexrelid }]);
  });
});

const PLAIN = `ALTER TABLE "Tag" ADD COLUMN "length" INTEGER;

INSERT INTO "Ran" VALUES (1);
`;
const AT_IT = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%ADD COLUMN "length"%' AND wait_event_type = 'Lock'`;

test.each([
  ['goes on with', ''],
  ['has ended', `SELECT pg_terminate_backend(pid) FROM (${AT_IT}) AS "script"`],
])(
  'a plain migration whose process was killed, which the server %s, is made once and whole',
  async (_, end) => {
    await holder.query('LOCK TABLE "Ran" IN EXCLUSIVE MODE');
    const killed = start(PLAIN);
    await vi.waitFor(async () => expect(await queryServer(url, AT_IT)).toHaveLength(1), PATIENCE);
    killed.child.kill('SIGKILL');
    await killed.code;
    if (end) await queryServer(url, end);
    const next = start(PLAIN);
    await vi.waitFor(() => expect(works(next).length).toBeGreaterThan(4), PATIENCE);
    await holder.query('COMMIT');
    expect(await next.code, next.said.join('\n')).toBe(0);
    expect(await queryServer(url, 'SELECT * FROM "Ran"')).toHaveLength(1);
    expect(await queryServer(url, 'SELECT "length" FROM "Tag"')).toEqual([]);
  },
  TIMEOUT_MS,
);
