import { existsSync } from 'node:fs';
import { generateClient } from './build/build';

// Loaded by `--import` before a command that opens the database: `.env` stands in the environment, and a fresh clone gets
// its Prisma client, which is imported by name from there on.
if (existsSync('.env')) process.loadEnvFile('.env');
if (!existsSync('lib/db/generated/client.ts')) generateClient();
