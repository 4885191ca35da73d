import 'server-only';
import { currentHolds } from '@/lib/apps/call-budget';
import { clock } from '@/lib/clock';
import { asFailureKey } from '@/lib/codes/generate/failure-key';
import { db } from '@/lib/db/client';
import type { Batch } from '@/lib/db/generated/client';
import { standingSince } from './standing';

type Run = Pick<Batch, 'id' | 'state' | 'updatedAt'> & { miniProgram: { id: string } };

/** How far back the rate looks: long enough to be calm, short enough to notice a pause. */
const RATE_WINDOW_MS = 30_000;
const RATE_LEAST_MS = 2_000;
/** Before that a rate is true and says nothing of the time to come: the first calls are slow. */
const SURE_AFTER_MS = 6_000;

type Rate = { perMinute: number; isSure: boolean };

/** Rows a minute that came to an end lately, from the first of them on; null when none did. */
async function currentRate(batchId: string): Promise<Rate | null> {
  const now = clock.now();
  const since = new Date(now.getTime() - RATE_WINDOW_MS);
  const [made, failed] = await Promise.all([
    db().code.aggregate({
      where: { batchId, status: 'READY', generatedAt: { gt: since } },
      _count: { _all: true },
      _min: { generatedAt: true },
    }),
    db().code.aggregate({
      where: { batchId, status: 'FAILED', updatedAt: { gt: since } },
      _count: { _all: true },
      _min: { updatedAt: true },
    }),
  ]);
  const first = [made._min.generatedAt, failed._min.updatedAt].flatMap((at) => (at ? [at.getTime()] : []));
  if (first.length === 0) return null;
  const elapsedMs = Math.max(now.getTime() - Math.min(...first), RATE_LEAST_MS);
  const perMinute = Math.round(((made._count._all + failed._count._all) * 60_000) / elapsedMs);
  return { perMinute, isSure: elapsedMs >= SURE_AFTER_MS };
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
