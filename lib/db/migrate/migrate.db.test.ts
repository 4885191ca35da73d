import { PrismaPg } from '@prisma/adapter-pg';
import { describe, expect, inject, test } from 'vitest';
import { copyTemplate } from '@/lib/testing/database';
import { migrate, migrationList } from './migrate';
import pg from 'pg';
import { openPglite } from '@/lib/db/pglite';

type Ledger = {
  execute: (sql: string) => Promise<unknown>;
  migrate: () => Promise<string[]>;
  close: () => Promise<void>;
};

/** A migrated database that nothing but this test has opened. */
async function open(): Promise<Ledger> {
  const copy = await copyTemplate();
  if ('databaseUrl' in copy) {
    const pool = new pg.Pool({ connectionString: copy.databaseUrl });
    return {
      execute: (sql) => pool.query(sql),
      migrate: () => migrate(new PrismaPg(pool)),
      close: () => pool.end(),
    };
  }
  const pglite = await openPglite(`${copy.dataDir}/db`);
  return { execute: pglite.access.executeSql, migrate: () => migrate(pglite.adapter), close: pglite.close };
}

const last = migrationList().migrationDirectories.at(-1)?.path ?? '';

describe(`migrations on ${inject('databaseTemplate').kind}`, () => {
  test('are applied once, noticed when one is missing, and refused while one is broken', async () => {
    const database = await open();
    try {
      expect(await database.migrate()).toEqual([]);
      // Half a migration that somebody else's start left.
      await database.execute(
        `UPDATE "_prisma_migrations" SET "finished_at" = NULL WHERE "migration_name" = '${last}'`,
      );
      await expect(database.migrate()).rejects.toThrow(last);
      await database.execute(
        `UPDATE "_prisma_migrations" SET "rolled_back_at" = now() WHERE "migration_name" = '${last}'`,
      );
      await expect(database.migrate()).rejects.toThrow();
    } finally {
      await database.close();
    }
  });

  test('are refused to a version older than the database, which changes nothing there', async () => {
    const database = await open();
    try {
      await database.execute(
        `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count")
         VALUES ('later', '', '29990101000000_of_a_later_version', now(), 1)`,
      );
      // Work for this version too: it must not begin with it.
      await database.execute(`DELETE FROM "_prisma_migrations" WHERE "migration_name" = '${last}'`);
      await expect(database.migrate()).rejects.toMatchObject({
        name: 'DatabaseStartError',
        message: expect.stringMatching(
          /newer version of Suncode.*29990101000000_of_a_later_version.*restore a backup/s,
        ),
      });
      // Taken back, it is as if it had never been.
      await database.execute(`UPDATE "_prisma_migrations" SET "rolled_back_at" = now() WHERE "id" = 'later'`);
      await expect(database.migrate()).rejects.not.toThrow(/newer version/);
    } finally {
      await database.close();
    }
  });
});
