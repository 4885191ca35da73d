import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startPostgres } from '@/lib/testing/postgres';
import { startRelay, type Relay } from '@/lib/testing/stand-ins/relay';
import type { Figure } from '../measure';
import { startPacedUpstream, type PacedUpstream } from '../paced-upstream';
import { outputOf, scriptEnv, startServer, startWorker, stopServer } from '../processes';
import { ADMIN, untilHealthy, Visitor } from '../visitor';
import { FAULTS, query, type Fault, type Parts } from './faults-plan';
import { exportFigures, figuresOf, outcomeFigures } from './faults-figures';
import type { Exported, FaultsGround, Outcome } from './faults-run';
import { askPage, watch, type Watched } from './faults-watch';

const WEB_PORTS = [3291, 3292];
const WORKER_PORTS = [3293, 3294, 3295];
const ROWS = 5_000;
const PERMANENT_ROWS = 300;
/** The batch has visibly gone on when so many more codes are made. */
const MORE_CODES = 60;
const LOOK_EVERY_MS = 100;
const PATIENCE_MS = 120_000;
const BATCH_PATIENCE_MS = 900_000;

const baseOf = (port: number) => `http://127.0.0.1:${port}`;

type Process = { child: ChildProcess; isWanted: boolean };

/** Servers and workers, and what ended without being asked to. */
class Processes {
  readonly endedBy: string[] = [];
  readonly #all = new Map<string, Process>();
  readonly #start: (name: string) => ChildProcess;

  constructor(start: (name: string) => ChildProcess) {
    this.#start = start;
  }

