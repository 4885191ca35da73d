import 'server-only';
import { randomUUID, scryptSync, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { openSecret } from '@/lib/apps/secrets';
import type { Database, Tx } from '@/lib/db/client';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { secrets } from '@/lib/secrets';
import { getObject, putObject } from '@/lib/storage/storage';

const INSTALLATION_ID = 1;
/** Names the database that the pictures beside it belong to. */
export const MARKER_KEY = 'installation-id.txt';
const CHECK_BYTES = 32;

/** This process does not belong to this database: started, it would answer with what it cannot read. */
export class InstallationMismatchError extends Error {
  override readonly name = 'InstallationMismatchError';
}

/** What tells a secret from another one and gives nothing of it away, also of one that somebody made up. */
function checkOf(secret: string, name: string): Buffer {
  return scryptSync(secret, `suncode ${name}`, CHECK_BYTES);
}

function matches(secret: string, name: string, kept: string): boolean {
  return timingSafeEqual(checkOf(secret, name), Buffer.from(kept, 'base64'));
}

function otherSecret(name: 'ENCRYPTION_KEY' | 'AUTH_SECRET', more = ''): InstallationMismatchError {
  const own = env()[name] ? 'the environment' : join(env().DATA_DIR, 'secrets.json');
  return new InstallationMismatchError(
    `This database was set up with another ${name} than that of ${own}. Every process on one database needs the same ` +
      'ENCRYPTION_KEY and AUTH_SECRET. Set both to those of the first process, which stand in its environment or in ' +
      `secrets.json of its DATA_DIR.${more}`,
  );
}

/** A database from before there was a check proves its key by what was encrypted with it. */
async function opensWhatIsThere(tx: Tx): Promise<boolean> {
  const app = await tx.miniProgram.findFirst({
    where: { secretCiphertext: { not: null } },
    select: { appId: true, secretCiphertext: true },
  });
  if (!app) return true;
  try {
    openSecret(app.appId, app.secretCiphertext);
    return true;
  } catch {
    return false;
  }
}

async function checkEncryptionKey(tx: Tx, kept: string | null): Promise<void> {
  const { ENCRYPTION_KEY, ENCRYPTION_KEY_OLD } = secrets();
  if (kept !== null && matches(ENCRYPTION_KEY, 'ENCRYPTION_KEY', kept)) return;
  // With the key from before beside it a new one takes its place; processes that lack the new one are told so.
  const isKnown = (check: string) => ENCRYPTION_KEY_OLD.some((key) => matches(key, 'ENCRYPTION_KEY', check));
  if (kept === null ? !(await opensWhatIsThere(tx)) : !isKnown(kept)) throw otherSecret('ENCRYPTION_KEY');
  const encryptionKeyCheck = checkOf(ENCRYPTION_KEY, 'ENCRYPTION_KEY').toString('base64');
  await tx.installation.update({ where: { id: INSTALLATION_ID }, data: { encryptionKeyCheck } });
}

/** The process that has its database for itself may be given a new AUTH_SECRET at any time: everybody signs in again. */
async function checkAuthSecret(tx: Tx, kept: string | null, alone: boolean): Promise<void> {
  const { AUTH_SECRET } = secrets();
  if (kept !== null && matches(AUTH_SECRET, 'AUTH_SECRET', kept)) return;
  if (kept !== null && !alone)
    throw otherSecret(
      'AUTH_SECRET',
      ' To replace it on purpose, stop every process, run UPDATE "Installation" SET "authSecretCheck" = NULL; in the ' +
        'database, and start them with the new one.',
    );
  const authSecretCheck = checkOf(AUTH_SECRET, 'AUTH_SECRET').toString('base64');
  await tx.installation.update({ where: { id: INSTALLATION_ID }, data: { authSecretCheck } });
}

async function markOfStorage(): Promise<string | null> {
  const bytes = await getObject(MARKER_KEY);
  return bytes && Buffer.from(bytes).toString('utf8').trim();
}

function otherStorage(storageId: string): InstallationMismatchError {
  const { STORAGE_URL, DATA_DIR } = env();
  const here = STORAGE_URL ? 'the bucket of STORAGE_URL' : join(DATA_DIR, 'storage');
  return new InstallationMismatchError(
    `The pictures of this database are kept elsewhere than in ${here}. Processes on one database share their pictures: give ` +
      'all of them the same STORAGE_URL (an S3 bucket), or the same folder as DATA_DIR/storage. If the pictures were moved ' +
      `here, or are lost for good, write ${storageId} into ${STORAGE_URL ? '' : `${here}/`}${MARKER_KEY} there.`,
  );
}

async function checkStorage(tx: Tx, kept: string | null): Promise<void> {
  const mark = await markOfStorage();
  if (kept !== null && mark !== kept) throw otherStorage(kept);
  if (kept !== null) return;
  const storageId = mark ?? randomUUID();
  if (mark === null) await putObject(MARKER_KEY, Buffer.from(`${storageId}\n`), 'text/plain');
  await tx.installation.update({ where: { id: INSTALLATION_ID }, data: { storageId } });
}

/** A storage that cannot be reached says nothing about whose it is. */
async function checkStorageIfThere(tx: Tx, kept: string | null): Promise<void> {
  try {
    await checkStorage(tx, kept);
  } catch (error) {
    if (error instanceof InstallationMismatchError) throw error;
    log().error({ err: error }, 'the storage of the pictures could not be looked at');
  }
}

/**
 * Holds the secrets and the storage of this process against those that the database was set up with; the first start that
 * looks writes them down. Processes that start together do so one after the other.
 * @throws InstallationMismatchError in words for whoever runs Suncode
 */
export async function checkInstallation({ db, kind }: Pick<Database, 'db' | 'kind'>): Promise<void> {
  await db.installation.createMany({ data: { id: INSTALLATION_ID }, skipDuplicates: true });
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Installation" WHERE "id" = ${INSTALLATION_ID} FOR UPDATE`;
    const kept = await tx.installation.findUniqueOrThrow({ where: { id: INSTALLATION_ID } });
    await checkEncryptionKey(tx, kept.encryptionKeyCheck);
    await checkAuthSecret(tx, kept.authSecretCheck, kind === 'pglite');
    await checkStorageIfThere(tx, kept.storageId);
  });
}
