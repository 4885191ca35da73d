import { defineConfig } from '@playwright/test';
import type { Options } from './e2e/fixtures';
import { browserArgs, findBrowser } from './scripts/browser';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];
const START_TIMEOUT_MS = 300_000;
const STOP_TIMEOUT_MS = 15_000;

/** E2E_PORT moves the server that the tests start; E2E_BASE_URL runs them on one that is running already. */
const port = process.env.E2E_PORT ?? '3210';
const baseURL = process.env.E2E_BASE_URL ?? `http://127.0.0.1:${port}`;
if (!LOOPBACK.includes(new URL(baseURL).hostname))
  throw new Error(`The end-to-end tests change data and so run on this machine only, not on ${baseURL}.`);

// The workers load this file too, and inherit what the first one found.
process.env.CHROMIUM_PATH = findBrowser();

export default defineConfig<Options>({
  testDir: 'e2e',
  outputDir: 'test-results',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  reporter: 'list',
  // Two browsers, the server and a batch that draws its own pictures share two cores: what is slow there is not wrong.
  timeout: 150_000,
  expect: { timeout: 40_000 },
  projects: [
    ...['journeys', 'access', 'a11y'].map((name) => ({ name, testMatch: `${name}/**/*.spec.ts` })),
    // Once more in the other language, but for the first start, which is about processes and takes servers of its own.
    {
      name: 'journeys-en',
      testMatch: 'journeys/**/*.spec.ts',
      testIgnore: 'journeys/first-run.spec.ts',
      use: { language: 'en' },
    },
  ],
  use: {
    baseURL,
    browserName: 'chromium',
    locale: 'zh-CN',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: browserArgs() },
  },
  webServer: process.env.E2E_BASE_URL
    ? undefined
    : {
        command: `"${process.execPath}" --import tsx scripts/e2e-server.ts`,
        env: { PORT: port },
        url: `${baseURL}/api/health`,
        timeout: START_TIMEOUT_MS,
        reuseExistingServer: false,
        gracefulShutdown: { signal: 'SIGTERM', timeout: STOP_TIMEOUT_MS },
        stdout: 'ignore',
        stderr: 'pipe',
      },
});
