// How many calls to WeChat may leave, as arithmetic: the generic cell rate algorithm. Each call costs a fixed time, and
// the sum of what was spent (`…PaidUntilMs`) may run ahead of the clock by a burst at most. So a window of W milliseconds
// holds at most (W + burst) / cost calls, wherever it begins, whatever happened before it and however often the process
// was started anew; nothing has to be remembered but two numbers.

/** Moments in milliseconds since 1970; fractions count. */
export type Pace = {
  /** When all calls made so far would have been made one after the other at an even pace. */
  paidUntilMs: number;
  /** The same for the calls of batches alone, at the pace of batches. */
  batchPaidUntilMs: number;
};

const WINDOW_MS = 60_000;

/** WeChat refuses more than 5,000 in a minute (contract §6); a few calls may leave later than they were let out. */
const ALL_PER_WINDOW = 4_950;

/** What batches may have run ahead: pauses of the process up to this long cost no throughput. */
const BATCH_BURST_MS = 1_000;
/** Codes made by hand may run further ahead, so that they find room where batches wait. */
const HAND_BURST_MS = 1_600;

// A little more, so that a window holds less than one call too many and not exactly one: well above what rounding does to
// milliseconds since 1970, whose last digit is a few ten-thousandths.
const HAIR = 1 + 1e-4;
const ALL_COST_MS = ((WINDOW_MS + HAND_BURST_MS) / ALL_PER_WINDOW) * HAIR;

/** The dearest call is that of a Mini Program which makes one in a minute; another one may have left with it. */
const AHEAD_MOST_MS = 2 * WINDOW_MS;

export type Grant = {
  granted: number;
  pace: Pace;
  /** Milliseconds until one more may leave. */
  waitMs: number;
};

/**
 * What was paid runs ahead of the clock by a burst and a call or two, whose calls cost a minute at most. More than that was written
 * before the clock was set back, and would hold everything until it is that late again: the pace begins anew.
 */
function plausible(pace: Pace, nowMs: number): Pace {
  const latest = nowMs + HAND_BURST_MS + AHEAD_MOST_MS;
  const kept = (paidUntilMs: number) => (paidUntilMs > latest ? nowMs : paidUntilMs);
  return { paidUntilMs: kept(pace.paidUntilMs), batchPaidUntilMs: kept(pace.batchPaidUntilMs) };
}

function batchCostMs(perMinute: number): number {
  return ((WINDOW_MS + BATCH_BURST_MS) / perMinute) * HAIR;
}

/** How many calls fit before `paidUntilMs` runs ahead of the clock by more than the burst. */
function fitting(
  paidUntilMs: number,
  costMs: number,
  { nowMs, burstMs }: { nowMs: number; burstMs: number },
) {
  const aheadMs = Math.max(paidUntilMs - nowMs, 0);
  return aheadMs > burstMs ? 0 : Math.floor((burstMs - aheadMs) / costMs) + 1;
}

function pay(paidUntilMs: number, costMs: number, nowMs: number): number {
  return Math.max(paidUntilMs, nowMs) + costMs;
}

/**
 * Lets out up to `want` calls of batches.
 * @param ask.perMinute no window of 60 s holds more of them
 */
export function grantBatch(paid: Pace, ask: { nowMs: number; want: number; perMinute: number }): Grant {
  const { nowMs, want, perMinute } = ask;
  const pace = plausible(paid, nowMs);
  const costMs = batchCostMs(perMinute);
  const limits = { nowMs, burstMs: BATCH_BURST_MS };
  const granted = Math.min(
    want,
    fitting(pace.batchPaidUntilMs, costMs, limits),
    fitting(pace.paidUntilMs, ALL_COST_MS, limits),
  );
  const after =
    granted === 0
      ? pace
      : {
          paidUntilMs: pay(pace.paidUntilMs, granted * ALL_COST_MS, nowMs),
          batchPaidUntilMs: pay(pace.batchPaidUntilMs, granted * costMs, nowMs),
        };
  const aheadMs = Math.max(after.paidUntilMs, after.batchPaidUntilMs) - nowMs;
  return { granted, pace: after, waitMs: Math.max(aheadMs - BATCH_BURST_MS, 0) };
}

/** Lets out one call of a code made by hand. No window of 60 s holds more than 4,950 calls of both kinds together. */
export function grantHand(paid: Pace, nowMs: number): Grant {
  const pace = plausible(paid, nowMs);
  const granted = fitting(pace.paidUntilMs, ALL_COST_MS, { nowMs, burstMs: HAND_BURST_MS }) > 0 ? 1 : 0;
  const after = granted === 0 ? pace : { ...pace, paidUntilMs: pay(pace.paidUntilMs, ALL_COST_MS, nowMs) };
  return { granted, pace: after, waitMs: Math.max(after.paidUntilMs - nowMs - HAND_BURST_MS, 0) };
}

/** What a "too many calls" leaves of the pace of batches, and how much of it comes back in a minute. */
const SLOWER = 0.8;
const SLOWEST = 0.2;
const RECOVERED_PER_MINUTE = 0.05;

/** The share of their pace that batches keep to at `nowMs`, after they were slowed. */
export function paceShare(slowed: { slowedTo: number; slowedAt: Date | null }, nowMs: number): number {
  if (!slowed.slowedAt) return 1;
  const minutes = Math.max(nowMs - slowed.slowedAt.getTime(), 0) / WINDOW_MS;
  return Math.min(slowed.slowedTo + minutes * RECOVERED_PER_MINUTE, 1);
}

/** The share after WeChat said "too many calls" once more. */
export function slower(share: number): number {
  return Math.max(share * SLOWER, SLOWEST);
}

/** Whether batches are held because WeChat counts calls, and not because something is out of order. */
export const isCounted = (key: string | null) => key === 'callLimit' || key === 'minuteLimit';

const FIRST_HOLD_MS = 5_000;
/** Of "too many calls", where each further one counts, and of anything that is out of order. */
const LONGEST_HOLD_MS = { counted: 60 * 60_000, broken: 30_000 };

/**
 * How long batches make no call, doubling with each time in a row: a limit of one minute is over after a few short
 * pauses, and one of a day (endpoint A) is asked for once an hour. What was out of order is found to be well within half a minute.
 */
export function holdMs(holdsBefore: number, why: keyof typeof LONGEST_HOLD_MS): number {
  return Math.min(FIRST_HOLD_MS * 2 ** Math.min(holdsBefore, 20), LONGEST_HOLD_MS[why]);
}
