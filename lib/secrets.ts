import 'server-only';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { env } from './env';

const fileSchema = z.object({ AUTH_SECRET: z.string().min(32), ENCRYPTION_KEY: z.string().length(64) });

type Secrets = z.output<typeof fileSchema>;

function readSecretsFile(path: string): Secrets | undefined {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new Error(`${path} is not a readable secrets file; restore it from your backup.`, { cause: error });
  }
}

function createSecretsFile(folder: string, path: string): Secrets {
  const secrets = {
    AUTH_SECRET: randomBytes(32).toString('base64url'),
    ENCRYPTION_KEY: randomBytes(32).toString('hex'),
  };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // `wx`: if another process was quicker, its keys are the ones that count.
  try {
    writeFileSync(path, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    return secrets;
  } catch (error) {
    const existing = readSecretsFile(path);
    if (existing) return existing;
    throw error;
  }
}

let cached: Secrets | undefined;

/** AUTH_SECRET and ENCRYPTION_KEY: from the environment, else made once and kept in DATA_DIR/secrets.json, mode 0600. */
export function secrets(): Secrets {
  if (cached) return cached;
  const { AUTH_SECRET, ENCRYPTION_KEY, DATA_DIR } = env();
  if (AUTH_SECRET && ENCRYPTION_KEY) return (cached = { AUTH_SECRET, ENCRYPTION_KEY });
  const path = join(DATA_DIR, 'secrets.json');
  const kept = readSecretsFile(path) ?? createSecretsFile(DATA_DIR, path);
  return (cached = {
    AUTH_SECRET: AUTH_SECRET ?? kept.AUTH_SECRET,
    ENCRYPTION_KEY: ENCRYPTION_KEY ?? kept.ENCRYPTION_KEY,
  });
}
