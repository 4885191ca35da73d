import 'server-only';
import { clock } from '@/lib/clock';
import type { FailureKey } from '@/lib/codes/generate/failure-key';
import { db } from '@/lib/db/client';
import type { CallBudget } from '@/lib/db/generated/client';
import { CLOCK_SLACK_MS } from '@/lib/db/lease';
import { grantBatch, grantHand, holdMs, isCounted, paceShare, slower } from './call-pace';

// The budget lives in one row per Mini Program and is changed by compare-and-set, so that it holds across processes and
// restarts. Each process remembers the row as it last wrote it: one short statement then pays for many calls.

type Change<T> = { data: Partial<Omit<CallBudget, 'miniProgramId' | 'version'>> | null; result: T };
type Known = { row?: CallBudget | undefined; turn: Promise<unknown> };

// On globalThis, since Next's bundles and the worker are separate module instances of one process.
const holder: typeof globalThis & { suncodeCallBudgets?: Map<string, Known> } = globalThis;

function known(miniProgramId: string): Known {
  const all = (holder.suncodeCallBudgets ??= new Map());
  const found = all.get(miniProgramId) ?? { turn: Promise.resolve() };
  all.set(miniProgramId, found);
  return found;
}

async function read(miniProgramId: string): Promise<CallBudget> {
  const found = await db().callBudget.findUnique({ where: { miniProgramId } });
  if (found) return found;
  await db().callBudget.createMany({ data: { miniProgramId }, skipDuplicates: true });
  return db().callBudget.findUniqueOrThrow({ where: { miniProgramId } });
}

async function apply<T>(miniProgramId: string, decide: (row: CallBudget) => Change<T>): Promise<T> {
  const own = known(miniProgramId);
  for (;;) {
    // Another process may have ended a hold; everything else only grows, so that an older row never refuses wrongly.
    const row = own.row && !own.row.heldUntil ? own.row : await read(miniProgramId);
    const { data, result } = decide(row);
    own.row = row;
    if (!data) return result;
    const { count } = await db().callBudget.updateMany({
      where: { miniProgramId, version: row.version },
      data: { ...data, version: row.version + 1 },
    });
    own.row = count === 1 ? { ...row, ...data, version: row.version + 1 } : undefined;
    if (count === 1) return result;
  }
}

/** One after the other within this process: who races only against other processes seldom has to begin anew. */
function change<T>(miniProgramId: string, decide: (row: CallBudget) => Change<T>): Promise<T> {
  const own = known(miniProgramId);
  const result = own.turn.then(() => apply(miniProgramId, decide));
  own.turn = result.catch(() => undefined);
  return result;
}

/** Waits until a call of a code made by hand may leave: at once, unless thousands were made by hand within a minute. */
export async function takeCall(miniProgramId: string): Promise<void> {
  for (;;) {
    const { granted, waitMs } = await change(miniProgramId, (row) => {
      const lastCallAt = clock.now();
      const grant = grantHand(row, lastCallAt.getTime());
      return { data: grant.granted > 0 ? { ...grant.pace, lastCallAt } : null, result: grant };
    });
    if (granted > 0) return;
    await clock.sleep(Math.ceil(waitMs));
  }
}

/** Until when batches are held. What lasts longer than a hold is made for was written before the clock was set back, and is over. */
function holdOf({
  heldUntil,
  heldBy,
  holds,
}: Pick<CallBudget, 'heldUntil' | 'heldBy' | 'holds'>): Date | null {
  const left = (heldUntil?.getTime() ?? 0) - clock.now().getTime();
  const most = holdMs(Math.max(holds - 1, 0), isCounted(heldBy) ? 'counted' : 'broken');
  return left > most + CLOCK_SLACK_MS ? null : heldUntil;
}

export type BatchGrant = {
  granted: number;
  /** Milliseconds until it is worth asking again. */
  waitMs: number;
  /** While set, batches make no call at all. */
  heldUntil: Date | null;
  /** The first calls after a hold: more than one at a time would be too many if it is not over. */
  probing: boolean;
};

