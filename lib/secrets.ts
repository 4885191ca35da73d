import 'server-only';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { env } from './env';
import { keepOutOfLogs } from './redaction';

const encryptionKey = z.string().length(64);
const fileSchema = z.object({
  AUTH_SECRET: z.string().min(32),
  ENCRYPTION_KEY: encryptionKey,
  /** What is still to be encrypted anew can be read by these; only while `npm run admin -- rotate-keys` is at work. */
  ENCRYPTION_KEY_OLD: z.array(encryptionKey).default([]),
});

type Secrets = z.output<typeof fileSchema>;

function readSecretsFile(path: string): Secrets | undefined {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new Error(`${path} is not a readable secrets file; restore it from your backup.`, { cause: error });
  }
}

const newEncryptionKey = () => randomBytes(32).toString('hex');

/** Without an empty list: it would only make people wonder. */
function textOf({ ENCRYPTION_KEY_OLD, ...secrets }: Secrets): string {
  const older = ENCRYPTION_KEY_OLD.length > 0 && { ENCRYPTION_KEY_OLD };
  return `${JSON.stringify({ ...secrets, ...older }, null, 2)}\n`;
}

function createSecretsFile(folder: string, path: string): Secrets {
  const secrets = {
    AUTH_SECRET: randomBytes(32).toString('base64url'),
    ENCRYPTION_KEY: newEncryptionKey(),
    ENCRYPTION_KEY_OLD: [],
  };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // `wx`: if another process was quicker, its keys are the ones that count.
  try {
    writeFileSync(path, textOf(secrets), { mode: 0o600, flag: 'wx' });
    return secrets;
  } catch (error) {
    const existing = readSecretsFile(path);
    if (existing) return existing;
    throw error;
  }
}

let cached: Secrets | undefined;

function keep(secrets: Secrets): Secrets {
  const { AUTH_SECRET, ENCRYPTION_KEY, ENCRYPTION_KEY_OLD } = secrets;
  for (const secret of [AUTH_SECRET, ENCRYPTION_KEY, ...ENCRYPTION_KEY_OLD]) keepOutOfLogs(secret);
  return (cached = secrets);
}

const filePath = () => join(env().DATA_DIR, 'secrets.json');

/**
 * AUTH_SECRET and ENCRYPTION_KEY: from the environment, else made once and kept in DATA_DIR/secrets.json, mode 0600; with
 * the keys from before, by which what they encrypted can still be read.
 */
export function secrets(): Secrets {
  if (cached) return cached;
  const { AUTH_SECRET, ENCRYPTION_KEY, ENCRYPTION_KEY_OLD = [], DATA_DIR } = env();
  if (AUTH_SECRET && ENCRYPTION_KEY) return keep({ AUTH_SECRET, ENCRYPTION_KEY, ENCRYPTION_KEY_OLD });
  const kept = readSecretsFile(filePath()) ?? createSecretsFile(DATA_DIR, filePath());
  return keep({
    AUTH_SECRET: AUTH_SECRET ?? kept.AUTH_SECRET,
    ENCRYPTION_KEY: ENCRYPTION_KEY ?? kept.ENCRYPTION_KEY,
    ENCRYPTION_KEY_OLD: [...ENCRYPTION_KEY_OLD, ...kept.ENCRYPTION_KEY_OLD],
  });
}

/** Whether the key is in the hands of whoever runs Suncode, and not in our file. */
export const isKeyGiven = (): boolean => env().ENCRYPTION_KEY !== undefined;

function replaceFile(secrets: Secrets): void {
  const path = filePath();
  // A process that dies in between leaves the file as it was.
  writeFileSync(`${path}.new`, textOf(secrets), { mode: 0o600 });
  renameSync(`${path}.new`, path);
  cached = undefined;
}

/** A new key in the file, with the one before it behind it: what is encrypted from now on is so by the new one. */
export function renewFileKey(): void {
  const { AUTH_SECRET, ENCRYPTION_KEY, ENCRYPTION_KEY_OLD } = secrets();
  const older = [ENCRYPTION_KEY, ...ENCRYPTION_KEY_OLD];
  const kept = readSecretsFile(filePath());
  replaceFile({
    AUTH_SECRET: kept?.AUTH_SECRET ?? AUTH_SECRET,
    ENCRYPTION_KEY: newEncryptionKey(),
    ENCRYPTION_KEY_OLD: older,
  });
}

/** Nothing is encrypted by the keys from before any more. */
export function dropOlderFileKeys(): void {
  const kept = readSecretsFile(filePath());
  if (kept) replaceFile({ ...kept, ENCRYPTION_KEY_OLD: [] });
}

/**
 * Makes the secrets of a backup those of this process: nothing to do when they are the same already, else they become
 * DATA_DIR/secrets.json.
 * @throws Error when the environment or a file here has others, which something may be encrypted by
 */
export function adoptSecrets(from: unknown): void {
  const given = fileSchema.parse(from);
  const { AUTH_SECRET, ENCRYPTION_KEY, DATA_DIR } = env();
  const kept = readSecretsFile(filePath());
  const own = {
    ENCRYPTION_KEY: ENCRYPTION_KEY ?? kept?.ENCRYPTION_KEY,
    AUTH_SECRET: AUTH_SECRET ?? kept?.AUTH_SECRET,
  };
  if (own.ENCRYPTION_KEY !== undefined && own.ENCRYPTION_KEY !== given.ENCRYPTION_KEY)
    throw new Error(
      `The backup was made with another ENCRYPTION_KEY than that of ${ENCRYPTION_KEY ? 'the environment' : filePath()}. ` +
        'Restore without one: the backup brings its own.',
    );
  if (own.ENCRYPTION_KEY !== undefined) return;
  mkdirSync(DATA_DIR, { recursive: true, mode: 0o700 });
  replaceFile({ ...given, AUTH_SECRET: own.AUTH_SECRET ?? given.AUTH_SECRET });
}
