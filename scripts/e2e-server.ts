import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// What playwright.config.ts starts: the production build on a database of its own, with one user of each role
// (prisma/seed.ts), thrown away at the end. PORT comes from Playwright.
const DATA_DIR = mkdtempSync(join(tmpdir(), 'suncode-e2e-'));
// An address that nothing listens on: a live Mini Program of a test must not reach WeChat.
const NOWHERE = 'http://127.0.0.1:9';
const OWN = { DATA_DIR, SANDBOX: 'on', WECHAT_API_BASE_URL: NOWHERE, LOG_LEVEL: 'error' };
// Empty counts as unset, and keeps the variables of an .env file out.
const UNSET = Object.fromEntries(
  ['DATABASE_URL', 'STORAGE_URL', 'APP_URL', 'ADMIN_EMAIL', 'ADMIN_PASSWORD'].map((name) => [name, '']),
);
const env = {
  ...process.env,
  ...UNSET,
  WECHAT_APP_ID: '',
  WECHAT_APP_SECRET: '',
  WORKER_MODE: 'inline',
  ...OWN,
};

const tsx = (file: string) => ['--import', 'tsx', file];
const options = {
  env: { ...env, TSX_TSCONFIG_PATH: 'scripts/tsconfig.json' },
  stdio: ['ignore' as const, 'inherit' as const, 'inherit' as const],
};

const seeded = spawnSync(process.execPath, tsx('prisma/seed.ts'), options);
if (seeded.status !== 0) {
  rmSync(DATA_DIR, { recursive: true, force: true });
  throw new Error('The database for the end-to-end tests could not be seeded; the reason is above.');
}

const server = spawn(process.execPath, tsx('scripts/start.ts'), options);
const stop = () => server.kill('SIGTERM');
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
// Playwright holds the other end of this pipe: it ends however Playwright ends, a `kill` included.
process.stdin.once('end', stop).resume();
server.once('exit', (code) => {
  rmSync(DATA_DIR, { recursive: true, force: true });
  process.exit(code ?? 1);
});
