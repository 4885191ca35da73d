import 'server-only';
import type { Tx } from '@/lib/db/client';
import { isLimited, lockApp, release } from '@/lib/quota/ledger';

/**
 * Takes the codes that still wait out of a cancelled batch: those that had failed before have failed again, and those
 * without an answer vanish, so that their rows are as if their turn had not come. Quota that nothing proves to be spent
 * is given back.
 */
export async function giveUpQueued(tx: Tx, batchId: string): Promise<void> {
  const { miniProgramId } = await tx.batch.findUniqueOrThrow({
    where: { id: batchId },
    select: { miniProgramId: true },
  });
  await lockApp(tx, miniProgramId);
  const queued = { batchId, status: 'QUEUED' as const };
  await tx.code.updateMany({
    where: { ...queued, failureKey: { not: null } },
    data: { status: 'FAILED' },
  });
  const unmade = await tx.code.findMany({
    where: queued,
    select: { id: true, endpoint: true, miniProgramId: true, fingerprint: true, quotaCost: true },
  });
  if (unmade.length === 0) return;
  for (const code of unmade)
    if (isLimited(code.endpoint) && code.quotaCost === 1) await release(tx, code, false);
  await tx.code.deleteMany({ where: queued });
  await makeUnsharedRows(tx, miniProgramId);
}

/**
 * Rows that shared a code which is gone or has failed get a code of their own when their turn comes; a batch that was
 * finished goes on for them.
 * @returns how many rows
 */
export async function makeUnsharedRows(tx: Tx, miniProgramId: string): Promise<number> {
  const changed = await tx.$queryRaw<{ batchId: string; rows: number }[]>`
    WITH changed AS (
      UPDATE "BatchRow" r SET "verdict" = 'new', "codeId" = NULL
      FROM "Batch" b
      WHERE b."id" = r."batchId" AND b."miniProgramId" = ${miniProgramId}
        AND b."state" IN ('RUNNING', 'PAUSED', 'FINISHED') AND r."verdict" = 'reused'
        AND r."purgedAt" IS NULL
        AND (r."codeId" IS NULL
          OR EXISTS (SELECT 1 FROM "Code" c WHERE c."id" = r."codeId" AND c."status" = 'FAILED'))
      RETURNING r."batchId"
    )
    SELECT "batchId", count(*)::int AS "rows" FROM changed GROUP BY "batchId"`;
  for (const { batchId, rows } of changed) {
    const data = { newCount: { increment: rows }, reusedCount: { decrement: rows } };
    await tx.batch.update({ where: { id: batchId }, data });
    await tx.batch.updateMany({
      where: { id: batchId, state: 'FINISHED' },
      data: { state: 'RUNNING', finishedAt: null },
    });
  }
  return changed.reduce((sum, { rows }) => sum + rows, 0);
}
