import { firstLoadKb } from '@/lib/testing/first-load';
import { timeMs, type Figure } from './measure';
import { startServer, stopServer } from './processes';

const PORT = 3299;
const BASE = `http://127.0.0.1:${PORT}`;
const ADMIN = { email: 'bench@suncode.test', password: 'bench-password-1' };
const PAGES = [
  ...['/sign-in', '/', '/codes', '/codes?view=table', '/codes/new', '/batches', '/batches/new'],
  ...['/exports', '/exports/new?app=all', '/quota', '/settings/apps', '/settings/account'],
];
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

class Visitor {
  readonly #cookies = new Map<string, string>();

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${BASE}${path}`, { redirect: 'manual', ...init, headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      this.#cookies.set(name, value);
    }
    return response;
  }

  async signIn(): Promise<void> {
    const { csrfToken }: { csrfToken: string } = await (await this.fetch('/api/auth/csrf')).json();
    const body = new URLSearchParams({ csrfToken, ...ADMIN, json: 'true' });
    await this.fetch('/api/auth/callback/credentials', { method: 'POST', body });
  }
}

async function scriptKb(visitor: Visitor, path: string): Promise<number> {
  const html = await (await visitor.fetch(path)).text();
  return firstLoadKb(
    html,
    async (script) => new Uint8Array(await (await visitor.fetch(script)).arrayBuffer()),
  );
}

/** Starts the finished build as `npm start` does, and weighs what each page loads. */
export async function benchServer(dataDir: string): Promise<Figure[]> {
  const env = {
    PORT: String(PORT),
    DATA_DIR: dataDir,
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
  };
  let server = startServer(env);
  await untilHealthy(); // builds when this source has no build yet, and makes the database
  await stopServer(server);
  const startMs = await timeMs(async () => {
    server = startServer(env);
    await untilHealthy();
  });
  try {
    const figures: Figure[] = [
      { name: 'start of a finished build until it serves', value: startMs, unit: 'ms', bound: '≤ 5000' },
    ];
    const visitor = new Visitor();
    for (const path of PAGES) {
      if (path === '/') await visitor.signIn();
      figures.push({
        name: `first-load JavaScript of ${path}`,
        value: await scriptKb(visitor, path),
        unit: 'kB',
        bound: '≤ 250',
      });
    }
    return figures;
  } finally {
    await stopServer(server);
  }
}
