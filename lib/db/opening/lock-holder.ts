import 'server-only';
import { readFileSync, readlinkSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';

// A lock that is only refreshed says a process is dead when it has been silent for seconds. Who also writes down which
// process it is can be looked up at once.

const holderSchema = z.object({
  machine: z.string(),
  pid: z.number().int().positive(),
  startedAt: z.string().nullish(),
});

/** Where a process id means one process: this boot and this container of Linux, else this host. */
function machine(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

/** When a process began, in ticks since the boot: another process that got its id later began later. Linux only. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name, in parentheses, and may hold anything; this is the 22nd.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user may not be asked, and is there.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

function readHolder(file: string) {
  return holderSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

function isDead(file: string): boolean {
  const { machine: where, pid } = readHolder(file);
  return where === machine() && !isAlive(pid);
}

/** Whether the process named in `file` is known to live, however long it has been silent. */
export function isKnownToLive(file: string): boolean {
  try {
    const { machine: where, pid, startedAt } = readHolder(file);
    return where === machine() && !!startedAt && startOf(pid) === startedAt;
  } catch {
    return false;
  }
}

/** Says that this process holds the lock. */
export function writeHolder(file: string): void {
  const { pid } = process;
  writeFileSync(file, JSON.stringify({ machine: machine(), pid, startedAt: startOf(pid) }));
}

/** Removes `lock`, a folder, when the process named in `file` is known to be dead; otherwise leaves all as it is. */
export function freeFromDead(lock: string, file: string): void {
  const mine = `${file}.${process.pid}`;
  try {
    if (!isDead(file)) return;
    // Of several processes that start at once, one gets the dead one's name, and only that one may remove its lock.
    renameSync(file, mine);
    if (!isDead(mine)) return renameSync(mine, file);
    rmSync(mine);
    rmdirSync(lock);
  } catch {
    // Nobody wrote down who it is, or another process was faster: the lock tells by its age.
  }
}
