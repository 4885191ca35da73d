import { existsSync } from 'node:fs';
import { parseEnv } from '@/lib/env';
import { ensureBuild, generateClient } from './build';

// `npm start` and `npm run dev`: one process that checks its environment, builds when this source has no build yet,
// opens and migrates the database, and serves.
const dev = process.argv.includes('--dev');

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

if (existsSync('.env')) process.loadEnvFile('.env');
try {
  parseEnv(process.env);
  if (!dev) ensureBuild();
  else if (!existsSync('lib/db/generated/client.ts')) generateClient();
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}

// Only now: it imports the generated client, which a fresh clone did not have above.
const { serve } = await import('./serve');
await serve({ dev }).catch((error: unknown) => {
  const known =
    error instanceof Error &&
    ['EnvError', 'DataDirInUseError', 'AddressInUseError', 'TrigramsMissingError'].includes(error.name);
  fail(
    known
      ? error.message
      : `Suncode could not start: ${error instanceof Error ? error.stack : String(error)}`,
  );
});
