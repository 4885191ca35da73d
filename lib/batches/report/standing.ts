import 'server-only';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { Batch } from '@/lib/db/generated/client';

/** A call is given up long before, and a batch that waits for WeChat says so by itself. */
const STANDS_AFTER_MS = 3 * 60_000;

type Run = Pick<Batch, 'id' | 'updatedAt'>;

async function lastEnd({ id: batchId, updatedAt }: Run): Promise<Date> {
  const [made, failed] = await Promise.all([
    db().code.findFirst({
      where: { batchId, status: 'READY' },
      select: { generatedAt: true },
      orderBy: { generatedAt: 'desc' },
    }),
    db().code.aggregate({ where: { batchId, status: 'FAILED' }, _max: { updatedAt: true } }),
  ]);
  // The batch itself changes when somebody starts or resumes it.
  const ends = [made?.generatedAt, failed._max.updatedAt, updatedAt].flatMap((at) =>
    at ? [at.getTime()] : [],
  );
  return new Date(Math.max(...ends));
}

/**
 * Since when a running batch has brought nothing to an end, by its id; none for those that go on. Whatever the reason: that no
 * process works at it, or a fault that nobody knows yet.
 * @param running that are not held up by WeChat
 */
export async function standingSince(running: readonly Run[]): Promise<Map<string, Date>> {
  const ends = await Promise.all(running.map(async (batch) => [batch.id, await lastEnd(batch)] as const));
  const limit = clock.now().getTime() - STANDS_AFTER_MS;
  return new Map(ends.filter(([, at]) => at.getTime() < limit));
}
