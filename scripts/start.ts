import { existsSync } from 'node:fs';
import { parseEnv } from '@/lib/env';
import { ensureBuild, generateClient } from './build/build';
import { failStart } from './start-failure';

// `npm start` and `npm run dev`: one process that checks its environment, builds when this source has no build yet,
// opens and migrates the database, and serves.
const dev = process.argv.includes('--dev');

if (existsSync('.env')) process.loadEnvFile('.env');
try {
  parseEnv(process.env);
  if (!dev) ensureBuild();
  else if (!existsSync('lib/db/generated/client.ts')) generateClient();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

// Only now: it imports the generated client, which a fresh clone did not have above.
const { serve } = await import('./serve');
await serve({ dev }).catch(failStart);
