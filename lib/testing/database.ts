import { randomBytes } from 'node:crypto';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, inject } from 'vitest';
import type { Database } from '@/lib/db/client';
import { openDatabase } from '@/lib/db/opening/open';
import { env } from '@/lib/env';
import { createDatabase } from './create-database';

export type DatabaseCopy = { databaseUrl: string } | { dataDir: string };

/** An empty, migrated database for this test file, for `openDatabase`. */
export async function copyTemplate(): Promise<DatabaseCopy> {
  const template = inject('databaseTemplate');
  if (template.kind === 'postgres') {
    const { adminUrl, database, prefix } = template;
    const name = `${prefix}${randomBytes(4).toString('hex')}`;
    return { databaseUrl: await createDatabase(adminUrl, name, database) };
  }
  const dataDir = env().DATA_DIR;
  cpSync(template.folder, join(dataDir, 'db'), { recursive: true });
  return { dataDir };
}

/**
 * Gives the test file an empty, migrated database of its own, which `db()` then finds. Call it at the top of a
 * `*.db.test.ts`, after whatever changes the environment in `beforeAll` (see `useWeChat`).
 * @returns gives the open database, for what is handed it at the start of a process
 */
export function useDatabase(): () => Database {
  let database: Database | undefined;
  beforeAll(async () => {
    database = await openDatabase(await copyTemplate());
  });
  afterAll(() => database?.close());
  return () => {
    if (!database) throw new Error('the database of this test file is not open yet');
    return database;
  };
}
