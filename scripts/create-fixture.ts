import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';

// `npm run db:fixture -- 0.2.0`, when a version is tagged: a backup of a small installation of this version, with something in each
// table. `lib/testing/fixtures/upgrades.db.test.ts` restores each of them and brings it up to date, now and with every version to come.
const version = process.argv[2];
if (!version || !/^\d+\.\d+\.\d+$/.test(version)) throw new Error('Usage: npm run db:fixture -- <version>');
const folder = mkdtempSync(join(tmpdir(), 'suncode-fixture-'));
// The keys of tests (`lib/testing/environment.ts`), before anything reads the environment.
Object.assign(process.env, {
  DATA_DIR: folder,
  ENCRYPTION_KEY: '0123456789abcdef'.repeat(4),
  AUTH_SECRET: 'a-secret-for-tests-that-is-worth-nothing',
  SANDBOX: 'on',
  LOG_LEVEL: 'error',
});
for (const name of ['DATABASE_URL', 'STORAGE_URL', 'BACKUP_PASSPHRASE']) delete process.env[name];

const { openDatabase } = await import('@/lib/db/opening/open');
const { checkInstallation } = await import('@/lib/setup/identity');
const { createBackup } = await import('@/lib/backup/create');
const { fillInstallation } = await import('@/lib/testing/fixtures/fill');

const database = await openDatabase({ dataDir: folder });
try {
  await checkInstallation(database);
  await fillInstallation(database);
  const file = `prisma/fixtures/${version}.tar.gz`;
  const backup = await buffer(Readable.from(createBackup(database, null)));
  writeFileSync(file, gzipSync(backup, { level: 9 }), { flag: 'wx' });
  console.log(`Wrote ${file}. It is kept for ever, as it is.`);
} finally {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
}
