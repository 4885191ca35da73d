import 'server-only';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '@/lib/errors';

/** Requests of one key, in this process. Calls to WeChat have their own limit (lib/apps/calls/call-budget.ts). */
const PER_MINUTE = 1200;
const WINDOW_SECONDS = 60;

// Next bundles routes apart from each other: one limiter for all of them has to live outside the module.
const holder: typeof globalThis & { suncodeApiRate?: RateLimiterMemory } = globalThis;

const limiter = () =>
  (holder.suncodeApiRate ??= new RateLimiterMemory({ points: PER_MINUTE, duration: WINDOW_SECONDS }));

const secondsOf = ({ msBeforeNext }: RateLimiterRes) => Math.ceil(msBeforeNext / 1000);

/**
 * Counts a request of a key.
 * @returns the headers that tell what is left (draft-ietf-httpapi-ratelimit-headers)
 * @throws AppError RATE_LIMITED
 */
export async function countRequest(keyId: string): Promise<Record<string, string>> {
  try {
    const left = await limiter().consume(keyId);
    return {
      'ratelimit-policy': `"default";q=${PER_MINUTE};w=${WINDOW_SECONDS}`,
      ratelimit: `"default";r=${left.remainingPoints};t=${secondsOf(left)}`,
    };
  } catch (full) {
    if (!(full instanceof RateLimiterRes)) throw full;
    throw new AppError('RATE_LIMITED', { values: { max: PER_MINUTE, seconds: secondsOf(full) } });
  }
}
