import { spawn } from 'node:child_process';
import { chromium } from '@playwright/test';
import { findBrowser, browserArgs } from '../scripts/browser';
import { timeMs, type Figure } from './measure';

const PORT = 3299;
const BASE = `http://127.0.0.1:${PORT}`;
const ADMIN = { email: 'bench@suncode.test', password: 'bench-password-1' };
const PAGES = ['/sign-in', '/', '/codes', '/codes/new', '/quota', '/settings/apps', '/settings/account'];
const KB = 1_000;
const START_DEADLINE_MS = 60_000;

async function untilHealthy(): Promise<void> {
  const endsAt = performance.now() + START_DEADLINE_MS;
  while (performance.now() < endsAt) {
    const response = await fetch(`${BASE}/api/health`).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('The server did not start.');
}

/** Compressed bytes of every script that a first visit of the page loads. */
async function scriptKb(path: string): Promise<number> {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArgs() });
  const context = await browser.newContext();
  if (path !== '/sign-in') {
    const { csrfToken } = await (await context.request.get(`${BASE}/api/auth/csrf`)).json();
    const form = { csrfToken, ...ADMIN, json: 'true' };
    await context.request.post(`${BASE}/api/auth/callback/credentials`, { form });
  }
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script')
      sizes.push(request.sizes().then((size) => size.responseBodySize));
  });
  await page.goto(`${BASE}${path}`, { waitUntil: 'load' });
  // What Next prefetches for other pages afterwards is not part of this page's first load.
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await browser.close();
  return bytes / KB;
}

/** Starts the finished build as `npm start` does, and looks at each page with a real browser. */
export async function benchServer(dataDir: string): Promise<Figure[]> {
  const env = {
    ...process.env,
    PORT: String(PORT),
    DATA_DIR: dataDir,
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
  };
  let server = spawn('npm', ['start', '--silent'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  await untilHealthy(); // builds when this source has no build yet, and makes the database
  await stop(server);
  const startMs = await timeMs(async () => {
    server = spawn('npm', ['start', '--silent'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    await untilHealthy();
  });
  try {
    const figures: Figure[] = [
      { name: 'npm start until it serves', value: startMs, unit: 'ms', bound: '≤ 5000' },
    ];
    for (const path of PAGES)
      figures.push({
        name: `first-load JavaScript of ${path}`,
        value: await scriptKb(path),
        unit: 'kB',
        bound: '≤ 250',
      });
    return figures;
  } finally {
    await stop(server);
  }
}

async function stop(server: ReturnType<typeof spawn>): Promise<void> {
  const closed = new Promise((resolve) => server.once('close', resolve));
  server.kill('SIGTERM');
  await closed;
}
