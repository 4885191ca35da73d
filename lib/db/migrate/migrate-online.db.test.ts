import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { openPglite } from '@/lib/db/pglite';
import { copyTemplate } from '@/lib/testing/database';
import { applyInTurn, migrate, migrationList } from './migrate';

type Rows = unknown[];
type Open = {
  factory: SqlMigrationAwareDriverAdapterFactory;
  query: (sql: string) => Promise<Rows>;
  close: () => Promise<void>;
};

async function open(): Promise<Open> {
  const copy = await copyTemplate();
  if ('databaseUrl' in copy) {
    const pool = new pg.Pool({ connectionString: copy.databaseUrl });
    // As `underLock` does while it migrates: an open transaction that took a lock and looks at nothing.
    const holder = new pg.Client({ connectionString: copy.databaseUrl });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT pg_try_advisory_xact_lock(1)');
    const close = async () => {
      await holder.end();
      await pool.end();
    };
    return { factory: new PrismaPg(pool), query: async (sql) => (await pool.query(sql)).rows, close };
  }
  const pglite = await openPglite(`${copy.dataDir}/db`);
  const query = async (sql: string) => (await pglite.access.executeSql(sql)).rows;
  return { factory: pglite.adapter, query, close: pglite.close };
}

const ROWS = 23;
const ONLINE = `-- online: as people work
ALTER TABLE "Tag" ADD COLUMN IF NOT EXISTS "length" INTEGER;

CREATE TABLE IF NOT EXISTS "Touched" ("id" TEXT);

-- portions of 5 by "Tag"."id"
UPDATE "Tag" SET "length" = length("name") WHERE "id" > $from AND "id" <= $to;

CREATE INDEX CONCURRENTLY IF NOT EXISTS "Tag_length_idx" ON "Tag"("length");
`;
const AFTER = `ALTER TABLE "Tag" ALTER COLUMN "length" SET NOT NULL;`;
const NAME = '29990101000000_lengths';
const LATER = '29990102000000_not_null';

function listWith(...more: [path: string, value: string][]) {
  const list = migrationList();
  const added = more.map(([path, value]) => ({
    path,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } },
  }));
  return { ...list, migrationDirectories: [...list.migrationDirectories, ...added] };
}
const LIST = listWith([NAME, ONLINE], [LATER, AFTER]);
const KNOWN = new Set(migrationList().migrationDirectories.map(({ path }) => path));

/** A process that is killed before its `left`th change, and says nothing more. */
function dying(
  factory: SqlMigrationAwareDriverAdapterFactory,
  left: number,
): SqlMigrationAwareDriverAdapterFactory {
  return {
    ...{ provider: factory.provider, adapterName: factory.adapterName },
    connectToShadowDb: () => factory.connectToShadowDb(),
    connect: async () => {
      const adapter = await factory.connect();
      const { executeRaw } = adapter;
      adapter.executeRaw = async (query) => {
        if (left === 0) throw new Error('killed');
        left -= 1;
        return executeRaw.call(adapter, query);
      };
      return adapter;
    },
  };
}

/** A process that is killed behind a script, before it has noted anything. */
function dyingBehind(
  factory: SqlMigrationAwareDriverAdapterFactory,
  script: string,
): SqlMigrationAwareDriverAdapterFactory {
  let isDead = false;
  return {
    ...dying(factory, Infinity),
    connect: async () => {
      const adapter = await factory.connect();
      const { executeRaw, queryRaw, executeScript } = adapter;
      const unlessDead = <T>(work: () => Promise<T>) =>
        isDead ? Promise.reject(new Error('killed')) : work();
      adapter.executeRaw = (query) => unlessDead(() => executeRaw.call(adapter, query));
      adapter.queryRaw = (query) => unlessDead(() => queryRaw.call(adapter, query));
      adapter.executeScript = async (sql) => {
        await unlessDead(() => executeScript.call(adapter, sql));
        isDead = sql.endsWith(script);
      };
      return adapter;
    },
  };
}

