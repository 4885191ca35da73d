import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '@/lib/db/migrate/migrate';
import { createDatabase, queryServer } from './create-database';
import { createEmptyDatabase } from './empty-database';
import { testServer } from './postgres';

/** What a test file copies for a database of its own: a migrated PGlite folder, or a migrated database on a server. */
type Template =
  | { kind: 'pglite'; folder: string }
  | { kind: 'postgres'; adminUrl: string; prefix: string; database: string };

declare module 'vitest' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- module augmentation merges interfaces only
  interface ProvidedContext {
    databaseTemplate: Template;
  }
}

type Prepared = { template: Template; teardown: () => Promise<void> };

async function preparePglite(): Promise<Prepared> {
  const folder = mkdtempSync(join(tmpdir(), 'suncode-test-template-'));
  const teardown = async () => rmSync(folder, { recursive: true, force: true });
  try {
    await createEmptyDatabase(folder);
  } catch (error) {
    await teardown();
    throw error;
  }
  return { template: { kind: 'pglite', folder }, teardown };
}

async function dropDatabases(adminUrl: string, prefix: string): Promise<void> {
  const rows = await queryServer(
    adminUrl,
    `SELECT datname FROM pg_database WHERE starts_with(datname, '${prefix}')`,
  );
  for (const { datname } of rows)
    await queryServer(adminUrl, `DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
}

/** PostgreSQL copies a database only while nobody is connected to it, so the pool is ours to end. */
async function createTemplate(adminUrl: string, database: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: await createDatabase(adminUrl, database) });
  await migrate(new PrismaPg(pool)).finally(() => pool.end());
}

async function preparePostgres(): Promise<Prepared> {
  const { url: adminUrl, stop } = await testServer();
  const prefix = `suncode_test_${randomBytes(4).toString('hex')}_`;
  const database = `${prefix}template`;
  const teardown = () => dropDatabases(adminUrl, prefix).finally(stop);
  try {
    await createTemplate(adminUrl, database);
  } catch (error) {
    await teardown();
    throw error;
  }
  return { template: { kind: 'postgres', adminUrl, prefix, database }, teardown };
}

/**
 * Once per run of the database tests. TEST_DATABASE=postgres runs them on a PostgreSQL server, that of
 * TEST_DATABASE_URL or one of our own, in databases named `suncode_test_…`; otherwise they run on PGlite.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { template, teardown } = await (process.env.TEST_DATABASE === 'postgres'
    ? preparePostgres()
    : preparePglite());
  project.provide('databaseTemplate', template);
  return teardown;
}
