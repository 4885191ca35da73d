import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { BrowserContext } from '@playwright/test';
import { freePort } from '@/scripts/free-port';
import { expect, signIn, test, visit } from '../fixtures';
import { Account } from '../pages/account';
import { SetUp } from '../pages/set-up';
import { SignIn } from '../pages/sign-in';

// The servers of this journey are its own.
test.use({ role: null, baseURL: async ({ role: _ }, use) => use(`http://localhost:${await freePort()}`) });

const OWNER = { email: 'owner@example.com', password: 'a sentence to remember' };

const ENV = { ...process.env, TSX_TSCONFIG_PATH: 'scripts/tsconfig.json', LOG_LEVEL: 'error' };

function start(env: Record<string, string>): ChildProcess {
  const args = ['--import', 'tsx', 'scripts/start.ts'];
  return spawn(process.execPath, args, { env: { ...ENV, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Everything that the process prints until it ends. */
async function outputOf(child: ChildProcess): Promise<{ code: number | null; text: string }> {
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, text: Buffer.concat(chunks).toString('utf8') };
}

async function nextLine(child: ChildProcess, pattern: RegExp): Promise<string> {
  if (!child.stdout) throw new Error('no stdout');
  for await (const line of createInterface({ input: child.stdout })) {
    const match = pattern.exec(line);
    if (match) return match[1] ?? '';
    // A start says what whoever started it has use for, and nothing of what it is made of.
    expect(line).not.toMatch(/next|telemetry|warning/i);
  }
  throw new Error('The server ended before it printed the line.');
}

test('first start: set-up once, one process per folder, a changed password ends other sessions, Ctrl-C is clean', async ({
  page,
  browser,
  baseURL,
  t,
}) => {
  // Three starts of a server, one of which waits for a lock to grow stale.
  test.slow();
  const dataDir = await mkdtemp(join(tmpdir(), 'suncode-first-run-'));
  const env = {
    DATA_DIR: dataDir,
    PORT: new URL(baseURL ?? '').port,
    ADMIN_EMAIL: '',
    ADMIN_PASSWORD: '',
    DATABASE_URL: '',
    APP_URL: '',
  };
  const server = start(env);
  try {
    const link = await nextLine(server, /(http:\/\/localhost:\d+\/setup\?token=\S+)/);
    expect((await stat(join(dataDir, 'secrets.json'))).mode & 0o777).toBe(0o600);

    const second = await outputOf(start({ ...env, PORT: await freePort() }));
    expect(second.code).toBe(1);
    expect(second.text).toContain(`Another Suncode process is using ${dataDir}`);
    expect(second.text).not.toContain('    at ');

    expect((await visit(page, '/setup?token=wrong'))?.status()).toBe(404);
    // A server that nobody told otherwise has no pages for those who build Suncode.
    expect((await page.request.get('/dev/ui')).status()).toBe(404);
    // Nobody has an account yet, and the door says how the first one is made.
    await visit(page, '/sign-in');
    await expect(page.getByRole('heading', { name: t('auth.setup.first') })).toBeVisible();
    await expect(page.getByLabel(t('auth.password'))).toHaveCount(0);
    await visit(page, link);
    const setUp = new SetUp(page, t);
    await setUp.fill({ name: '店长', email: OWNER.email, password: `${OWNER.email}1` });
    await expect(setUp.warning).toBeVisible();
    await setUp.createAdministrator({ ...OWNER, name: '店长' });
    expect((await visit(page, link))?.status()).toBe(404);

    const other = await browser.newContext({ baseURL });
    await signIn(other.request, OWNER);
    await new Account(page, t).changePassword(OWNER.password, 'another sentence');
    expect((await other.request.get('/api/codes')).status()).toBe(401);
    expect((await page.request.get('/api/codes')).status()).toBe(200);

    // Somebody's own sessions, on an account that no other test signs in to.
    const renewed = { ...OWNER, password: 'another sentence' };
    const reads = async (context: BrowserContext) => (await context.request.get('/api/codes')).status();
    await signIn(other.request, renewed);
    const copy = await browser.newContext({ baseURL, storageState: await other.storageState() });
    expect(await reads(copy)).toBe(200);
    await new Account(page, t).signOutOther(renewed.password);
    expect(await reads(other)).toBe(401);
    expect(await reads(copy)).toBe(401);
    expect(await reads(page.context())).toBe(200);
    await signIn(other.request, renewed);
    await new Account(page, t).signOutEverywhere(renewed.password);
    expect(await reads(other)).toBe(401);
    await copy.close();
    await other.close();

    // Strangers' guesses lock strangers, and not the browser that has signed in before.
    const stranger = await browser.newContext({ baseURL });
    const door = new SignIn(await stranger.newPage(), t);
    await visit(door.page, '/sign-in');
    for (const status of [401, 401, 401, 401, 401, 429]) {
      const answer = door.page.waitForResponse(/\/callback\/credentials$/);
      await door.signIn({ ...OWNER, password: 'a guess' });
      expect((await answer).status()).toBe(status);
    }
    await expect(door.lock).toBeVisible();
    await stranger.close();
    await new SignIn(page, t).signIn(renewed);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('店长');

    const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
    server.kill('SIGINT');
    expect(await ended).toBe(0);
  } finally {
    server.kill('SIGKILL');
    await rm(dataDir, { recursive: true, force: true });
  }
});

test('a bad variable stops the start with a sentence that names it', async () => {
  const { code, text } = await outputOf(start({ PORT: 'eighty', ENCRYPTION_KEY: 'short-secret-value' }));
  expect(code).toBe(1);
  expect(text).toContain('PORT must be a port number');
  expect(text).toContain('ENCRYPTION_KEY must be 64 hexadecimal digits');
  expect(text).not.toContain('short-secret-value');
});
