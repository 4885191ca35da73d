import { openDatabase } from '@/lib/db/open';
import { env } from '@/lib/env';
import { isAppError } from '@/lib/errors';
import { createAdministratorLink, createResetLinkFor, resetSecondStepOf } from '@/lib/users/by-hand';
import { failStart } from './start-failure';

// `npm run admin`: for whoever is locked out and has the server. It prints a one-time link, never a password.
const USAGE = `Usage:
  npm run admin -- reset-password <email>      a link by which this member sets a new password
  npm run admin -- create-admin <email>        a link by which this address becomes an administrator
  npm run admin -- reset-second-step <email>   this member signs in with the password alone again`;

const linkOf = (make: (email: string) => Promise<string>) => async (email: string) => {
  const { APP_URL, PORT } = env();
  const site = APP_URL ?? `http://localhost:${PORT}`;
  return `Open this link once, soon, with Suncode running:\n${site}${await make(email)}`;
};

async function resetSecondStep(email: string): Promise<string> {
  await resetSecondStepOf(email);
  return `${email} signs in with the password alone again. All of their sessions have ended.`;
}

const COMMANDS = new Map([
  ['reset-password', linkOf(createResetLinkFor)],
  ['create-admin', linkOf(createAdministratorLink)],
  ['reset-second-step', resetSecondStep],
]);

const refusalOf = (code: string, email: string) => {
  if (code === 'NOT_FOUND') return `There is no member ${email}.`;
  if (code === 'SECOND_STEP_STATE') return `${email} has no second step.`;
  return `This is no email address: ${email}`;
};

async function run(command: (email: string) => Promise<string>, email: string): Promise<void> {
  const { DATABASE_URL, DATA_DIR } = env();
  const database = await openDatabase({ databaseUrl: DATABASE_URL, dataDir: DATA_DIR });
  try {
    console.log(await command(email));
  } catch (error) {
    if (!isAppError(error)) throw error;
    console.error(refusalOf(error.code, email));
    process.exitCode = 1;
  } finally {
    await database.close();
  }
}

const [, , name = '', email = '', ...rest] = process.argv;
const command = COMMANDS.get(name);
if (!command || email === '' || rest.length > 0) {
  console.error(USAGE);
  process.exitCode = 1;
} else {
  await run(command, email).catch(failStart);
}
