import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import type { Options } from './e2e/fixtures';
import { browserArgs, findBrowser } from './scripts/browser';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];
const START_TIMEOUT_MS = 300_000;
const STOP_TIMEOUT_MS = 15_000;
const BOTH_LANGUAGES = /@both-languages/;
/** A page is gone before optimizing its scripts pays: an eighth of the browsers' work. Axe is the quicker for it too. */
const SCRIPTS_UNOPTIMIZED = '--js-flags=--no-maglev --no-turbofan';

/** Megabytes for what a request leaves behind: a tenth of the server's work was to clear away less of it more often. */
const YOUNG_GENERATION = '--max-semi-space-size=64';

/**
 * E2E_PORT and E2E_GROUND_PORT move the server that the tests start and its door for ground (scripts/e2e-ground.ts);
 * E2E_BASE_URL runs them on one that scripts/e2e-server.ts has started already, so that a journey can be tried again and again.
 */
const port = process.env.E2E_PORT ?? '3210';
const baseURL = process.env.E2E_BASE_URL ?? `http://127.0.0.1:${port}`;
if (!LOOPBACK.includes(new URL(baseURL).hostname))
  throw new Error(`The end-to-end tests change data and so run on this machine only, not on ${baseURL}.`);

// The workers load this file too, and inherit what the first one found.
process.env.CHROMIUM_PATH = findBrowser();
process.env.E2E_TEMPLATE ??= join(tmpdir(), `suncode-e2e-template-${randomUUID()}`);
process.env.E2E_GROUND_PORT ??= String(Number(new URL(baseURL).port) - 1);

export default defineConfig<Options>({
  testDir: 'e2e',
  outputDir: 'test-results',
  forbidOnly: true,
  fullyParallel: true,
  // One more than CI has cores: two left a seventh of them idle.
  workers: 3,
  retries: 0,
  reporter: 'list',
  // Three browsers, the server and a batch that draws its own pictures share two cores: what is slow there is not wrong.
  timeout: 150_000,
  expect: { timeout: 40_000 },
  projects: [
    ...['screens', 'journeys', 'access', 'a11y'].map((name) => ({
      name,
      testMatch: `**/e2e/${name}/**/*.spec.ts`,
    })),
    // In the other language once more one journey of every screen; the rule is in CONTRIBUTING.md.
    {
      name: 'journeys-en',
      testMatch: 'journeys/**/*.spec.ts',
      grep: BOTH_LANGUAGES,
      use: { language: 'en' },
    },
  ],
  use: {
    baseURL,
    browserName: 'chromium',
    locale: 'zh-CN',
    // What was done and what the console said. A film of every frame cost a third of the browsers' work, and the page
    // before and after each step a seventh, which E2E_TRACE=on keeps: for looking at one journey.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: process.env.E2E_TRACE === 'on' },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [...browserArgs(), SCRIPTS_UNOPTIMIZED],
    },
  },
  webServer: process.env.E2E_BASE_URL
    ? undefined
    : {
        command: `"${process.execPath}" ${YOUNG_GENERATION} --import tsx scripts/e2e-server.ts`,
        env: {
          PORT: port,
          GROUND_PORT: process.env.E2E_GROUND_PORT,
          E2E_TEMPLATE: process.env.E2E_TEMPLATE,
          TSX_TSCONFIG_PATH: 'scripts/tsconfig.json',
        },
        url: `${baseURL}/api/health`,
        timeout: START_TIMEOUT_MS,
        reuseExistingServer: false,
        gracefulShutdown: { signal: 'SIGTERM', timeout: STOP_TIMEOUT_MS },
        stdout: 'ignore',
        stderr: 'pipe',
      },
});
