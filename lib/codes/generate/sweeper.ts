import 'server-only';
import { connectTo } from '@/lib/apps/connection';
import { db } from '@/lib/db/client';
import type { Code } from '@/lib/db/generated/client';
import { isLeaseOver } from '@/lib/db/lease';
import { lockApp, markUncertain } from '@/lib/quota/ledger';
import { finish } from './generation';
import { CODE_LEASE_MS, leaseFromNow } from './lease';

const BATCH = 20;

/** Codes of a batch that is not finished are the batch worker's: it may be paused, and it keeps to a rate. */
const NOT_OF_A_BATCH = { OR: [{ batchId: null }, { batch: { state: 'FINISHED' as const } }] };

type Orphan = Pick<Code, 'id' | 'miniProgramId' | 'fingerprint' | 'leaseExpiresAt'>;

/** @returns the row at its new attempt, or null when somebody else was quicker */
async function claim({ id, leaseExpiresAt, ...entry }: Orphan): Promise<Code | null> {
  return db().$transaction(async (tx) => {
    await lockApp(tx, entry.miniProgramId);
    const [claimed] = await tx.code.updateManyAndReturn({
      where: { id, status: 'GENERATING', leaseExpiresAt },
      data: { leaseExpiresAt: leaseFromNow(), attempts: { increment: 1 } },
    });
    // Its process died before it could write down what WeChat answered, if WeChat was asked at all.
    if (claimed) await markUncertain(tx, entry);
    return claimed ?? null;
  });
}

/**
 * Finishes codes whose process died while generating. Repeating the call costs no quota: WeChat counts equal parameters
 * once (contract §6).
 * @param options.allOrphaned true when no other process can be generating (start-up on PGlite): leases are not waited for
 * @returns how many were finished
 */
export async function sweepOrphans(options: { allOrphaned: boolean }): Promise<number> {
  const expired = options.allOrphaned ? {} : isLeaseOver(CODE_LEASE_MS);
  let finished = 0;
  for (;;) {
    const orphans = await db().code.findMany({
      where: { AND: [{ status: 'GENERATING' }, expired, NOT_OF_A_BATCH] },
      select: { id: true, miniProgramId: true, fingerprint: true, leaseExpiresAt: true },
      orderBy: { createdAt: 'asc' },
      take: BATCH,
    });
    for (const orphan of orphans) {
      const code = await claim(orphan);
      if (!code) continue;
      await finish(code, connectTo(code.miniProgramId));
      finished += 1;
    }
    if (orphans.length < BATCH) return finished;
  }
}
