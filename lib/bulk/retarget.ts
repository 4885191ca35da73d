import 'server-only';
import { z } from 'zod';
import { systemActor } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import type { Tx } from '@/lib/db/client';
import { moment, sql } from '@/lib/db/sql';
import { uuid7 } from '@/lib/db/uuid7';
import { lockLive, readCurrent } from '@/lib/live/current';
import { areTooLong, isSameTarget, retargeted, type Retarget, type TargetState } from '@/lib/live/retarget';
import { keptRules, toPairs, toTarget, type Target } from '@/lib/live/target';
import type { Tally } from './apply';
import { LIVES } from './change';
import { keeping } from './keep';
import type { StoredBulk } from './stored';
import type { Visit } from './walk';

/** What undo has to know: targets are never changed, so that their ids say all. */
const keptSchema = z.object({ key: z.string(), was: z.string(), made: z.string() });
type Kept = z.output<typeof keptSchema>;

/** A live code with what it leads to now. */
type Live = { key: string; codeId: string; was: Target };
/** And what it is to lead to. */
type Turn = Live & { next: TargetState };

/** Codes that already are as wanted have no turn. */
const turnsForth = (live: Live[], values: Retarget): Turn[] =>
  live
    .map((one) => ({ ...one, next: retargeted(one.was, values) }))
    .filter(({ was, next }) => !isSameTarget(was, next));

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

async function readLive(tx: Tx, locked: { key: string; codeId: string }[], at: Date): Promise<Live[]> {
  const codes = new Map(locked.map(({ key, codeId }) => [key, codeId]));
  const rows = await readCurrent(tx, [...codes.keys()], at);
  return rows.map((row) => ({ key: row.key, codeId: codes.get(row.key) ?? '', was: toTarget(row) }));
}

async function nameOf(tx: Tx, { createdById }: StoredBulk): Promise<string> {
  const maker = createdById && (await tx.user.findUnique({ where: { id: createdById } }));
  return maker ? maker.name : systemActor('bulk').name;
}

/** One statement for all of them, as the other kinds have it (apply.ts). */
async function write(tx: Tx, bulk: StoredBulk, { turns, at }: { turns: Turn[]; at: Date }): Promise<void> {
  const rows = turns.map(({ key, codeId, was, next: { parameters, rules, ...next } }) => {
    const made = uuid7();
    const keep: Kept = { key, was: was.id, made };
    return { ...next, id: codeId, key, made, parameters: toPairs(parameters), rules: keptRules(rules), keep };
  });
  const now = moment(at);
  const byName = await nameOf(tx, bulk);
  await tx.$executeRaw(sql`
    WITH "turns" AS (
      SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS v(
        "id" text, "key" text, "made" text, "keep" jsonb,
        "page" text, "parameters" jsonb, "isPaused" boolean, "message" text, "rules" jsonb
      )
    ) ${keeping(bulk.undoOfId === null ? bulk.id : null, sql`"turns"`)}
    INSERT INTO "LiveTarget"
      ("id", "key", "startsAt", "page", "parameters", "isPaused", "message", "rules", "byName", "createdAt")
    SELECT "made", "key", ${now}, "page", "parameters", "isPaused", "message", "rules", ${byName}, ${now} FROM "turns"`);
}

/**
 * Gives live codes other targets from now on; what was before stays in their histories, and what is planned stays planned. An
 * undo gives back what was where nobody has changed it since.
 */
export async function retargetCodes(
  tx: Tx,
  { bulk, values, visits }: { bulk: StoredBulk; values: Retarget; visits: Visit[] },
): Promise<Tally> {
  const kept = bulk.undoOfId === null ? null : visits.map(({ was }) => keptSchema.parse(was));
  const locked = await lockVisited(tx, visits, kept);
  // Of this moment on: what was planned for a later one comes after it.
  const at = clock.now();
  const live = await readLive(tx, locked, at);
  const all = kept ? await turnsBack(tx, live, kept) : turnsForth(live, values);
  const turns = all.filter(({ next }) => !areTooLong(next.parameters));
  if (turns.length > 0) await write(tx, bulk, { turns, at });
  return { changed: turns.length, failed: all.length - turns.length };
}
