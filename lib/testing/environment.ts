import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

// A setup file: it runs before a test file's own imports, and so before lib/env reads and keeps the environment.
// Each test file has a process state of its own, and so a DATA_DIR of its own.
const DATA_DIR = mkdtempSync(join(tmpdir(), 'suncode-test-'));

const VARIABLES = {
  DATA_DIR,
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

afterAll(() => rmSync(DATA_DIR, { recursive: true, force: true }));
