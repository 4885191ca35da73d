import { clock } from '@/lib/clock';

/**
 * How long Suncode waits for WeChat, in one place so that a test need not wait as long. The lease of a code (60 s) and
 * that of a token refresh (15 s) outlast what is said here.
 */
export const patience = {
  /** Milliseconds for all attempts at one code together. */
  deadlineMs: 30_000,
  /** Milliseconds for one attempt, so that a hanging connection leaves time for another. */
  attemptMs: 12_000,
  /** Milliseconds for all attempts at one access token together. */
  tokenDeadlineMs: 10_000,
  /** Milliseconds for one attempt at an access token. */
  tokenAttemptMs: 6_000,
  retry: { random: Math.random, sleep: (durationMs: number): Promise<unknown> => clock.sleep(durationMs) },
};
