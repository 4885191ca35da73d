import 'server-only';
import pMap from 'p-map';
import { holdBatches, takeBatchCalls, takeCall } from '@/lib/apps/call-budget';
import { connectTo } from '@/lib/apps/connection';
import { systemActor } from '@/lib/auth/actor';
import { consequenceOf } from '@/lib/batches/run/consequence';
import { clock } from '@/lib/clock';
import { callFor } from '@/lib/codes/generate/generation';
import { reopenCode } from '@/lib/codes/generate/opening';
import { settle } from '@/lib/codes/generate/settle';
import { db } from '@/lib/db/client';
import type { Code } from '@/lib/db/generated/client';
import { isAppError } from '@/lib/errors';
import { conditionsOf } from './step';
import { storedBulk, type StoredBulk } from './stored';
import { nextStep } from './walk';

/** Codes between two looks at whether somebody has stopped it; they are asked again when the process dies among them. */
const CODES_AT_ONCE = 40;
const CALLS_TOGETHER = 8;
/** Longer than any call with its repetitions takes. */
const LEASE_MS = 90_000;
const LOOK_MS = 1_000;

const worker = systemActor('bulk');

/** Takes an action, or keeps it. @returns whether it is this process's, and running */
async function lease(bulkId: string, own: boolean): Promise<boolean> {
  const now = clock.now();
  const free = own ? {} : { OR: [{ leaseExpiresAt: null }, { leaseExpiresAt: { lt: now } }] };
  const { count } = await db().bulk.updateMany({
    where: { id: bulkId, state: 'RUNNING', ...free },
    data: { leaseExpiresAt: new Date(now.getTime() + LEASE_MS) },
  });
  return count === 1;
}

/** `again`: it was not asked, and is to be the next time. `stop`: every further code would run into the same wall. */
type End = 'made' | 'failed' | 'again' | 'stop';

/** Waits until a call may leave, at the pace of batches: codes that somebody makes by hand go first. */
async function waitForTurn(code: Code, bulkId: string, isEnding: () => boolean): Promise<boolean> {
  const { ratePerMinute } = await db().miniProgram.findUniqueOrThrow({
    where: { id: code.miniProgramId },
    select: { ratePerMinute: true },
  });
  for (;;) {
    if (isEnding()) return false;
    const { granted, waitMs } = await takeBatchCalls(code.miniProgramId, 1, ratePerMinute);
    if (granted > 0) return true;
    await clock.sleep(Math.min(Math.ceil(waitMs), LOOK_MS));
    if (waitMs > LOOK_MS && !(await lease(bulkId, true))) return false;
  }
}

async function retryCode(code: Code): Promise<End> {
  const connection = await connectTo(code.miniProgramId);
  const claimed = await reopenCode(worker, code);
  const sentAt = clock.now();
  const result = await callFor(claimed, connection, async (attempt) => {
    if (attempt > 1) await takeCall(code.miniProgramId);
  });
  await settle([result]);
  const { consequence, key } = consequenceOf(result);
  if (key && consequence === 'hold') await holdBatches(code.miniProgramId, key, sentAt);
  if (consequence === 'stop') return 'stop';
  return result.kind === 'made' ? 'made' : 'failed';
}

/** A refusal of ours (no quota left, somebody else is at it) is that code's alone. */
async function tryCode(code: Code): Promise<End> {
  try {
    return await retryCode(code);
  } catch (error) {
    if (isAppError(error)) return 'failed';
    throw error;
  }
}

async function writeDown(bulk: StoredBulk, step: { seen: number; cursor: string | null }, ends: End[]) {
  const { id, cursor } = bulk;
  const isOver = step.cursor === null;
  const made = ends.filter((end) => end === 'made').length;
  const wall = ends.includes('stop');
  await db().$transaction(async (tx) => {
    await tx.bulk.updateMany({
      where: { id, cursor },
      data: {
        ...{ cursor: step.cursor, leaseExpiresAt: null, doneCount: { increment: step.seen } },
        ...{ changedCount: { increment: made }, failedCount: { increment: ends.length - made } },
      },
    });
    if (isOver || wall)
      await tx.bulk.updateMany({
        where: { id, state: 'RUNNING' },
        data: { state: isOver ? 'FINISHED' : 'STOPPED', finishedAt: clock.now() },
      });
  });
}

/**
 * Has WeChat make the next failed codes of an action again, within the budget of calls. Each is claimed as any other: what
 * a dead process was at is finished by the sweeper.
 * @param isEnding whether this process is about to end
 * @returns whether there is more to do for this process
 */
export async function retryOn(bulkId: string, isEnding: () => boolean): Promise<boolean> {
  if (!(await lease(bulkId, false))) return false;
  const bulk = storedBulk(await db().bulk.findUniqueOrThrow({ where: { id: bulkId } }));
  const walk = { bulk, conditions: await conditionsOf(bulk) };
  const step = await nextStep(db(), walk, CODES_AT_ONCE);
  const ids = step.visits.map(({ id }) => id);
  const codes = await db().code.findMany({ where: { id: { in: ids }, status: 'FAILED', deletedAt: null } });
  let wall = false;
  const ends = await pMap(
    codes,
    async (code): Promise<End> => {
      if (wall || !(await waitForTurn(code, bulkId, isEnding))) return wall ? 'failed' : 'again';
      const end = await tryCode(code);
      wall ||= end === 'stop';
      return end;
    },
    { concurrency: CALLS_TOGETHER },
  );
  if (ends.includes('again')) {
    await db().bulk.update({ where: { id: bulkId }, data: { leaseExpiresAt: null } });
    return false;
  }
  await writeDown(bulk, step, ends);
  return step.cursor !== null && !ends.includes('stop');
}
