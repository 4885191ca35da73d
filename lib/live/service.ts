import 'server-only';
import { changesOf } from '@/lib/audit/changes';
import { recordAudit } from '@/lib/audit/service';
import { seenRows } from '@/lib/apps/sight';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock, minuteOf } from '@/lib/clock';
import { db, type Tx } from '@/lib/db/client';
import { sql } from '@/lib/db/sql';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import { lockLive } from './current';
import { PLANS_MAX } from './limits';
import { liveTargetSchema, type LiveTargetInput, type NewLive } from './schema';
import { keptRules } from './rules';
import { toldTarget, toPairs, toTarget } from './target';

/** A plan further away is a slip of the pen. */
const PLAN_MAX_MS = 2 * 365 * 24 * 60 * 60 * 1000;

/** Makes a code live, in the transaction that inserts its row with this key as scene. */
export async function insertLive(
  tx: Tx,
  actor: Actor,
  { codeId, key, live }: { codeId: string; key: string; live: NewLive },
): Promise<void> {
  const { page, parameters } = live;
  const first = { startsAt: clock.now(), page, parameters: toPairs(parameters), byName: actor.name };
  await tx.liveCode.create({ data: { key, codeId, targets: { create: first } }, select: { key: true } });
}

async function requireLive(tx: Tx, actor: Actor, codeId: string): Promise<string> {
  const where = { codeId, code: { deletedAt: null, AND: seenRows(actor) } };
  const live = await tx.liveCode.findFirst({ where, select: { key: true } });
  // An action on many may be at work on it: this change is the later one then.
  const [locked] = live ? await lockLive(tx, sql`l."key" = ${live.key}`) : [];
  if (!locked) throw new AppError('NOT_FOUND');
  return locked.key;
}

/** From when on a change counts. @throws AppError INVALID_INPUT for a moment that is over, or years away */
export function startOf(text: string): Date {
  const now = clock.now();
  if (text === '') return now;
  const start = new Date(text);
  const ms = start.getTime() - now.getTime();
  if (ms > 0 && ms < PLAN_MAX_MS) return start;
  throw new AppError('INVALID_INPUT', {
    issues: [{ field: 'startsAt', key: 'errors.issues.past', values: {} }],
  });
}

/**
 * What a live code leads to, at once or from a moment on. What was before stays in its history.
 * @throws AppError FORBIDDEN, INVALID_INPUT, NOT_FOUND, also for a code that is not live
 */
export async function setLiveTarget(actor: Actor, codeId: string, input: LiveTargetInput): Promise<void> {
  requirePermission(actor, 'codes.write');
  const { page, parameters, isPaused, message, rules, startsAt } = parseInput(liveTargetSchema, input);
  await db().$transaction(async (tx) => {
    const key = await requireLive(tx, actor, codeId);
    const start = startOf(startsAt);
    const plans = { key, startsAt: { gt: clock.now() } };
    if (startsAt !== '' && (await tx.liveTarget.count({ where: plans })) >= PLANS_MAX)
      throw new AppError('TOO_MANY_PLANS', { values: { max: PLANS_MAX } });
    const before = await tx.liveTarget.findFirstOrThrow({
      where: { key, startsAt: { lte: start } },
      orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
    });
    const after = { page, isPaused, message: isPaused ? message : '' };
    const changes = changesOf(toldTarget(toTarget(before)), toldTarget({ ...after, parameters, rules }));
    if (!changes) return;
    const target = { ...after, key, startsAt: start, byName: actor.name };
    const kept = { parameters: toPairs(parameters), rules: keptRules(rules) };
    await tx.liveTarget.create({ data: { ...target, ...kept }, select: { id: true } });
    if (startsAt !== '') changes.startsAt = { from: '', to: minuteOf(start) };
    await recordAudit(tx, actor, { action: 'code.retarget', targetId: codeId, changes });
  });
}

/** Takes back what has not begun. @throws AppError FORBIDDEN, NOT_FOUND */
export async function dropLivePlan(actor: Actor, codeId: string, targetId: string): Promise<void> {
  requirePermission(actor, 'codes.write');
  await db().$transaction(async (tx) => {
    const key = await requireLive(tx, actor, codeId);
    const where = { id: targetId, key, startsAt: { gt: clock.now() } };
    const plan = await tx.liveTarget.findFirst({ where, select: { startsAt: true } });
    if (!plan) throw new AppError('NOT_FOUND');
    await tx.liveTarget.deleteMany({ where });
    const details = { startsAt: minuteOf(plan.startsAt) };
    await recordAudit(tx, actor, { action: 'code.dropPlan', targetId: codeId, details });
  });
}
