import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from '@playwright/test';

// Chromium without a window costs the two cores about half of what the whole one does in its headless mode.
const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell'];
const NAMES = [...SHELLS, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const DOWNLOAD_TIMEOUT_MS = 180_000;
const INSTALL_TIMEOUT_MS = 600_000;

const HELP =
  'The end-to-end tests found no browser and could not install one: install Chromium or Chrome, ' +
  'or name its executable in CHROMIUM_PATH.';

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/** The browser that Playwright keeps for itself, when it is there. */
function playwrightOwn(): string | undefined {
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

function downloaded(): string | undefined {
  const cli = join(
    dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')),
    'cli.js',
  );
  console.error('No browser is installed; asking Playwright to download one…');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: DOWNLOAD_TIMEOUT_MS,
  });
  return playwrightOwn();
}

/** Debian and Ubuntu, as root: a bare container can help itself. */
function aptInstalled(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.error('Installing Chromium with apt-get…');
  // Ubuntu knows no shell.
  const packages = ['chromium-headless-shell', 'chromium'];
  const options = {
    stdio: 'ignore' as const,
    timeout: INSTALL_TIMEOUT_MS,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update'], options);
  for (const name of packages) {
    const args = ['install', '-y', '--no-install-recommends', name];
    if (spawnSync('apt-get', args, options).status === 0) return onPath();
  }
  return undefined;
}

function fromEnvironment(): string | undefined {
  const path = process.env.CHROMIUM_PATH;
  if (!path) return undefined;
  if (isExecutable(path)) return path;
  throw new Error(`CHROMIUM_PATH names ${path}, which is not a program.`);
}

/**
 * The executable of a Chromium or Chrome, found or, failing that, installed.
 * @throws Error with one sentence that says what to do
 */
export function findBrowser(): string {
  const path = fromEnvironment() ?? onPath() ?? playwrightOwn() ?? downloaded() ?? aptInstalled();
  if (path) return path;
  throw new Error(HELP);
}

/** Nothing but the pages under test is asked for; as root, Chromium runs only without its sandbox. */
export function browserArgs(): string[] {
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
}
