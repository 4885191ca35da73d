import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from './build/build';

// What playwright.config.ts starts: the production build (made when this source has none) on a database of its own, with
// one user of each role (prisma/seed.ts, which gets the arguments), thrown away at the end; and beside it the door for
// ground. PORT, GROUND_PORT and E2E_TEMPLATE come from Playwright.
const DATA_DIR = mkdtempSync(join(tmpdir(), 'suncode-e2e-'));
process.once('exit', () => rmSync(DATA_DIR, { recursive: true, force: true }));
// Until the server itself knows how to stop.
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const quit = () => process.exit(1);
for (const signal of SIGNALS) process.on(signal, quit);

// An address that nothing listens on: a live Mini Program of a test must not reach WeChat.
const NOWHERE = 'http://127.0.0.1:9';
const OWN = {
  DATA_DIR,
  SANDBOX: 'on',
  WECHAT_API_BASE_URL: NOWHERE,
  LOG_LEVEL: 'error',
  ALLOW_PRIVATE_NETWORKS: '',
  DEV_PAGES: 'on',
};
// Empty counts as unset, and keeps the variables of an .env file out.
const UNSET = [
  'DATABASE_URL',
  'STORAGE_URL',
  'APP_URL',
  'TRUSTED_PROXIES',
  'METRICS_TOKEN',
  'SMTP_URL',
  'ADMIN_EMAIL',
  'ADMIN_PASSWORD',
].map((name) => [name, '']);
Object.assign(process.env, Object.fromEntries(UNSET), {
  WECHAT_APP_ID: '',
  WECHAT_APP_SECRET: '',
  WORKER_MODE: 'inline',
  ...OWN,
  // E2E_MAIL is for the pages that are there only where letters can be sent. Nobody gets one.
  ...(process.env.E2E_MAIL && {
    APP_URL: `http://127.0.0.1:${process.env.PORT}`,
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'codes@suncode.test',
  }),
});

// Playwright holds the other end of this pipe: it ends however Playwright ends, a `kill` included.
process.stdin.once('end', () => process.kill(process.pid, 'SIGTERM')).resume();

ensureBuild();

/** An empty database, which the servers of single tests copy too: the first one makes it. */
const template = process.env.E2E_TEMPLATE;
if (template) {
  if (!existsSync(template)) {
    process.once('exit', () => rmSync(template, { recursive: true, force: true }));
    const { createEmptyDatabase } = await import('@/lib/testing/empty-database');
    await createEmptyDatabase(template);
  }
  cpSync(template, join(DATA_DIR, 'db'), { recursive: true });
}
// Only now: all of them import the generated client.
await import('@/prisma/seed');
const { serve } = await import('./serve');
const { serveGround } = await import('./e2e-ground');
// First: the tests begin as soon as the server answers.
serveGround(Number(process.env.GROUND_PORT));
await serve({ dev: false });
for (const signal of SIGNALS) process.off(signal, quit);
