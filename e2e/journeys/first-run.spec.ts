import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, signIn, test, visit } from '../fixtures';
import { Account } from '../pages/account';
import { SetUp } from '../pages/set-up';

const PORT = '3211';

test.use({ role: null, baseURL: `http://localhost:${PORT}` });

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
    PORT,
    ADMIN_EMAIL: '',
    ADMIN_PASSWORD: '',
    DATABASE_URL: '',
    APP_URL: '',
  };
  const server = start(env);
  try {
    const link = await nextLine(server, /(http:\/\/localhost:3211\/setup\?token=\S+)/);
    expect((await stat(join(dataDir, 'secrets.json'))).mode & 0o777).toBe(0o600);

    const second = await outputOf(start({ ...env, PORT: '3212' }));
    expect(second.code).toBe(1);
    expect(second.text).toContain(`Another Suncode process is using ${dataDir}`);
    expect(second.text).not.toContain('    at ');

    expect((await visit(page, '/setup?token=wrong'))?.status()).toBe(404);
    await visit(page, link);
    await new SetUp(page, t).createAdministrator({ ...OWNER, name: '店长' });
    expect((await visit(page, link))?.status()).toBe(404);

    const other = await browser.newContext({ baseURL });
    await signIn(other.request, OWNER);
    await new Account(page, t).changePassword(OWNER.password, 'another sentence');
    expect((await other.request.get('/api/codes')).status()).toBe(401);
    expect((await page.request.get('/api/codes')).status()).toBe(200);
    await other.close();

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
