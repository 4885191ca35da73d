import 'server-only';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import lockfile from 'proper-lockfile';
import { freeFromDead, isKnownToLive, writeHolder } from './lock-holder';

/** A holder of which no more is known, and that stopped refreshing its lock for this long, is dead. */
const STALE_MS = 5_000;
/** One that is known to live may only be busy, or stopped for a moment: nobody takes its lock for that. */
const STALE_OF_LIVING_MS = 24 * 60 * 60 * 1000;
const REFRESH_MS = 1_000;
const RETRY_EVERY_MS = 500;

export class DataDirInUseError extends Error {
  override readonly name = 'DataDirInUseError';
  constructor(dataDir: string) {
    super(
      `Another Suncode process is using ${dataDir}. Stop it first, or give this one its own DATA_DIR. ` +
        'Several processes can share one database only on PostgreSQL (set DATABASE_URL).',
    );
  }
}

/**
 * Takes DATA_DIR for this process alone: two PGlite instances on one folder silently lose each other's rows. After a
 * process of this machine that was killed it is free at once, else as soon as the lock of a dead one looks dead.
 * @param onLost called when the lock was taken away (the machine slept, the folder vanished): the caller must stop
 * @returns gives the folder free
 * @throws DataDirInUseError when a living process holds it
 */
export async function lockDataDir(
  dataDir: string,
  onLost: (error: Error) => void,
): Promise<() => Promise<void>> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lockfilePath = join(dataDir, 'suncode.lock');
  const holder = join(dataDir, 'suncode.holder.json');
  freeFromDead(lockfilePath, holder);
  try {
    const unlock = await lockfile.lock(dataDir, {
      lockfilePath,
      stale: isKnownToLive(holder) ? STALE_OF_LIVING_MS : STALE_MS,
      update: REFRESH_MS,
      retries: { retries: STALE_MS / RETRY_EVERY_MS + 2, factor: 1, minTimeout: RETRY_EVERY_MS },
      onCompromised: onLost,
    });
    writeHolder(holder);
    return unlock;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ELOCKED')
      throw new DataDirInUseError(dataDir);
    throw error;
  }
}
