import 'server-only';
import { z } from 'zod';
import { systemActor } from '@/lib/auth/actor';
import type { StoredBulk } from '@/lib/bulk/stored';
import type { Visit } from '@/lib/bulk/walk';
import { clock } from '@/lib/clock';
import type { Tx } from '@/lib/db/client';
import { moment, sql } from '@/lib/db/sql';
import { uuid7 } from '@/lib/db/uuid7';
import { lockLive, readCurrent } from '@/lib/live/current';
import { PLANS_MAX } from '@/lib/live/limits';
import {
  beginning,
  isSameTarget,
  isTooLong,
  retargeted,
  type Retarget,
  type TargetState,
} from '@/lib/live/retarget';
import { keptRules } from '@/lib/live/rules';
import { toPairs, toTarget, type Target } from '@/lib/live/target';
import type { Tally } from './apply';
import { LIVES } from './change';
import { keeping } from './keep';

/** What undo has to know: targets are never changed, so that their ids say all. */
const keptSchema = z.object({ key: z.string(), was: z.string(), made: z.string() });
type Kept = z.output<typeof keptSchema>;

type Locked = { key: string; codeId: string }[];

/** A live code with what it leads to at the moment of the change. */
type Live = { key: string; codeId: string; was: Target };
/** And what it is to lead to. */
type Turn = Live & { next: TargetState };

/** Codes that already are as wanted have no turn. */
const turnsForth = (live: Live[], values: Retarget): Turn[] =>
  live
    .map((one) => ({ ...one, next: retargeted(one.was, values) }))
    .filter(({ was, next }) => !isSameTarget(was, next));

/** Takes back what has not begun. @returns how many plans */
async function dropPlans(tx: Tx, locked: Locked, { kept, now }: { kept: Kept[]; now: Date }) {
  const keys = new Set(locked.map(({ key }) => key));
  const made = kept.filter(({ key }) => keys.has(key)).map(({ made: id }) => id);
  const { count } = await tx.liveTarget.deleteMany({ where: { id: { in: made }, startsAt: { gt: now } } });
  return count;
}

/** Those that have as many plans as there may be. */
async function fullOfPlans(tx: Tx, live: Live[], now: Date): Promise<Set<string>> {
  const where = { key: { in: live.map(({ key }) => key) }, startsAt: { gt: now } };
  const planned = await tx.liveTarget.groupBy({ by: ['key'], where, _count: true });
  return new Set(planned.filter(({ _count }) => _count >= PLANS_MAX).map(({ key }) => key));
}

/** What leads elsewhere than the action had it lead has no turn. */
async function turnsBack(tx: Tx, live: Live[], kept: Kept[]): Promise<Turn[]> {
  const keptOf = new Map(kept.map((one) => [one.key, one]));
  const untouched = live.filter(({ key, was }) => keptOf.get(key)?.made === was.id);
  const wanted = untouched.map(({ key }) => keptOf.get(key)?.was ?? '');
  const rows = await tx.liveTarget.findMany({ where: { id: { in: wanted } } });
  const former = new Map(rows.map((row) => [row.key, toTarget(row)]));
  return untouched.flatMap((one) => {
    const next = former.get(one.key);
    return next ? [{ ...one, next }] : [];
  });
}

/** Live codes among those whose turn has come. An undo goes by keys, which may have gone over to release codes. */
function lockVisited(tx: Tx, visits: Visit[], kept: Kept[] | null) {
  if (kept) return lockLive(tx, sql`l."key" = ANY(${kept.map(({ key }) => key)}::text[])`);
  const ids = visits.map(({ id }) => id);
  return lockLive(tx, sql`l."codeId" = ANY(${ids}::text[]) AND ${LIVES}`);
}

async function readLive(tx: Tx, locked: Locked, at: Date): Promise<Live[]> {
  const codes = new Map(locked.map(({ key, codeId }) => [key, codeId]));
  const rows = await readCurrent(tx, [...codes.keys()], at);
  return rows.map((row) => ({ key: row.key, codeId: codes.get(row.key) ?? '', was: toTarget(row) }));
}

/** One statement for all of them, as the other kinds have it (apply.ts). */
async function write(tx: Tx, bulk: StoredBulk, { turns, at }: { turns: Turn[]; at: Date }): Promise<void> {
  const rows = turns.map(({ key, codeId, was, next: { parameters, rules, ...next } }) => {
    const made = uuid7();
    const keep: Kept = { key, was: was.id, made };
    return { ...next, id: codeId, key, made, parameters: toPairs(parameters), rules: keptRules(rules), keep };
  });
  const byName = bulk.byName || systemActor('bulk').name;
  await tx.$executeRaw(sql`
    WITH "turns" AS (
      SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS v(
        "id" text, "key" text, "made" text, "keep" jsonb,
        "page" text, "parameters" jsonb, "isPaused" boolean, "message" text, "rules" jsonb
      )
    ) ${keeping(bulk.undoOfId === null ? bulk.id : null, sql`"turns"`)}
    INSERT INTO "LiveTarget"
      ("id", "key", "startsAt", "page", "parameters", "isPaused", "message", "rules", "byName", "createdAt")
    SELECT "made", "key", ${moment(at)}, "page", "parameters", "isPaused", "message", "rules", ${byName},
      ${moment(clock.now())} FROM "turns"`);
}

type Step = { bulk: StoredBulk; values: Retarget; visits: Visit[] };

/**
 * Gives live codes other targets, from now or from a moment on; what was before stays in their histories, and what else is
 * planned stays planned.
 */
async function retargetForth(tx: Tx, { bulk, values, visits }: Step): Promise<Tally> {
  const locked = await lockVisited(tx, visits, null);
  // What is planned for a later moment comes after it. A worker that was away begins late.
  const now = clock.now();
  const at = beginning(values.startsAt, now);
  const live = await readLive(tx, locked, at);
  const all = turnsForth(live, values);
  const full = at > now ? await fullOfPlans(tx, live, now) : new Set<string>();
  const turns = all.filter(({ key, next }) => !isTooLong(next) && !full.has(key));
  if (turns.length > 0) await write(tx, bulk, { turns, at });
  return { changed: turns.length, failed: all.length - turns.length };
}

/** Gives back what was where nobody has changed it since; of a plan that has not begun nothing stays. */
async function retargetBack(tx: Tx, { bulk, visits }: Step): Promise<Tally> {
  const kept = visits.map(({ was }) => keptSchema.parse(was));
  const locked = await lockVisited(tx, visits, kept);
  const at = clock.now();
  const dropped = await dropPlans(tx, locked, { kept, now: at });
  const turns = await turnsBack(tx, await readLive(tx, locked, at), kept);
  if (turns.length > 0) await write(tx, bulk, { turns, at });
  return { changed: dropped + turns.length, failed: 0 };
}

export const retargetCodes = (tx: Tx, step: Step): Promise<Tally> =>
  step.bulk.undoOfId === null ? retargetForth(tx, step) : retargetBack(tx, step);
