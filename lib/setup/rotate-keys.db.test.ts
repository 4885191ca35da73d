import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertApp, insertUser } from '@/lib/testing/factories';

const database = useDatabase();

const SECRET = 'an AppSecret of thirty-two chars';
const HEADER = 'Bearer of the token server';
const OLD_KEY = '0123456789abcdef'.repeat(4);
const NEW_KEY = 'fedcba9876543210'.repeat(4);

let folder: string;
const keysFile = () => join(folder, 'secrets.json');

/** A process that has just started, with these variables. */
async function newProcess(variables: Record<string, string> = {}) {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  vi.resetModules();
  const { rotateKeys } = await import('./rotate-keys');
  const { checkInstallation } = await import('./identity');
  const { openHeader, openSecret, sealHeader, sealSecret } = await import('@/lib/apps/secrets');
  const at = { db: database().db, kind: 'postgresql' } as const;
  const read = async () => {
    const app = await db().miniProgram.findFirstOrThrow();
    return [
      openSecret(app.appId, app.secretCiphertext),
      openHeader(app.appId, app.tokenHeaderCiphertext ?? ''),
    ];
  };
  const write = async () => {
    const { id, appId } = await insertApp({ mode: 'LIVE' });
    const tokenHeaderCiphertext = sealHeader(appId, HEADER);
    const data = { secretCiphertext: sealSecret(appId, SECRET), tokenHeaderCiphertext };
    await db().miniProgram.update({ where: { id }, data });
  };
  return { read, write, start: () => checkInstallation(at), rotate: () => rotateKeys(at) };
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'suncode-keys-'));
  vi.stubEnv('DATA_DIR', folder);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await db().installation.deleteMany();
  await db().miniProgram.deleteMany();
  await db().auditEvent.deleteMany();
});

test('a new key of the environment: the old one is read beside it, and is needed no more once all is encrypted anew', async () => {
  const before = await newProcess({ ENCRYPTION_KEY: OLD_KEY });
  await before.start();
  await before.write();

  const between = await newProcess({
    ENCRYPTION_KEY: NEW_KEY,
    ENCRYPTION_KEY_OLD: `${'ab'.repeat(32)}, ${OLD_KEY}`,
  });
  await between.start();
  expect(await between.read()).toEqual([SECRET, HEADER]);
  expect(await between.rotate()).toEqual({ secrets: 1, isGiven: true });

  const after = await newProcess({ ENCRYPTION_KEY_OLD: '' });
  await after.start();
  expect(await after.read()).toEqual([SECRET, HEADER]);
  const left = await newProcess({ ENCRYPTION_KEY: OLD_KEY });
  await expect(left.start()).rejects.toMatchObject({ name: 'InstallationMismatchError' });
  await expect(left.read()).rejects.toThrow();
});

test('a key of secrets.json is replaced by one that is made here, and the old one leaves the file', async () => {
  const before = await newProcess({ ENCRYPTION_KEY: '' });
  await before.start();
  await before.write();
  const kept = readFileSync(keysFile(), 'utf8');
  expect(await before.rotate()).toEqual({ secrets: 1, isGiven: false });

  const after = await newProcess();
  await after.start();
  expect(await after.read()).toEqual([SECRET, HEADER]);
  const now = readFileSync(keysFile(), 'utf8');
  expect(now).not.toContain(JSON.parse(kept).ENCRYPTION_KEY);
  expect(JSON.parse(now)).toEqual({ ...JSON.parse(kept), ENCRYPTION_KEY: expect.any(String) });
  const events = await db().auditEvent.findMany({ where: { action: 'setup.rotateKeys' } });
  expect(events).toMatchObject([{ details: { secrets: 1 } }]);
  expect(JSON.stringify(events)).not.toContain(JSON.parse(now).ENCRYPTION_KEY);
});

test('the keys of authenticator apps are encrypted anew too', async () => {
  const before = await newProcess({ ENCRYPTION_KEY: '' });
  await before.start();
  const codes = await import('@/lib/users/second-step/one-time-codes');
  const { id } = await insertUser();
  const sealed = codes.encryptSecret(id, codes.newSecret());
  await db().user.update({ where: { id }, data: { totpSecret: sealed } });
  expect(await before.rotate()).toMatchObject({ secrets: 1 });
  await newProcess();
  const fresh = await import('@/lib/users/second-step/one-time-codes');
  const { totpSecret } = await db().user.findUniqueOrThrow({ where: { id } });
  expect(totpSecret).not.toBe(sealed);
  expect(fresh.stepOfCode(id, totpSecret ?? '', '000000')).toBeOneOf([null, expect.any(Number)]);
  await db().user.delete({ where: { id } });
});

test('what nobody here can read stops it with nothing changed, and the old key stays readable', async () => {
  const before = await newProcess({ ENCRYPTION_KEY: '' });
  await before.start();
  await before.write();
  const damaged = await insertApp({ mode: 'LIVE' });
  const data = { secretCiphertext: Buffer.from('sealed by a key that is lost').toString('base64') };
  await db().miniProgram.update({ where: { id: damaged.id }, data });
  const rows = await db().miniProgram.findMany({ orderBy: { id: 'asc' } });
  await expect(before.rotate()).rejects.toThrow();
  expect(await db().miniProgram.findMany({ orderBy: { id: 'asc' } })).toEqual(rows);

  const after = await newProcess();
  await after.start();
  expect(await after.read()).toEqual([SECRET, HEADER]);
});

test('without the key from before a new one does not start', async () => {
  await (await newProcess({ ENCRYPTION_KEY: OLD_KEY })).start();
  const stranger = await newProcess({ ENCRYPTION_KEY: NEW_KEY });
  await expect(stranger.start()).rejects.toThrow(/another ENCRYPTION_KEY/);
});
