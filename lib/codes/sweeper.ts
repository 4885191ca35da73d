import 'server-only';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { Code } from '@/lib/db/generated/client';
import { lockApp, markUncertain } from '@/lib/quota/ledger';
import { completeGeneration, leaseFromNow } from './generation';

const BATCH = 20;

async function claim(
  code: Pick<Code, 'id' | 'miniProgramId' | 'fingerprint' | 'leaseExpiresAt'>,
): Promise<boolean> {
  return db().$transaction(async (tx) => {
    await lockApp(tx, code.miniProgramId);
    const { count } = await tx.code.updateMany({
      where: { id: code.id, status: 'GENERATING', leaseExpiresAt: code.leaseExpiresAt },
      data: { leaseExpiresAt: leaseFromNow(), attempts: { increment: 1 } },
    });
    // Its process died before it could write down what WeChat answered, if WeChat was asked at all.
    if (count === 1) await markUncertain(tx, code);
    return count === 1;
  });
}

/**
 * Finishes codes whose process died while generating. Repeating the call costs no quota: WeChat counts equal parameters
 * once (contract §6).
 * @param options.allOrphaned true when no other process can be generating (start-up on PGlite): leases are not waited for
 * @returns how many were finished
 */
export async function sweepOrphans(options: { allOrphaned: boolean }): Promise<number> {
  const expired = options.allOrphaned ? {} : { leaseExpiresAt: { lt: clock.now() } };
  let finished = 0;
  for (;;) {
    const orphans = await db().code.findMany({
      where: { status: 'GENERATING', ...expired },
      select: { id: true, miniProgramId: true, fingerprint: true, leaseExpiresAt: true },
      orderBy: { createdAt: 'asc' },
      take: BATCH,
    });
    for (const orphan of orphans) {
      if (!(await claim(orphan))) continue;
      await completeGeneration(orphan.id);
      finished += 1;
    }
    if (orphans.length < BATCH) return finished;
  }
}
