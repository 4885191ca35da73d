import 'server-only';
import { LRUCache } from 'lru-cache';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export const ATTEMPT_WINDOW_SECONDS = 15 * 60;
/** About 5 MB: who makes up accounts and addresses pushes the oldest out and does not fill the memory. */
const MAX_KEYS = 10_000;

/**
 * Attempts per key within a time, by default a quarter of an hour, in this process. Those that people sign in with are counted over all
 * processes: see attempts.ts.
 */
export class AttemptCounter {
  readonly #limiter: RateLimiterMemory;
  readonly #keys: LRUCache<string, true>;

  constructor(points: number, { maxKeys = MAX_KEYS, windowSeconds = ATTEMPT_WINDOW_SECONDS } = {}) {
    this.#limiter = new RateLimiterMemory({ points, duration: windowSeconds });
    this.#keys = new LRUCache({
      max: maxKeys,
      dispose: (_value, key, reason) => void (reason === 'evict' && this.#limiter.delete(key)),
    });
  }

  /** Counts one attempt. @returns false when the key had none left */
  async take(key: string): Promise<boolean> {
    this.#keys.set(key, true);
    try {
      await this.#limiter.consume(key);
      return true;
    } catch (error) {
      if (error instanceof RateLimiterRes) return false;
      throw error;
    }
  }

  /** How many were counted, and for how long the key is locked (0: not at all). */
  async look(key: string): Promise<{ taken: number; lockedMs: number }> {
    const state = await this.#limiter.get(key);
    const taken = state?.consumedPoints ?? 0;
    return { taken, lockedMs: taken > this.#limiter.points ? (state?.msBeforeNext ?? 0) : 0 };
  }

  async giveBack(key: string, attempts: number): Promise<void> {
    if ((await this.#limiter.get(key)) !== null) await this.#limiter.reward(key, attempts);
  }

  async forget(key: string): Promise<void> {
    this.#keys.delete(key);
    await this.#limiter.delete(key);
  }
}
