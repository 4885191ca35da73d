import 'server-only';
import { currentHolds } from '@/lib/apps/calls/call-budget';
import { clock } from '@/lib/clock';
import { asFailureKey } from '@/lib/codes/generate/failure-key';
import { db } from '@/lib/db/client';
import type { Batch } from '@/lib/db/generated/client';
import { standingSince } from './standing';

type Run = Pick<Batch, 'id' | 'state' | 'updatedAt'> & { miniProgram: { id: string } };

/** How far back the rate looks: long enough to be calm, short enough to notice a pause. */
const RATE_WINDOW_MS = 30_000;
/** The rows that end first end together, after a wait that no later one has: they tell when to begin, and are not counted. */
const FIRST_ROWS_MS = 500;
/** Of less nothing is said: it would be shown for as long as a small batch takes, and be wrong by half. */
const RATE_LEAST_MS = 2_000;
/** Before that a rate is true and says nothing of the time to come: the first calls are slow. */
const SURE_AFTER_MS = 6_000;

type Rate = { perMinute: number; isSure: boolean };

/** Rows of a batch that came to an end after a moment. */
const ended = (batchId: string, after: Date) => ({
  made: { batchId, status: 'READY' as const, generatedAt: { gt: after } },
  failed: { batchId, status: 'FAILED' as const, updatedAt: { gt: after } },
});

async function firstEnd(batchId: string, after: Date): Promise<number | null> {
  const { made, failed } = ended(batchId, after);
  const found = await Promise.all([
    db().code.aggregate({ where: made, _min: { generatedAt: true } }),
    db().code.aggregate({ where: failed, _min: { updatedAt: true } }),
  ]);
  const ends = [found[0]._min.generatedAt, found[1]._min.updatedAt].flatMap((at) =>
    at ? [at.getTime()] : [],
  );
  return ends.length === 0 ? null : Math.min(...ends);
}

/** Rows a minute that came to an end lately; null when none did, or too few to tell. */
async function currentRate(batchId: string): Promise<Rate | null> {
  const now = clock.now().getTime();
  const first = await firstEnd(batchId, new Date(now - RATE_WINDOW_MS));
  if (first === null) return null;
  const begin = first + FIRST_ROWS_MS;
  const elapsedMs = now - begin;
  if (elapsedMs < RATE_LEAST_MS) return null;
  const { made, failed } = ended(batchId, new Date(begin));
  const counts = await Promise.all([made, failed].map((where) => db().code.count({ where })));
  const count = counts.reduce((sum, one) => sum + one, 0);
  if (count === 0) return null;
  return { perMinute: Math.round((count * 60_000) / elapsedMs), isSure: elapsedMs >= SURE_AFTER_MS };
}

const AT_REST = {
  ...{ ratePerMinute: null, secondsLeft: null, waitingUntil: null, waitingFor: null },
  standingSince: null,
};

/**
 * What is happening at this moment; nothing, unless it runs.
 * @param left rows that have not come to an end
 */
export async function paceOf(batch: Run, left: number) {
  const { id, state, miniProgram } = batch;
  if (state !== 'RUNNING') return AT_REST;
  const [rate, holds] = await Promise.all([currentRate(id), currentHolds([miniProgram.id])]);
  const hold = holds.get(miniProgram.id);
  if (hold)
    return {
      ...{ ...AT_REST, ratePerMinute: rate?.perMinute ?? null },
      waitingUntil: hold.until.toISOString(),
      waitingFor: asFailureKey(hold.key),
    };
  if (rate) {
    const secondsLeft = rate.isSure ? Math.ceil((left * 60) / rate.perMinute) : null;
    return { ...AT_REST, ratePerMinute: rate.perMinute, secondsLeft };
  }
  const standing = (await standingSince([batch])).get(id);
  return { ...AT_REST, standingSince: standing?.toISOString() ?? null };
}
