import 'server-only';
import { CODE_LEASE_MS } from '@/lib/codes/generate/lease';
import type { Result } from '@/lib/codes/generate/result';
import { db, type Tx } from '@/lib/db/client';
import type { Code } from '@/lib/db/generated/client';
import { isLeaseOver } from '@/lib/db/lease';
import { isLimited, lockApp, markUncertain } from '@/lib/quota/ledger';
import { mayHaveBeenMade } from '@/lib/wechat/call/answer';
import { giveUpQueued } from './give-up';

const WAITING = { status: 'QUEUED', leaseExpiresAt: null } as const;

async function changeBatch(
  { batchId, miniProgramId }: Pick<Code, 'batchId' | 'miniProgramId'>,
  change: (tx: Tx) => Promise<void>,
): Promise<void> {
  await db().$transaction(async (tx) => {
    await lockApp(tx, miniProgramId);
    await change(tx);
    // Cancelled meanwhile: whoever did it could not see these.
    const cancelled = batchId && (await tx.batch.count({ where: { id: batchId, state: 'CANCELLED' } })) === 1;
    if (cancelled) await giveUpQueued(tx, batchId);
  });
}

/** Gives rows of one batch that were claimed and never sent back, as if they had not been claimed. */
export async function putBack(codes: Code[]): Promise<void> {
  const [first] = codes;
  if (!first) return;
  await changeBatch(first, async (tx) => {
    for (const attempts of new Set(codes.map((code) => code.attempts)))
      await tx.code.updateMany({
        where: {
          id: { in: codes.filter((code) => code.attempts === attempts).map(({ id }) => id) },
          ...{ attempts, status: 'GENERATING' },
        },
        data: { ...WAITING, attempts: { decrement: 1 } },
      });
  });
}

/** Whether WeChat may have made the code, although the row has no picture. */
function mayBeMade(result: Result): boolean {
  return result.kind === 'made' || result.unanswered || mayHaveBeenMade(result.outcome);
}

/** Lets rows wait for another attempt that WeChat did not serve ("too many calls") or that did not get through. */
export async function waitAgain(results: Result[]): Promise<void> {
  for (const batchId of new Set(results.map(({ code }) => code.batchId))) {
    const own = results.filter(({ code }) => code.batchId === batchId);
    await waitAgainIn(own);
  }
}

async function waitAgainIn(results: Result[]): Promise<void> {
  const [first] = results;
  if (!first) return;
  await changeBatch(first.code, async (tx) => {
    await tx.code.updateMany({
      where: { OR: results.map(({ code: { id, attempts } }) => ({ id, attempts, status: 'GENERATING' })) },
      data: WAITING,
    });
    for (const result of results)
      if (isLimited(result.code.endpoint) && mayBeMade(result)) await markUncertain(tx, result.code);
  });
}

type Orphan = Pick<Code, 'id' | 'batchId' | 'miniProgramId' | 'endpoint' | 'fingerprint'>;

/**
 * Lets the rows of batches wait again whose process died while they were at WeChat. Nobody knows whether WeChat was
 * asked; asking again costs nothing (contract §6).
 * @param options.expiredBefore null when no other process can be at work: then no lease is waited for
 * @param options.held ids of the codes that this process itself is working on
 * @returns how many
 */
export async function recoverOrphans(options: {
  expiredBefore: Date | null;
  held: ReadonlySet<string>;
}): Promise<number> {
  const { expiredBefore, held } = options;
  const found: Orphan[] = await db().code.findMany({
    where: {
      status: 'GENERATING',
      ...(expiredBefore && isLeaseOver(CODE_LEASE_MS, expiredBefore)),
      batch: { state: { in: ['RUNNING', 'PAUSED', 'CANCELLED'] } },
    },
    select: { id: true, batchId: true, miniProgramId: true, endpoint: true, fingerprint: true },
  });
  const orphans = found.filter(({ id }) => !held.has(id));
  for (const batchId of new Set(orphans.map((orphan) => orphan.batchId)))
    await recover(
      orphans.filter((orphan) => orphan.batchId === batchId),
      expiredBefore,
    );
  return orphans.length;
}

async function recover(orphans: Orphan[], expiredBefore: Date | null): Promise<void> {
  const [first] = orphans;
  if (!first) return;
  await changeBatch(first, async (tx) => {
    const recovered = await tx.code.updateManyAndReturn({
      where: {
        id: { in: orphans.map(({ id }) => id) },
        status: 'GENERATING',
        ...(expiredBefore && isLeaseOver(CODE_LEASE_MS, expiredBefore)),
      },
      data: WAITING,
      select: { miniProgramId: true, fingerprint: true, endpoint: true },
    });
    for (const code of recovered) if (isLimited(code.endpoint)) await markUncertain(tx, code);
  });
}