let database: Open;
beforeEach(async () => {
  database = await open();
  await database.query(
    `INSERT INTO "Tag" ("id", "name", "nameKey", "color") SELECT 'tag-' || i, repeat('x', i), i, 'red' FROM generate_series(1, ${ROWS}) i`,
  );
});
afterEach(() => database.close());

async function expectDone(): Promise<void> {
  expect(
    await database.query(`SELECT count(*)::int AS n FROM "Tag" WHERE "length" = length("name")`),
  ).toEqual([{ n: ROWS }]);
  expect(
    await database.query(`SELECT indisvalid FROM pg_index WHERE indexrelid = '"Tag_length_idx"'::regclass`),
  ).toEqual([{ indisvalid: true }]);
  const ledger = `SELECT "finished_at" IS NOT NULL AS done, "logs", "applied_steps_count" AS steps FROM "_prisma_migrations"`;
  expect(await database.query(`${ledger} WHERE "migration_name" = '${NAME}'`)).toEqual([
    { done: true, logs: null, steps: 4 },
  ]);
}

describe(`an online migration on ${inject('databaseTemplate').kind}`, () => {
  test('runs in its turn, beside the open transaction of who migrates, and Prisma takes it for applied', async () => {
    expect(await applyInTurn(database.factory, LIST, KNOWN)).toEqual([NAME, LATER]);
    await expectDone();
    expect(await applyInTurn(database.factory, LIST, new Set([...KNOWN, NAME, LATER]))).toEqual([]);
    // This version does not know it: the database is that of a newer one.
    await expect(migrate(database.factory)).rejects.toMatchObject({ name: 'DatabaseStartError' });
  });

  test('goes on where it was killed, wherever that was, and begins nothing anew', async () => {
    await database.query(`
      CREATE TABLE "Touches" ("id" TEXT);
      CREATE FUNCTION touch() RETURNS trigger AS $$ BEGIN INSERT INTO "Touches" VALUES (NEW."id"); RETURN NEW; END $$ LANGUAGE plpgsql;
      CREATE TRIGGER touched AFTER UPDATE ON "Tag" FOR EACH ROW EXECUTE FUNCTION touch();`);
    let kills = 0;
    // Two changes more each time: one that is done again, and the next.
    while (
      await applyInTurn(dying(database.factory, 2), LIST, KNOWN).then(
        () => false,
        (error: unknown) => String(error).includes('killed'),
      )
    )
      kills += 1;
    expect(kills).toBeGreaterThan(5);
    await applyInTurn(database.factory, LIST, new Set([...KNOWN, NAME]));
    await expectDone();
    // A portion whose end could not be written down is done again, and no other.
    expect(await database.query(`SELECT count(*) <= ${2 * ROWS} AS few FROM "Touches"`)).toEqual([
      { few: true },
    ]);
  });

  test('makes an index anew that was cut off while it was made', async () => {
    await database.query(`ALTER TABLE "Tag" ADD COLUMN "length" INTEGER DEFAULT 1`);
    // Not unique, which it finds out at the end: what is left is the same as after a kill.
    await expect(
      database.query(`CREATE UNIQUE INDEX CONCURRENTLY "Tag_length_idx" ON "Tag"("length")`),
    ).rejects.toThrow();
    await applyInTurn(database.factory, LIST, KNOWN);
    await expectDone();
  });

  test('is not the only kind that may be killed: a plain one notes its end with itself', async () => {
    const plain = `ALTER TABLE "Tag" ADD COLUMN "length" INTEGER;`;
    const list = listWith([NAME, plain]);
    await expect(applyInTurn(dyingBehind(database.factory, plain), list, KNOWN)).rejects.toThrow();
    const ledger = `SELECT "finished_at" IS NOT NULL AS done FROM "_prisma_migrations" WHERE "migration_name" = '${NAME}'`;
    expect(await database.query(ledger)).toEqual([{ done: true }]);
    expect(await applyInTurn(database.factory, list, new Set([...KNOWN, NAME]))).toEqual([]);
  });
});
