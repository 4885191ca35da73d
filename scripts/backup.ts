import { createWriteStream, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BackupError } from '@/lib/backup/archive';
import { createBackup } from '@/lib/backup/create';
import { askForBackup } from '@/lib/backup/local-door';
import { openDatabase } from '@/lib/db/opening/open';
import { env } from '@/lib/env';
import { checkInstallation } from '@/lib/setup/identity';

import { failStart } from './start-failure';

// `npm run backup -- <file>`: everything in one file, while Suncode runs or while it is stopped.
const USAGE = `Usage: npm run backup -- <file.tar>
  Everything in one file: rows, pictures, settings; while Suncode runs, or while it is stopped. With BACKUP_PASSPHRASE (12 to 200
  characters) in the environment the keys are in it too, sealed by it; without it they are left out, and AppSecrets can only be
  read where the same keys are.`;

function passphraseOf(): string | null {
  const { BACKUP_PASSPHRASE } = env();
  return BACKUP_PASSPHRASE ?? null;
}

async function writeTo(file: string, chunks: Readable): Promise<void> {
  // Under another name until it is whole: what has the name can be trusted.
  const part = `${file}.part`;
  try {
    await pipeline(chunks, createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true }));
    renameSync(part, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
      rmSync(part, { force: true });
    throw error;
  }
}

async function backUp(file: string): Promise<void> {
  if (existsSync(file)) throw new BackupError(`${file} is there already, and is not overwritten.`);
  const { DATABASE_URL, DATA_DIR } = env();
  const passphrase = passphraseOf();
  const running = DATABASE_URL ? null : await askForBackup(DATA_DIR, passphrase);
  if (running) return writeTo(file, running);
  const database = await openDatabase({ databaseUrl: DATABASE_URL, dataDir: DATA_DIR });
  try {
    await checkInstallation(database);
    await writeTo(file, Readable.from(createBackup(database, passphrase)));
  } finally {
    await database.close();
  }
}

const [, , file = '', ...rest] = process.argv;
if (file === '' || file.startsWith('-') || rest.length > 0) {
  console.error(USAGE);
  process.exitCode = 1;
} else {
  await backUp(file).catch(failStart);
  const keys =
    passphraseOf() === null ? 'The keys are not in it: keep them apart.' : 'The keys are in it, sealed.';
  console.log(`${file}: ${Math.ceil(statSync(file).size / 1024 / 1024)} MB. ${keys}`);
}
