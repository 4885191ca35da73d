import 'server-only';
import { sightOf } from '@/lib/apps/sight';
import { clock } from '@/lib/clock';
import { db, type Tx } from '@/lib/db/client';
import type { Bulk } from '@/lib/db/generated/client';
import type { Sql } from '@/lib/db/sql';
import { applyChange, type Tally } from './changes/apply';
import { changeOf } from './changes/changes';
import { purgeCodes } from './changes/purge';
import { retargetCodes } from './changes/retarget';
import { storedBulk, type StoredBulk } from './stored';
import { scopeConditions } from './scope';
import { nextStep, type Visit, type Walk } from './walk';

/** When the action happened that this one takes back; null when it takes none back. */
async function momentUndone(tx: Tx, { undoOfId }: StoredBulk): Promise<Date | null> {
  if (undoOfId === null) return null;
  const undone = await tx.bulk.findUniqueOrThrow({ where: { id: undoOfId }, select: { createdAt: true } });
  return undone.createdAt;
}

async function work(tx: Tx, bulk: StoredBulk, visits: Visit[]): Promise<Tally> {
  const { action, createdAt } = bulk;
  if (action.kind === 'purge')
    return purgeCodes(
      tx,
      visits.map(({ id }) => id),
    );
  if (action.kind === 'retarget') return retargetCodes(tx, { bulk, values: action.values, visits });
  const change = changeOf({ action, createdAt }, await momentUndone(tx, bulk));
  return applyChange(tx, { visits, change, keepFor: bulk.undoOfId === null ? bulk.id : null });
}

/** The next codes of an action, and how far it is then, in the transaction of the caller: a crash leaves both or none. */
export async function takeStep(tx: Tx, walk: Walk, max: number): Promise<Bulk> {
  const { bulk } = walk;
  const { visits, seen, unfit, cursor } = await nextStep(tx, walk, max);
  const { changed, failed } = await work(tx, bulk, visits);
  return tx.bulk.update({
    where: { id: bulk.id },
    data: {
      cursor,
      doneCount: { increment: seen },
      changedCount: { increment: changed },
      failedCount: { increment: failed + unfit },
      ...(cursor === null ? { state: 'FINISHED', finishedAt: clock.now() } : {}),
    },
  });
}

/** What its codes must meet; an undo knows them by id. */
export function conditionsOf({ scope, undoOfId, createdById, appIds }: StoredBulk): Promise<Sql[]> {
  const viewer = { userId: createdById, sees: sightOf(appIds) };
  return undoOfId === null ? scopeConditions(scope, viewer) : Promise.resolve([]);
}

/**
 * One step of a running action. Whoever else works on it, in whatever process, waits for its row.
 * @returns whether there is more to do
 */
export async function workOn(bulkId: string, max: number): Promise<boolean> {
  const known = await db().bulk.findUnique({ where: { id: bulkId } });
  if (known?.state !== 'RUNNING') return false;
  const conditions = await conditionsOf(storedBulk(known));
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Bulk" WHERE "id" = ${bulkId} FOR UPDATE`;
    const row = await tx.bulk.findUnique({ where: { id: bulkId } });
    if (row?.state !== 'RUNNING') return false;
    const after = await takeStep(tx, { bulk: storedBulk(row), conditions }, max);
    return after.state === 'RUNNING';
  });
}
