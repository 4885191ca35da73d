import 'server-only';
import pMap from 'p-map';
import { holdBatches, takeBatchCalls, takeCall } from '@/lib/apps/calls/call-budget';
import { connect, readApp, type ConnectableApp } from '@/lib/apps/connection';
import { systemActor } from '@/lib/auth/actor';
import { consequenceOf } from '@/lib/batches/run/consequence';
import { clock } from '@/lib/clock';
import { callFor } from '@/lib/codes/generate/generation';
import type { ClaimedCode } from '@/lib/codes/generate/lease';
import { reopenCode } from '@/lib/codes/generate/opening';
import { findPromotable, openRelease } from '@/lib/codes/generate/promote';
import { settle } from '@/lib/codes/generate/settle';
import { isUnleased } from '@/lib/db/lease';
import { db } from '@/lib/db/client';
import type { Code } from '@/lib/db/generated/client';
import { isAppError } from '@/lib/errors';
import { asksWeChat, type CallKind } from './kinds';
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
  const free = own ? {} : isUnleased(LEASE_MS);
  const { count } = await db().bulk.updateMany({
    where: { id: bulkId, state: 'RUNNING', ...free },
    data: { leaseExpiresAt: new Date(now.getTime() + LEASE_MS) },
  });
  return count === 1;
}

/** What WeChat is asked for by an action of a kind. */
type Call = {
  /** Those of these codes that it is asked for; all others are passed by. */
  find: (ids: string[]) => Promise<Code[]>;
  /** Takes the row that it is asked for; null where that is no longer wanted. */
  claim: (code: Code, app: ConnectableApp, bulk: StoredBulk) => Promise<ClaimedCode | null>;
};

const CALLS: Record<CallKind, Call> = {
  retry: {
    find: (ids) => db().code.findMany({ where: { id: { in: ids }, status: 'FAILED', deletedAt: null } }),
    claim: (code) => reopenCode(worker, code),
  },
  promote: {
    find: findPromotable,
    claim: async (code, { appId }, { createdById }) => {
      const by = { actor: worker, maker: { createdById, createdByKeyId: null } };
      return (await openRelease(by, appId, code)).claimed;
    },
  },
};

/**
 * `again`: it was not asked, and is to be the next time. `as it was`: there was nothing to ask. `stop`: every further code
 * would run into the same wall.
 */
type End = 'made' | 'failed' | 'again' | 'as it was' | 'stop';

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

async function callOne(code: Code, bulk: StoredBulk, { claim }: Call): Promise<End> {
  const app = await readApp(code.miniProgramId);
  const connection = connect(app);
  const claimed = await claim(code, app, bulk);
  if (!claimed) return 'as it was';
  const sentAt = clock.now();
  const result = await callFor(claimed, connection, async (attempt) => {
    if (attempt > 1) await takeCall(code.miniProgramId);
  });
  await settle([result]);
  const { consequence, key } = consequenceOf(result);
  // What WeChat made and nobody could keep has failed here: further ones would too.
  if (consequence === 'stop' || key === 'storage') return 'stop';
  if (key && consequence === 'hold') await holdBatches(code.miniProgramId, key, sentAt);
  return result.kind === 'made' ? 'made' : 'failed';
}

/** A refusal of ours (no quota left, somebody else is at it) is that code's alone. */
async function tryOne(code: Code, bulk: StoredBulk, call: Call): Promise<End> {
  try {
    return await callOne(code, bulk, call);
  } catch (error) {
    if (isAppError(error)) return 'failed';
    throw error;
  }
}

function callKindOf({ id, action: { kind } }: StoredBulk): CallKind {
  if (asksWeChat(kind)) return kind;
  throw new Error(`the action ${id} asks WeChat for nothing`);
}

const countOf = (ends: End[], ...wanted: End[]) => ends.filter((end) => wanted.includes(end)).length;

/** Nobody has taken it over from a process that was too slow. */
const isOurs = ({ id, cursor, doneCount }: StoredBulk) => ({ id, cursor, doneCount });

async function writeDown(bulk: StoredBulk, step: { seen: number; cursor: string | null }, ends: End[]) {
  const isOver = step.cursor === null;
  const ending = { state: isOver ? 'FINISHED' : 'STOPPED', finishedAt: clock.now() } as const;
  await db().$transaction(async (tx) => {
    const { count } = await tx.bulk.updateMany({
      where: isOurs(bulk),
      data: {
        ...{ cursor: step.cursor, leaseExpiresAt: null, doneCount: { increment: step.seen } },
        changedCount: { increment: countOf(ends, 'made') },
        failedCount: { increment: countOf(ends, 'failed', 'stop') },
      },
    });
    if (count === 1 && (isOver || countOf(ends, 'stop') > 0))
      await tx.bulk.updateMany({ where: { id: bulk.id, state: 'RUNNING' }, data: ending });
  });
}

/**
 * Of a step that was broken off: where nobody goes on with it, what became of the codes that had their turn. Where somebody
 * does, the step is taken again, which finds what was made no more, and everything else as it is.
 */
async function writeDownBroken(bulk: StoredBulk, ends: End[]): Promise<void> {
  const made = { leaseExpiresAt: null, changedCount: { increment: countOf(ends, 'made') } };
  const failed = countOf(ends, 'failed', 'stop');
  const had = ends.length - countOf(ends, 'again');
  await db().$transaction(async (tx) => {
    const { count } = await tx.bulk.updateMany({ where: { ...isOurs(bulk), state: 'RUNNING' }, data: made });
    if (count === 1) return;
    const counts = { doneCount: { increment: had }, failedCount: { increment: failed } };
    await tx.bulk.updateMany({ where: isOurs(bulk), data: { ...made, ...counts } });
  });
}

/**
 * Asks WeChat for the next codes of an action, within the budget of calls. Each is claimed as any other: what a dead process
 * was at is finished by the sweeper.
 * @param isEnding whether this process is about to end
 * @returns whether there is more to do for this process
 */
export async function callOn(bulkId: string, isEnding: () => boolean): Promise<boolean> {
  if (!(await lease(bulkId, false))) return false;
  const bulk = storedBulk(await db().bulk.findUniqueOrThrow({ where: { id: bulkId } }));
  const walk = { bulk, conditions: await conditionsOf(bulk) };
  const step = await nextStep(db(), walk, CODES_AT_ONCE);
  const ids = step.visits.map(({ id }) => id);
  const call = CALLS[callKindOf(bulk)];
  const codes = await call.find(ids);
  let wall = false;
  const ends = await pMap(
    codes,
    async (code): Promise<End> => {
      if (wall || !(await waitForTurn(code, bulkId, isEnding))) return wall ? 'failed' : 'again';
      const end = await tryOne(code, bulk, call);
      wall ||= end === 'stop';
      return end;
    },
    { concurrency: CALLS_TOGETHER },
  );
  if (ends.includes('again')) {
    await writeDownBroken(bulk, ends);
    return false;
  }
  await writeDown(bulk, step, ends);
  return step.cursor !== null && !ends.includes('stop');
}
