import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, vi } from 'vitest';

// A setup file: it runs before a test file's own imports, and so before lib/env reads and keeps the environment.
// Each test file has a process state of its own, and so a DATA_DIR of its own. Files share the process only for what
// comes from node_modules, whose loading was a fifth of a test run (`isolate: false` in vitest.config.ts): our own
// modules are made anew for each, and what they keep on globalThis is gone.
vi.resetModules();
// What another file stubbed and left so would come back with the next `unstubAllEnvs`: its folders, which are gone by then.
vi.unstubAllEnvs();
vi.unstubAllGlobals();
for (const name of Object.keys(globalThis))
  if (name.startsWith('suncode')) Reflect.deleteProperty(globalThis, name);
const ORIGINAL = Symbol.for('environment of the first test file');
const holder: typeof globalThis & { [ORIGINAL]?: NodeJS.ProcessEnv } = globalThis;
const original = (holder[ORIGINAL] ??= { ...process.env });
for (const name of Object.keys(process.env)) if (!(name in original)) delete process.env[name];
Object.assign(process.env, original);

// Whatever a test file leaves in its folder for temporary files goes with the file.
const folder = mkdtempSync(join(tmpdir(), 'suncode-test-'));
const [DATA_DIR, TMPDIR] = [join(folder, 'data'), join(folder, 'tmp')];
for (const path of [DATA_DIR, TMPDIR]) mkdirSync(path);

const VARIABLES = {
  DATA_DIR,
  TMPDIR,
  ENCRYPTION_KEY: '0123456789abcdef'.repeat(4),
  AUTH_SECRET: 'a-secret-for-tests-that-is-worth-nothing',
  SANDBOX: 'on',
  // Token servers of tests are on this machine.
  ALLOW_PRIVATE_NETWORKS: 'loopback',
  LOG_LEVEL: 'silent',
};

// Whatever the developer's shell holds, a test sees these alone, and no address outside this machine.
for (const name of [
  'PORT',
  'DATABASE_URL',
  'STORAGE_URL',
  'APP_URL',
  'TRUSTED_PROXIES',
  'ENCRYPTION_KEY_OLD',
  'SMTP_URL',
  'MAIL_FROM',
  'BACKUP_DIR',
  'BACKUP_URL',
  'BACKUP_EVERY_DAYS',
  'BACKUP_KEEP',
  'BACKUP_PASSPHRASE',
  'SESSION_IDLE_HOURS',
  'SESSION_MAX_HOURS',
  'ADMIN_EMAIL',
  'ADMIN_PASSWORD',
  'WECHAT_APP_ID',
  'WECHAT_APP_SECRET',
  'WECHAT_APP_NAME',
  'WORKER_MODE',
  'METRICS_TOKEN',
  'METRICS_PORT',
])
  delete process.env[name];
Object.assign(process.env, VARIABLES, { WECHAT_API_BASE_URL: 'http://127.0.0.1:9' });

afterAll(() => rmSync(folder, { recursive: true, force: true }));
