import { openDatabase } from '@/lib/db/open';
import { env } from '@/lib/env';
import { isAppError } from '@/lib/errors';
import { rotateKeys } from '@/lib/setup/rotate-keys';
import { createAdministratorLink, createResetLinkFor } from '@/lib/users/by-hand';
import { failStart } from './start-failure';

// `npm run admin`: for whoever is locked out and has the server. It prints a one-time link, never a password.
const USAGE = `Usage:
  npm run admin -- reset-password <email>   a link by which this member sets a new password
  npm run admin -- create-admin <email>     a link by which this address becomes an administrator`;

const COMMANDS = new Map([
  ['reset-password', createResetLinkFor],
  ['create-admin', createAdministratorLink],
]);

async function run(command: (email: string) => Promise<string>, email: string): Promise<void> {
  const { DATABASE_URL, DATA_DIR, APP_URL, PORT } = env();
  const database = await openDatabase({ databaseUrl: DATABASE_URL, dataDir: DATA_DIR });
  try {
    const path = await command(email);
    console.log(
      `Open this link once, soon, with Suncode running:\n${APP_URL ?? `http://localhost:${PORT}`}${path}`,
    );
  } catch (error) {
    if (!isAppError(error)) throw error;
    console.error(
      error.code === 'NOT_FOUND' ? `There is no member ${email}.` : `This is no email address: ${email}`,
    );
    process.exitCode = 1;
  } finally {
    await database.close();
  }
}

/** Needs no address, and everything else to stand still. */
async function rotate(): Promise<string> {
  const { DATABASE_URL, DATA_DIR } = env();
  const database = await openDatabase({ databaseUrl: DATABASE_URL, dataDir: DATA_DIR });
  try {
    const { secrets, isGiven } = await rotateKeys(database);
    const next = isGiven
      ? 'Take ENCRYPTION_KEY_OLD out of the environment of every process.'
      : `The new key stands in ${DATA_DIR}/secrets.json; keep the old one as long as backups from before.`;
    return `${secrets} secrets are encrypted by the new key. ${next}`;
  } finally {
    await database.close();
  }
}

const [, , name = '', email = '', ...rest] = process.argv;
const command = COMMANDS.get(name);
if (name === 'rotate-keys' && email === '') {
  await rotate().then(console.log, failStart);
} else if (!command || email === '' || rest.length > 0) {
  console.error(
    `${USAGE}\n  npm run admin -- rotate-keys   everything kept secret is encrypted by a new key; stop Suncode first`,
  );
  process.exitCode = 1;
} else {
  await run(command, email).catch(failStart);
}
