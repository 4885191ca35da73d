import 'server-only';
import { readFileSync, readlinkSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';

// A lock that is only refreshed says a process is dead when it has been silent for seconds. Who also writes down which
// process it is can be looked up at once.

const holderSchema = z.object({ machine: z.string(), pid: z.number().int().positive() });

/** Where a process id means one process: this boot and this container of Linux, else this host. */
function machine(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
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

function isDead(file: string): boolean {
  const { machine: where, pid } = holderSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return where === machine() && !isAlive(pid);
}

/** Says that this process holds the lock. */
export function writeHolder(file: string): void {
  writeFileSync(file, JSON.stringify({ machine: machine(), pid: process.pid }));
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
