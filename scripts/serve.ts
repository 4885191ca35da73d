import type { IncomingMessage, Server } from 'node:http';
import { createRequire } from 'node:module';
import next from 'next';
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_SERVER } from 'next/constants';
import { refusesFlood } from '@/lib/auth/passwords/sign-in-gate';
import { bringsSessionToken } from '@/lib/auth/session-token';
import { clock } from '@/lib/clock';
import { openLocalDoor } from '@/lib/backup/local-door';
import type { Database } from '@/lib/db/client';
import { openDatabase } from '@/lib/db/opening/open';
import { env } from '@/lib/env';
import { parseTrust, stampClientAddress } from '@/lib/http/client-address';
import { builtScripts } from '@/lib/http/front/built-scripts';
import { createFrontDoor } from '@/lib/http/front/front-door';
import { originGate } from '@/lib/http/origin/origin-gate';
import { ProgramDoor } from '@/lib/http/program-door';
import { saysStopping } from '@/lib/http/stopping';
import { LiveDoor } from '@/lib/live/door';
import { log } from '@/lib/log';
import { guardOutput } from '@/lib/redaction';
import { secrets } from '@/lib/secrets';
import { checkInstallation } from '@/lib/setup/identity';
import { provision } from '@/lib/setup/provision';
import { endTracing, startTracing } from '@/lib/tracing/start';
import type { Worker } from '@/lib/worker/worker';

/** Requests under way get this long when the process is asked to stop; a code being generated finishes within it. */
const GRACE_MS = 35_000;

export class AddressInUseError extends Error {
  override readonly name = 'AddressInUseError';
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') return reject(error);
      reject(new AddressInUseError(`Port ${port} is taken. Stop what uses it, or set PORT to another one.`));
    });
    server.listen(port, resolve);
  });
}

/** Proxies are told, and have time to send requests elsewhere. Then new ones are refused, and those under way finish. */
async function closeServer(server: Server): Promise<void> {
  saysStopping(true);
  await clock.sleep(env().DRAIN_SECONDS * 1000);
  return new Promise((resolve) => {
    const deadline = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(deadline);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** Next and next-auth read these from the environment only. */
async function configureNext(appUrl: string | undefined, dev: boolean): Promise<void> {
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  // Spans of what Next fetches have whole addresses in their names.
  process.env.NEXT_OTEL_FETCH_DISABLED = '1';
  // The address, or trust in the Host header without one.
  if (appUrl) process.env.NEXTAUTH_URL = appUrl;
  else process.env.AUTH_TRUST_HOST = 'true';
  // Next prints how long it took to read its configuration, unless that was read before. A start says what its reader has use for.
  const require = createRequire(import.meta.url);
  const config: typeof import('next/dist/server/config') = require('next/dist/server/config');
  await config.default(dev ? PHASE_DEVELOPMENT_SERVER : PHASE_PRODUCTION_SERVER, process.cwd());
}

/** Says once when a proxy is not believed: behind it everybody is one address, and shares one limit of attempts. */
function addressStamp(trustedProxies: string | undefined): (request: IncomingMessage) => void {
  const trust = parseTrust(trustedProxies);
  let said = false;
  return (request) => {
    const { ignoredFrom } = stampClientAddress(request, trust);
    if (ignoredFrom === undefined || said) return;
    said = true;
    log().warn(
      { from: ignoredFrom },
      'a request carried X-Forwarded-For and did not come from a trusted proxy, so the header was ignored; if that address is your proxy, name it in TRUSTED_PROXIES',
    );
  };
}

async function startInlineWorker(database: Database): Promise<Worker> {
  try {
    const { startWorker } = await import('@/lib/worker/worker');
    return await startWorker(database);
  } catch (error) {
    log().fatal({ err: error }, 'the worker could not start');
    process.exit(1);
  }
}

export async function serve({ dev }: { dev: boolean }): Promise<void> {
  const { PORT, DATA_DIR, DATABASE_URL, APP_URL, TRUSTED_PROXIES, WORKER_MODE } = env();
  const say = guardOutput();
  await startTracing();
  secrets();
  const lostLock = (error: Error) => {
    log().fatal({ err: error }, 'DATA_DIR was taken by another process; stopping before rows are lost');
    process.exit(1);
  };
  const patience = { say: (line: string) => console.error(line) };
  const database = await openDatabase({
    ...{ databaseUrl: DATABASE_URL, dataDir: DATA_DIR, onLost: lostLock, patience },
  });
  await checkInstallation(database);
  const setupToken = await provision(env());
  await configureNext(APP_URL, dev);

  const app = next({ dev, turbopack: dev, port: PORT });
  await app.prepare();
  const handle = app.getRequestHandler();
  const stamp = addressStamp(TRUSTED_PROXIES);
  const refusesOrigin = originGate(APP_URL);
  const live = new LiveDoor(env().LIVE_URL);
  const programs = new ProgramDoor();
  const scripts = dev ? () => false : builtScripts('.next/static/chunks');
  const server = createFrontDoor(handle, bringsSessionToken, (req, res) => {
    stamp(req);
    return (
      live.answers(req, res) ||
      scripts(req, res) ||
      refusesFlood(req, res) ||
      refusesOrigin(req, res) ||
      programs.answers(req, res)
    );
  });
  await listen(server, PORT);

  const address = APP_URL ?? `http://localhost:${PORT}`;
  console.log(`Suncode is ready at ${address}`);
  // The link is for whoever reads this.
  if (setupToken) say(`First run: create the administrator at ${address}/setup?token=${setupToken}`);
  // Only now: nobody who opens a page waits for the queue.
  const worker = WORKER_MODE === 'inline' ? startInlineWorker(database) : undefined;

  const closeLocalDoor = await openLocalDoor(database, DATA_DIR);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    closeLocalDoor();
    await Promise.all([closeServer(server), worker?.then(({ stop: stopWorker }) => stopWorker())]);
    await app.close();
    await database.close();
    await endTracing();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void stop());
  await programs.load();
}