/**
 * Takes up to `want` calls for batches.
 * @param perMinute of the Mini Program's settings
 */
export function takeBatchCalls(miniProgramId: string, want: number, perMinute: number): Promise<BatchGrant> {
  return change<BatchGrant>(miniProgramId, (row) => {
    const nowMs = clock.now().getTime();
    const heldUntil = holdOf(row);
    const heldMs = (heldUntil?.getTime() ?? 0) - nowMs;
    if (heldMs > 0) return { data: null, result: { granted: 0, waitMs: heldMs, heldUntil, probing: true } };
    const probing = row.holds > 0;
    const slowed = Math.max(perMinute * paceShare(row, nowMs), 1);
    const ask = { nowMs, want: probing ? Math.min(want, 1) : want, perMinute: slowed };
    const { granted, pace, waitMs } = grantBatch(row, ask);
    const data = granted > 0 ? { ...pace, lastCallAt: clock.now() } : null;
    return { data, result: { granted, waitMs, heldUntil: null, probing } };
  });
}

/**
 * WeChat said "too many calls", or cannot be reached: batches make no call for a while, longer each time in a row.
 * @param sentAt of the call that says so; one that left before an earlier hold ended says nothing new
 */
export function holdBatches(miniProgramId: string, key: FailureKey, sentAt: Date): Promise<void> {
  return change(miniProgramId, (row) => {
    const heldUntil = holdOf(row);
    if (heldUntil && sentAt < heldUntil) return { data: null, result: undefined };
    const now = clock.now();
    const tooMany = isCounted(key);
    const held = {
      heldUntil: new Date(now.getTime() + holdMs(row.holds, tooMany ? 'counted' : 'broken')),
      heldBy: key,
      holds: row.holds + 1,
    };
    const slowed = tooMany ? { slowedTo: slower(paceShare(row, now.getTime())), slowedAt: now } : {};
    return { data: { ...held, ...slowed }, result: undefined };
  });
}

/** A call of a batch was answered as usual: the next hold begins short again. */
export async function endHolds(miniProgramId: string, sentAt: Date): Promise<void> {
  const { row } = known(miniProgramId);
  if (row?.holds === 0) return;
  await change(miniProgramId, (current) => {
    const heldUntil = holdOf(current);
    return current.holds === 0 || (heldUntil && sentAt < heldUntil)
      ? { data: null, result: undefined }
      : { data: { heldUntil: null, heldBy: null, holds: 0 }, result: undefined };
  });
}

export type Hold = { until: Date; key: string };

/** Of those Mini Programs whose batches are held at this moment. */
export async function currentHolds(miniProgramIds: string[]): Promise<Map<string, Hold>> {
  const rows = await db().callBudget.findMany({
    where: { miniProgramId: { in: miniProgramIds }, heldUntil: { gt: clock.now() } },
    select: { miniProgramId: true, heldUntil: true, heldBy: true, holds: true },
  });
  return new Map(
    rows.flatMap(({ miniProgramId, ...row }): [string, Hold][] => {
      const [until, key] = [holdOf(row), row.heldBy];
      return until && key ? [[miniProgramId, { until, key }]] : [];
    }),
  );
}

/** A hold that has just ended and whose first call is under way still says why. */
const PROBE_MS = 60_000;

/** Why batches of these Mini Programs wait, or try again after they have waited. */
export async function holdReasons(miniProgramIds: string[]): Promise<Map<string, string>> {
  const since = new Date(clock.now().getTime() - PROBE_MS);
  const rows = await db().callBudget.findMany({
    where: { miniProgramId: { in: miniProgramIds }, heldUntil: { gt: since }, holds: { gt: 0 } },
    select: { miniProgramId: true, heldBy: true },
  });
  return new Map(rows.flatMap(({ miniProgramId, heldBy }) => (heldBy ? [[miniProgramId, heldBy]] : [])));
}
