import type { Database } from '@/lib/db/client';
import { openDatabase } from '@/lib/db/opening/open';
import { env } from '@/lib/env';
import { isAppError } from '@/lib/errors';
import { rotateKeys } from '@/lib/setup/rotate-keys';
import { createAdministratorLink, createResetLinkFor, resetSecondStepOf } from '@/lib/users/by-hand';
import { noticesSent } from '@/lib/users/notices';
import { checkPictures } from './check-pictures';
import { failStart } from './start-failure';

// `npm run admin`: for whoever is locked out and has the server. It prints a one-time link, never a password.
const USAGE = `Usage:
  npm run admin -- reset-password <email>      a link by which this member sets a new password
  npm run admin -- create-admin <email>        a link by which this address becomes an administrator
  npm run admin -- reset-second-step <email>   this member signs in with the password alone again: no codes, no passkeys
  npm run admin -- rotate-keys                 everything kept secret is encrypted by a new key; stop Suncode first
  npm run admin -- check [--repair]            whether every code has its picture; fetches what is missing, for nothing`;

const linkOf = (make: (email: string) => Promise<string>) => async (email: string) => {
  const { APP_URL, PORT } = env();
  const site = APP_URL ?? `http://localhost:${PORT}`;
  return `Open this link once, soon, with Suncode running:\n${site}${await make(email)}`;
};

async function resetSecondStep(email: string): Promise<string> {
  await resetSecondStepOf(email);
  return `${email} signs in with the password alone again. All of their sessions have ended.`;
}

/** What is done for one address; each says what became of it. */
const FOR_MEMBERS = new Map([
  ['reset-password', linkOf(createResetLinkFor)],
  ['create-admin', linkOf(createAdministratorLink)],
  ['reset-second-step', resetSecondStep],
]);

const refusalOf = (code: string, email: string) => {
  if (code === 'NOT_FOUND') return `There is no member ${email}.`;
  if (code === 'SECOND_STEP_STATE') return `${email} has no second step.`;
  return `This is no email address: ${email}`;
};

async function tell(command: (email: string) => Promise<string>, email: string): Promise<void> {
  try {
    console.log(await command(email));
  } catch (error) {
    if (!isAppError(error)) throw error;
    console.error(refusalOf(error.code, email));
    process.exitCode = 1;
  }
}

/** Needs no address, and everything else to stand still. */
async function rotate(database: Database): Promise<void> {
  const { secrets, isGiven } = await rotateKeys(database);
  const next = isGiven
    ? 'Take ENCRYPTION_KEY_OLD out of the environment of every process.'
    : `The new key stands in ${env().DATA_DIR}/secrets.json; keep the old one as long as backups from before.`;
  console.log(`${secrets} secrets are encrypted by the new key. ${next}`);
}

function checkOf(option: string): (() => Promise<void>) | undefined {
  if (option !== '' && option !== '--repair') return undefined;
  return async () => {
    if (!(await checkPictures(option === '--repair'))) process.exitCode = 1;
  };
}

function wanted([name = '', email = '', ...rest]: string[]):
  | ((database: Database) => Promise<void>)
  | undefined {
  if (rest.length > 0) return undefined;
  if (name === 'rotate-keys') return email === '' ? rotate : undefined;
  if (name === 'check') return checkOf(email);
  const command = FOR_MEMBERS.get(name);
  return command && email !== '' ? () => tell(command, email) : undefined;
}

async function run(work: (database: Database) => Promise<void>): Promise<void> {
  const { DATABASE_URL, DATA_DIR } = env();
  const database = await openDatabase({ databaseUrl: DATABASE_URL, dataDir: DATA_DIR });
  try {
    await work(database);
    await noticesSent();
  } finally {
    await database.close();
  }
}

const work = wanted(process.argv.slice(2));
if (work) {
  await run(work).catch(failStart);
} else {
  console.error(USAGE);
  process.exitCode = 1;
}
