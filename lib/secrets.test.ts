import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

let folder: string;

/** The secrets as a process sees them that has just started. */
async function secretsOfNewProcess() {
  vi.resetModules();
  return (await import('./secrets')).secrets();
}

describe('secrets', () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'suncode-secrets-'));
    vi.stubEnv('DATA_DIR', join(folder, 'data'));
    vi.stubEnv('AUTH_SECRET', '');
    vi.stubEnv('ENCRYPTION_KEY', '');
  });

  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  test('are made once, kept for the owner alone and used again', async () => {
    const made = await secretsOfNewProcess();
    expect(made.ENCRYPTION_KEY).toMatch(/^[0-9a-f]{64}$/);
    expect(made.AUTH_SECRET.length).toBeGreaterThanOrEqual(32);
    expect(statSync(join(folder, 'data', 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(await secretsOfNewProcess()).toEqual(made);
  });

  test('of the environment win, and those that it lacks are kept in the file', async () => {
    const made = await secretsOfNewProcess();
    vi.stubEnv('AUTH_SECRET', 'an authentication secret of the environment');
    expect(await secretsOfNewProcess()).toEqual({
      AUTH_SECRET: 'an authentication secret of the environment',
      ENCRYPTION_KEY: made.ENCRYPTION_KEY,
      ENCRYPTION_KEY_OLD: [],
    });
  });

  test('write no file when the environment has both', async () => {
    vi.stubEnv('AUTH_SECRET', 'an authentication secret of the environment');
    vi.stubEnv('ENCRYPTION_KEY', 'ab'.repeat(32));
    await secretsOfNewProcess();
    expect(() => statSync(join(folder, 'data'))).toThrow(/ENOENT/);
  });

  test('are never made anew over a file that cannot be read', async () => {
    await secretsOfNewProcess();
    const path = join(folder, 'data', 'secrets.json');
    writeFileSync(path, '{"AUTH_SECRET":"cut');
    await expect(secretsOfNewProcess()).rejects.toThrow(/restore it from your backup/);
    expect(readFileSync(path, 'utf8')).toBe('{"AUTH_SECRET":"cut');
  });
});
