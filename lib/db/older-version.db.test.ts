import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { describe, expect, inject, test } from 'vitest';
import { env } from '@/lib/env';
import { copyTemplate, type DatabaseCopy } from '@/lib/testing/database';
import { openPglite } from './pglite';

const LATER = '29990101000000_of_a_later_version';
const LEDGER = `
  INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count")
  VALUES ('later', '', '${LATER}', now(), 1)`;

/** A database that the next version has been at. */
async function ofLaterVersion(): Promise<DatabaseCopy> {
  const copy = await copyTemplate();
  if ('databaseUrl' in copy) {
    const client = new pg.Client({ connectionString: copy.databaseUrl });
    await client.connect();
    await client.query(LEDGER).finally(() => client.end());
    return copy;
  }
  const pglite = await openPglite(`${copy.dataDir}/db`);
  await pglite.access.executeSql(LEDGER).finally(pglite.close);
  return copy;
}

async function run(copy: DatabaseCopy, args: string[]): Promise<{ code: number | null; said: string }> {
  const place = 'databaseUrl' in copy ? { DATABASE_URL: copy.databaseUrl } : { DATA_DIR: copy.dataDir };
  const { DATA_DIR } = env();
  const child = spawn(process.execPath, ['--import', 'tsx', '--import', './scripts/before.ts', ...args], {
    env: { ...process.env, TSX_TSCONFIG_PATH: 'scripts/tsconfig.json', DATA_DIR, ...place },
  });
  const code = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [said, more] = await Promise.all([text(child.stderr), text(child.stdout)]);
  return { code: await code, said: said + more };
}

/** The embedded database has no workers beside it. The server itself opens it as these do (`scripts/serve.ts`), once it is built. */
const COMMANDS = [
  ['scripts/admin.ts', 'create-admin', 'a@suncode.test'],
  ['scripts/backup.ts', '/nowhere/suncode.tar'],
  ...(inject('databaseTemplate').kind === 'postgres' ? [['scripts/worker.ts']] : []),
];

describe(`what is older than its database on ${inject('databaseTemplate').kind}`, () => {
  test.each(COMMANDS)('%s does not start, and says in a sentence why', async (...args) => {
    const { code, said } = await run(await ofLaterVersion(), args);
    expect(said).toContain('This database was changed by a newer version of Suncode than this one');
    expect(said).toContain(LATER);
    expect(said).not.toContain('    at ');
    expect(code).toBe(1);
  });
});
