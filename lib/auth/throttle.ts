import 'server-only';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '@/lib/errors';

const WINDOW_SECONDS = 15 * 60;
/** Wrong passwords for one account from one address, and for one account from anywhere. */
const PER_ACCOUNT_AND_ADDRESS = 5;
const PER_ACCOUNT = 30;

type Limiters = { pair: RateLimiterMemory; account: RateLimiterMemory };

// Next bundles routes apart from each other: one counter for all of them has to live outside the module.
const holder: typeof globalThis & { suncodeSignInLimiters?: Limiters } = globalThis;

function limiters(): Limiters {
  return (holder.suncodeSignInLimiters ??= {
    pair: new RateLimiterMemory({ points: PER_ACCOUNT_AND_ADDRESS, duration: WINDOW_SECONDS }),
    account: new RateLimiterMemory({ points: PER_ACCOUNT, duration: WINDOW_SECONDS }),
  });
}

/**
 * Counts an attempt before the password is looked at, so that parallel guesses cannot slip past the limit.
 * @throws AppError TOO_MANY_ATTEMPTS with the minutes to wait
 */
export async function countSignInAttempt(email: string, address: string): Promise<void> {
  const { pair, account } = limiters();
  try {
    await pair.consume(`${email} ${address}`);
    await account.consume(email);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new AppError('TOO_MANY_ATTEMPTS', { values: { minutes: Math.ceil(error.msBeforeNext / 60_000) } });
  }
}

export async function clearSignInAttempts(email: string, address: string): Promise<void> {
  const { pair, account } = limiters();
  await Promise.all([pair.delete(`${email} ${address}`), account.delete(email)]);
}
