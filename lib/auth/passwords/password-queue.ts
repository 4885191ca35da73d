import 'server-only';
import pLimit, { type LimitFunction } from 'p-limit';
import { clock } from '@/lib/clock';
import { AppError } from '@/lib/errors';

/** Seconds after which it is worth trying again. */
export const RETRY_SECONDS = 5;
/** Less than a second of waiting; who comes later is refused at once. */
const MAX_IN_LANE = 16;

/**
 * `known`: people who are signed in, or whose browser has signed in to the account before. `strangers`: everybody else. A
 * flood of the latter does not stand in the way of the former.
 */
export type Lane = 'known' | 'strangers';

// On globalThis, since each of Next's bundles has its own instance of this module and there is one processor.
const holder: typeof globalThis & { suncodePasswordLanes?: Record<Lane, LimitFunction> } = globalThis;

function lane(name: Lane): LimitFunction {
  holder.suncodePasswordLanes ??= { known: pLimit(1), strangers: pLimit(1) };
  return holder.suncodePasswordLanes[name];
}

/** Whether whoever comes now is refused. */
export function isLaneFull(name: Lane): boolean {
  const { activeCount, pendingCount } = lane(name);
  return activeCount + pendingCount >= MAX_IN_LANE;
}

/**
 * A check of a password takes 20 ms of a core and a thread of libuv, which files and pictures need too: each lane does one
 * at a time, and that of strangers rests after each for as long as it took, so that a flood takes half a core at most.
 * @throws AppError SIGN_IN_BUSY when the lane is full
 */
export async function inPasswordQueue<T>(name: Lane, work: () => Promise<T>): Promise<T> {
  if (isLaneFull(name)) throw new AppError('SIGN_IN_BUSY', { values: { seconds: RETRY_SECONDS } });
  return new Promise((resolve, reject) => {
    void lane(name)(async () => {
      const startedAt = performance.now();
      await work().then(resolve, reject);
      if (name === 'strangers') await clock.sleep(performance.now() - startedAt);
    });
  });
}
