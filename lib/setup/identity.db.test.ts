import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { sealSecret } from '@/lib/apps/secrets';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { withoutSecrets } from '@/lib/redaction';
import { useDatabase } from '@/lib/testing/database';
import { insertApp } from '@/lib/testing/factories';
import { checkInstallation } from './identity';

const database = useDatabase();

/** A process that has just started, with these variables; "server" is how it would find a database that others use too. */
async function startProcess(
  variables: Record<string, string> = {},
  kind: 'pglite' | 'postgresql' = 'postgresql',
): Promise<void> {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  vi.resetModules();
  const fresh = await import('./identity');
  await fresh.checkInstallation({ db: database().db, kind }).catch((error: unknown) => {
    const text = error instanceof Error ? error.message : '';
    expect(withoutSecrets(text), 'nothing of the sentence is taken for a secret').toBe(text);
    throw error;
  });
}

afterEach(async () => {
  vi.unstubAllEnvs();
  await db().installation.deleteMany();
  await db().miniProgram.deleteMany();
});

const OTHER_KEY = 'fedcba9876543210'.repeat(4);
const OTHER_SECRET = 'another secret of thirty-two characters';
const otherFolder = () => mkdtempSync(join(tmpdir(), 'suncode-other-'));

test('a second process with the same secrets and pictures starts, as often as it likes', async () => {
  await startProcess();
  await startProcess();
  await expect(db().installation.findFirstOrThrow()).resolves.toMatchObject({ completedAt: null });
});

test('a process with another ENCRYPTION_KEY does not start, and says where the right one stands', async () => {
  await startProcess();
  await expect(startProcess({ ENCRYPTION_KEY: OTHER_KEY })).rejects.toMatchObject({
    name: 'InstallationMismatchError',
    message: expect.stringMatching(
      /set up with another ENCRYPTION_KEY than that of the environment\..*secrets\.json/s,
    ),
  });
  // Made by itself in a DATA_DIR of its own, as a second process does that was given none.
  const folder = otherFolder();
  await expect(startProcess({ ENCRYPTION_KEY: '', DATA_DIR: folder })).rejects.toThrow(
    join(folder, 'secrets.json'),
  );
});

test('a database from before the check is known by what was encrypted with its key', async () => {
  const { id, appId } = await insertApp();
  await db().miniProgram.update({
    where: { id },
    data: { secretCiphertext: sealSecret(appId, 'x'.repeat(32)) },
  });
  await expect(startProcess({ ENCRYPTION_KEY: OTHER_KEY })).rejects.toThrow(/another ENCRYPTION_KEY/);
  vi.unstubAllEnvs();
  await startProcess();
  await expect(startProcess({ ENCRYPTION_KEY: OTHER_KEY })).rejects.toThrow(/another ENCRYPTION_KEY/);
});

test('another AUTH_SECRET stops a process beside others, and may be given to the one that is alone', async () => {
  await startProcess();
  await expect(startProcess({ AUTH_SECRET: OTHER_SECRET })).rejects.toThrow(
    /another AUTH_SECRET.*SET "authSecretCheck" = NULL/s,
  );
  await db().$executeRawUnsafe('UPDATE "Installation" SET "authSecretCheck" = NULL');
  await startProcess({ AUTH_SECRET: OTHER_SECRET });
  vi.unstubAllEnvs();
  await expect(startProcess()).rejects.toThrow(/another AUTH_SECRET/);
  await startProcess({}, 'pglite');
});

test('pictures in another folder stop a process and say what must be shared; a moved folder can be named', async () => {
  await startProcess();
  const folder = otherFolder();
  const message = await startProcess({ DATA_DIR: folder }).then(
    () => '',
    (error: Error) => error.message,
  );
  expect(message).toMatch(/the same STORAGE_URL \(an S3 bucket\), or the same folder as DATA_DIR\/storage/);
  const [, id = '', file = ''] = /write (\S+) into (\S+) there/.exec(message) ?? [];
  expect(file.startsWith(folder)).toBe(true);
  mkdirSync(join(folder, 'storage'));
  writeFileSync(file, id);
  await startProcess({ DATA_DIR: folder });
  vi.unstubAllEnvs();
  expect(readFileSync(join(env().DATA_DIR, 'storage', 'installation-id.txt'), 'utf8').trim()).toBe(id);
});

test('processes that start together on a new database agree', async () => {
  await Promise.all(Array.from({ length: 5 }, () => checkInstallation(database())));
  await startProcess();
});

test('a storage that cannot be reached keeps nobody from starting', async () => {
  await startProcess({ STORAGE_URL: 's3://key:secret@127.0.0.1:9/bucket?endpoint=http://127.0.0.1:9' });
  expect(await db().installation.findFirstOrThrow()).toMatchObject({ storageId: null });
});