  start(name: string): void {
    const started: Process = { child: this.#start(name), isWanted: true };
    started.child.once('exit', (code, signal) => {
      if (started.isWanted) this.endedBy.push(`${name} by ${signal ?? code}`);
    });
    this.#all.set(name, started);
  }

  async stop(name: string, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const running = this.#all.get(name);
    if (!running || running.child.exitCode !== null || running.child.signalCode !== null) return;
    running.isWanted = false;
    await stopServer(running.child, signal);
  }

  async stopAll(): Promise<void> {
    await Promise.all([...this.#all.keys()].map((name) => this.stop(name, 'SIGTERM')));
  }
}

async function until(what: string, patienceMs: number, isSo: () => Promise<boolean>): Promise<void> {
  const endsAt = performance.now() + patienceMs;
  while (!(await isSo())) {
    if (performance.now() > endsAt) throw new Error(`${what}: not within ${patienceMs / 1_000} s`);
    await pause(LOOK_EVERY_MS);
  }
}

/** Asked past the relay, and of a connection of its own each time: the server may have been away. */
async function one(url: string, statement: string): Promise<string> {
  const [row] = await query(url, statement);
  return String(Object.values(row ?? {})[0]);
}

type Course = { parts: Parts; watched: Watched; batchId: string };

/** One fault in the middle of the batch, and how soon everything was as before. */
async function undergo(fault: Fault, { parts, watched, batchId }: Course): Promise<Figure[]> {
  const { url } = parts.postgres;
  const ready = async () => Number(await one(url, `SELECT count(*) FROM "Code" WHERE "status" = 'READY'`));
  const before = await ready();
  await until('the batch goes on', PATIENCE_MS, async () => (await ready()) >= before + MORE_CODES);
  const state = await one(
    url,
    `SELECT "state" || ' ' || coalesce("stoppedBy", '') FROM "Batch" WHERE "id" = '${batchId}'`,
  );
  process.stderr.write(`${new Date().toISOString()} ${fault.name}, at ${await ready()} codes, ${state}\n`);
  const stopWatching = watch(watched);
  await fault.run(parts);
  const endedAt = performance.now();
  const seconds = () => (performance.now() - endedAt) / 1_000;
  const seen = stopWatching();
  const atEnd = await ready();
  const page = until(
    'a page',
    PATIENCE_MS,
    async () => (await askPage(watched.visitor, '/codes')).status === 200,
  ).then(seconds);
  const next = until(`${fault.name}: the next code`, PATIENCE_MS, async () => (await ready()) > atEnd).then(
    seconds,
  );
  const [pageS, nextS] = await Promise.all([page, next]);
  return figuresOf(fault.name, {
    seen: await seen,
    pageS,
    nextS,
    madeMeanwhile: atEnd - before - MORE_CODES,
  });
}

type Ground = Omit<Parts, 'killWorker'> & { upstream: PacedUpstream; folder: string };

function envOf({ postgres, database, store, upstream, folder }: Ground): Record<string, string> {
  return {
    DATA_DIR: join(folder, 'data'),
    DATABASE_URL: postgres.url.replace(/:\d+\/postgres$/, `:${database.port}/postgres`),
    STORAGE_URL: `s3://key:secret@s3.invalid/bench?endpoint=${baseOf(store.port)}`,
    WECHAT_API_BASE_URL: upstream.url,
    ...{ WORKER_MODE: 'external', ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password },
  };
}

type Env = Record<string, string>;

function newProcesses(folder: string, env: Env): Processes {
  return new Processes((name) => {
    const log = openSync(join(folder, `${name}.log`), 'a');
    const [kind, at] = [name.slice(0, -1), Number(name.slice(-1))];
    return kind === 'web'
      ? startServer({ ...env, PORT: String(WEB_PORTS[at]) }, log)
      : startWorker({ ...env, METRICS_PORT: String(WORKER_PORTS[at]) }, log);
  });
}

/** @returns somebody who has signed in, and where to ask */
async function startAll(processes: Processes): Promise<Watched> {
  const [first = '', second = ''] = WEB_PORTS.map(baseOf);
  processes.start('web0');
  await untilHealthy(first);
  for (const name of ['web1', ...WORKER_PORTS.map((_, at) => `worker${at}`)]) processes.start(name);
  await untilHealthy(second);
  const visitor = new Visitor(first);
  await visitor.signIn();
  return { visitor, bases: [first, second], readyBases: [first, second, baseOf(WORKER_PORTS[0] ?? 0)] };
}

async function outcomeOf(
  ground: Ground,
  { env, batchId, endedBy }: { env: Env; batchId: string; endedBy: string[] },
): Promise<Figure[]> {
  const exported: Exported = JSON.parse(
    await outputOf('bench/faults/faults-run.ts', ['export', batchId], env),
  );
  const outcome: Outcome = JSON.parse(await outputOf('bench/faults/faults-run.ts', ['compare'], env));
  const targets = (await ground.upstream.seen()).map(({ target }) => target);
  return [...outcomeFigures(outcome, { targets, endedBy }), ...exportFigures(exported, ROWS)];
}

async function trial(ground: Ground): Promise<Figure[]> {
  const { url } = ground.postgres;
  // What was written is safe once it was said to be: the server of tests does without that.
  await query(url, 'ALTER DATABASE postgres SET synchronous_commit = on');
  const env = envOf(ground);
  const processes = newProcesses(ground.folder, env);
  try {
    const watched = await startAll(processes);
    const started = await outputOf(
      'bench/faults/faults-run.ts',
      ['start', String(ROWS), String(PERMANENT_ROWS)],
      env,
    );
    const { batchId }: FaultsGround = JSON.parse(started);
    const killWorker = async (at: number) => {
      const name = `worker${at % WORKER_PORTS.length}`;
      await processes.stop(name, 'SIGKILL');
      processes.start(name);
    };
    const figures: Figure[] = [];
    const course = { parts: { ...ground, killWorker }, watched, batchId };
    for (const fault of FAULTS) figures.push(...(await undergo(fault, course)));
    const running = `SELECT count(*) FROM "Batch" WHERE "state" = 'RUNNING'`;
    await until('the end of both batches', BATCH_PATIENCE_MS, async () => (await one(url, running)) === '0');
    return [...figures, ...(await outcomeOf(ground, { env, batchId, endedBy: processes.endedBy }))];
  } finally {
    await processes.stopAll();
  }
}

/** Whether several processes on one PostgreSQL and one S3 survive what befalls them. Needs a finished build. */
export async function benchFaults(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'suncode-bench-faults-'));
  const postgres = await startPostgres();
  const s3 = fork('bench/faults/faults-s3.ts', { env: scriptEnv(), execArgv: ['--import', 'tsx'] });
  const upstream = await startPacedUpstream();
  const relays: Relay[] = [];
  try {
    const [s3Port]: number[] = await once(s3, 'message');
    const database = await startRelay(Number(new URL(postgres.url).port));
    const store = await startRelay(s3Port ?? 0);
    relays.push(database, store);
    return await trial({ folder, postgres, database, store, s3, upstream });
  } finally {
    for (const relay of relays) await relay.close();
    upstream.close();
    s3.disconnect();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
