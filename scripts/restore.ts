import { createReadStream, existsSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { BackupError } from '@/lib/backup/archive';
import { backupPlace } from '@/lib/backup/kept/place';
import { restoreBackup } from '@/lib/backup/restore';
import { openDatabase } from '@/lib/db/opening/open';
import { env } from '@/lib/env';
import { checkInstallation } from '@/lib/setup/identity';
import { failStart } from './start-failure';

// `npm run restore -- <file>`: a backup, of a file or of BACKUP_URL, into an empty installation, of either kind of database and storage.
const USAGE = `Usage: npm run restore -- <file.tar>
  A file of this machine, or the name of one in the bucket of BACKUP_URL.
  Into an empty DATA_DIR, or the empty database of DATABASE_URL. BACKUP_PASSPHRASE is what the keys in it were sealed with.`;

const KEYS_ADVICE =
  'The keys were not in the backup, and those here are others: before the start, put secrets.json of the installation that ' +
  'it was made of into DATA_DIR, or set its ENCRYPTION_KEY and AUTH_SECRET.';

async function sourceOf(file: string): Promise<Readable> {
  if (existsSync(file)) return createReadStream(file);
  const found = env().BACKUP_URL ? await (await backupPlace()).read(file) : null;
  if (!found)
    throw new BackupError(
      `There is no ${file}${env().BACKUP_URL ? ', nor in the bucket of BACKUP_URL' : ''}.`,
    );
  return found;
}

async function restore(file: string): Promise<void> {
  const { DATABASE_URL, DATA_DIR, BACKUP_PASSPHRASE } = env();
  const at = { databaseUrl: DATABASE_URL, dataDir: DATA_DIR };
  const done = await restoreBackup(
    await sourceOf(file),
    (migrations) => openDatabase({ ...at, migrations }),
    BACKUP_PASSPHRASE ?? null,
  );
  console.log(
    `Restored from ${done.createdAt} (Suncode ${done.version}): ${done.rows} rows, each read again and compared, and ` +
      `${done.objects} files, each by its SHA-256.`,
  );
  if (done.missing.length > 0)
    console.log(
      `Missing already when the backup was made: ${done.missing.length} files, such as ${done.missing[0]}.`,
    );
  // The later migrations, and whether these are the keys.
  const database = await openDatabase(at);
  await checkInstallation(database)
    .catch((error: unknown) => {
      if (!(error instanceof Error && error.name === 'InstallationMismatchError')) throw error;
      console.log(KEYS_ADVICE);
    })
    .finally(() => database.close());
}

const [, , file = '', ...rest] = process.argv;
if (file === '' || file.startsWith('-') || rest.length > 0) {
  console.error(USAGE);
  process.exitCode = 1;
} else await restore(file).catch(failStart);
