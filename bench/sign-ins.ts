import { setTimeout as pause } from 'node:timers/promises';
import { percentile, timeMs, timesMs, type Figure } from './measure';
import { startServer, stopServer } from './processes';
import { ADMIN, untilHealthy, Visitor } from './visitor';

const PORT = 3298;
const BASE = `http://127.0.0.1:${PORT}`;
const PAGE = '/codes';
const WARM_UP = 10;
const RUNS = 60;
const PAUSE_MS = 150;
const PER_SECOND = 60;
const BOUND = '≤ 300';

type Flood = { statuses: Map<number, number>; stop: () => Promise<void> };

/** Strangers with made-up accounts from made-up addresses, so that no limit of attempts stops them. */
async function flood(): Promise<Flood> {
  const stranger = new Visitor(BASE);
  const csrfToken = await stranger.csrfToken();
  const statuses = new Map<number, number>();
  const running = new Set<Promise<void>>();
  let sent = 0;
  const guess = async (n: number) => {
    const body = new URLSearchParams({
      csrfToken,
      email: `nobody-${n}@suncode.test`,
      password: 'guess',
      json: 'true',
    });
    const headers = { 'x-forwarded-for': `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}` };
    const init = { method: 'POST', body, headers };
    const { status } = await stranger.fetch('/api/auth/callback/credentials', init);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  };
  const timer = setInterval(() => {
    const attempt = guess((sent += 1)).finally(() => running.delete(attempt));
    running.add(attempt);
  }, 1000 / PER_SECOND);
  const stop = async () => {
    clearInterval(timer);
    await Promise.all(running);
  };
  return { statuses, stop };
}

async function pageP95(visitor: Visitor): Promise<number> {
  const open = async () => {
    const response = await visitor.fetch(PAGE);
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${PAGE} answered ${response.status}.`);
  };
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    times.push(await timeMs(open));
    await pause(PAUSE_MS);
  }
  return percentile(times, 0.95);
}

/** What a page costs somebody who is signed in while strangers guess passwords, sixty times a second. */
export async function benchSignIns(dataDir: string): Promise<Figure[]> {
  const server = startServer({
    PORT: String(PORT),
    DATA_DIR: dataDir,
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    // The bench is the proxy that the made-up addresses come through.
    TRUSTED_PROXIES: 'loopback',
  });
  try {
    await untilHealthy(BASE);
    const visitor = new Visitor(BASE);
    await visitor.signIn();
    await timesMs(WARM_UP, () => visitor.fetch(PAGE));
    const alone = await pageP95(visitor);
    const { statuses, stop } = await flood();
    const meanwhile = await pageP95(visitor);
    const known = await timeMs(() => visitor.signIn());
    await stop();
    return [
      { name: `${PAGE}, 95th percentile`, value: alone, unit: 'ms' },
      {
        name: `${PAGE} while sixty sign-ins a second arrive, 95th percentile`,
        value: meanwhile,
        unit: 'ms',
        bound: BOUND,
      },
      { name: 'sign-in of a known browser meanwhile', value: known, unit: 'ms' },
      { name: 'of those sign-ins checked', value: statuses.get(401) ?? 0, unit: 'calls' },
      { name: 'of those sign-ins refused at once', value: statuses.get(503) ?? 0, unit: 'calls' },
    ];
  } finally {
    await stopServer(server);
  }
}
