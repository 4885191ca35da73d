import 'server-only';
import { ALL_APPS } from '@/lib/apps/all-apps';
import { holdReasons } from '@/lib/apps/calls/call-budget';
import { isCounted } from '@/lib/apps/calls/call-pace';
import { listHealth } from '@/lib/apps/health';
import { narrowedTo } from '@/lib/apps/narrowing';
import { seenApps, seenRows } from '@/lib/apps/sight';
import { listTokenEvents, type TokenEventSummary } from '@/lib/apps/token/token-events';
import type { TokenFailure } from '@/lib/apps/token/token-failures';
import type { Actor } from '@/lib/auth/actor';
import { can, requirePermission, type Permission } from '@/lib/auth/permissions';
import { standingSince } from '@/lib/batches/report/standing';
import { clock } from '@/lib/clock';
import { CAUSE_OF_FAILURE } from '@/lib/codes/find/conditions';
import { readFailure } from '@/lib/codes/generate/failure';
import { asFailureKey, type FailureKey } from '@/lib/codes/generate/failure-key';
import { db } from '@/lib/db/client';
import type { BatchState, MiniProgramMode } from '@/lib/db/generated/enums';
import { all, sql } from '@/lib/db/sql';
import { driftOf } from '@/lib/quota/drift';
import { listQuotas } from '@/lib/quota/queries';
import { listProblems, type SystemProblem } from '@/lib/watch/problems';
import type { ErrorActor } from '@/lib/wechat/errors';

export type AppName = { id: string; name: string; mode: MiniProgramMode };

/** Something that waits for a person, of whichever Mini Program: none of them hides what goes wrong. */
export type ToDo =
  /** It gets no access token, so that no code can be made for it. */
  | { kind: 'connection'; app: AppName; failure: TokenFailure }
  /** It runs, and nothing comes to an end. */
  | { kind: 'standing'; app: AppName; batch: BatchName; since: Date }
  /** It waits for what may have to be mended: a store or a way that is out of order. */
  | { kind: 'held'; app: AppName; batch: BatchName; cause: FailureKey }
  /** `stoppedBy` is null when a person paused it. */
  | { kind: 'paused'; app: AppName; batch: BatchName; stoppedBy: FailureKey | null }
  /** Codes that failed for one and the same cause; `app` and `from` when all of them are of one Mini Program, of one batch. */
  | {
      kind: 'failures';
      app: AppName | null;
      from: BatchName | null;
      cause: FailureKey;
      actor: ErrorActor;
      count: number;
    }
  /** Nothing is `left` but what is kept free, or the day on which it will be used up is near. */
  | { kind: 'quota'; app: AppName; left: number; fullAt: Date | null }
  /** WeChat counts so many more than we do. */
  | { kind: 'drift'; app: AppName; difference: number }
  /** Another system ends the tokens that Suncode still uses. */
  | { kind: 'token'; app: AppName; event: TokenEventSummary }
  | { kind: 'draft'; app: AppName; batch: BatchName; createdAt: Date }
  | SystemProblem;

type BatchName = { id: string; name: string };

const QUOTA_NEAR_MS = 30 * 24 * 60 * 60 * 1000;
const QUOTA_LOW_SHARE = 0.05;
const BATCHES_MAX = 20;
const DRAFTS_MAX = 5;

type Apps = Map<string, AppName>;

async function loadApps(actor: Actor): Promise<Apps> {
  const select = { id: true, name: true, mode: true } as const;
  const apps = await db().miniProgram.findMany({ where: seenApps(actor), select });
  return new Map(apps.map((app) => [app.id, app]));
}

async function connections(actor: Actor, apps: Apps): Promise<ToDo[]> {
  return [...(await listHealth(actor))].flatMap(([id, { state, failure }]): ToDo[] => {
    const app = apps.get(id);
    return app && failure && state === 'failing' ? [{ kind: 'connection', app, failure }] : [];
  });
}

/** The newest in this state. */
async function newestBatches(actor: Actor, state: BatchState, take: number) {
  return db().batch.findMany({
    where: { state, AND: seenRows(actor) },
    select: { id: true, name: true, miniProgramId: true, stoppedBy: true, createdAt: true, updatedAt: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take,
  });
}

async function batches(actor: Actor, apps: Apps): Promise<ToDo[]> {
  const found = await newestBatches(actor, 'PAUSED', BATCHES_MAX);
  return found.flatMap(({ id, name, miniProgramId, stoppedBy }): ToDo[] => {
    const app = apps.get(miniProgramId);
    return app ? [{ kind: 'paused', app, batch: { id, name }, stoppedBy: asFailureKey(stoppedBy) }] : [];
  });
}

async function standing(actor: Actor, apps: Apps): Promise<ToDo[]> {
  const running = await newestBatches(actor, 'RUNNING', BATCHES_MAX);
  const reasons = await holdReasons(running.map(({ miniProgramId }) => miniProgramId));
  const since = await standingSince(running.filter(({ miniProgramId }) => !reasons.has(miniProgramId)));
  return running.flatMap(({ id, name, miniProgramId }): ToDo[] => {
    const [app, at] = [apps.get(miniProgramId), since.get(id)];
    if (!app) return [];
    const cause = asFailureKey(reasons.get(miniProgramId) ?? null);
    // What WeChat counts passes at its hour; a store or a way that is out of order may wait for somebody, from the first minute.
    if (cause && !isCounted(cause)) return [{ kind: 'held', app, batch: { id, name }, cause }];
    return at ? [{ kind: 'standing', app, batch: { id, name }, since: at }] : [];
  });
}

type FailureGroup = {
  cause: string;
  count: number;
  apps: number;
  app: string;
  batchId: string | null;
  batchName: string | null;
};

/** In the words of the index on "status" (lib/codes/find/conditions.ts), which finds the few that failed. */
const FAILED = sql`"status" <> 'READY' AND "status" = 'FAILED' AND "deletedAt" IS NULL AND "archivedAt" IS NULL`;

async function failures(actor: Actor, apps: Apps): Promise<ToDo[]> {
  const groups = await db().$queryRaw<FailureGroup[]>`
    WITH failed AS (SELECT ${CAUSE_OF_FAILURE} AS "cause", count(*)::integer AS "count",
      count(DISTINCT "miniProgramId")::integer AS "apps", min("miniProgramId") AS "app",
      CASE WHEN count("batchId") = count(*) AND count(DISTINCT "batchId") = 1 THEN min("batchId") END AS "batchId"
    FROM "Code"
    WHERE ${all([FAILED, ...narrowedTo(actor, ALL_APPS).conditions])}
    GROUP BY 1)
    SELECT failed.*, batch."name" AS "batchName" FROM failed LEFT JOIN "Batch" AS batch ON batch."id" = failed."batchId"
    ORDER BY failed."count" DESC`;
  return groups.map(({ cause, count, apps: number, app, batchId: id, batchName: name }): ToDo => {
    const { key, actor: mender } = readFailure({ failureKey: cause, quotaCost: 0 });
    return {
      kind: 'failures',
      app: number === 1 ? (apps.get(app) ?? null) : null,
      from: id !== null && name !== null ? { id, name } : null,
      cause: key,
      actor: mender,
      count,
    };
  });
}

async function quotas(actor: Actor): Promise<ToDo[]> {
  const soon = new Date(clock.now().getTime() + QUOTA_NEAR_MS);
  return (await listQuotas(actor)).flatMap(({ app, used, limit, forecast }): ToDo[] => {
    const left = Math.max(limit - used, 0);
    const isLow = left <= Math.max(app.quotaFloor, limit * QUOTA_LOW_SHARE);
    const isNear = forecast.fullAt !== null && forecast.fullAt <= soon;
    const difference = driftOf(app);
    return [
      ...(isLow || isNear ? [{ kind: 'quota' as const, app, left, fullAt: forecast.fullAt }] : []),
      ...(difference > 0 ? [{ kind: 'drift' as const, app, difference }] : []),
    ];
  });
}

async function tokens(actor: Actor, apps: Apps): Promise<ToDo[]> {
  return [...(await listTokenEvents(actor))].flatMap(([id, [event]]): ToDo[] => {
    const app = apps.get(id);
    return app && event ? [{ kind: 'token', app, event }] : [];
  });
}

async function drafts(actor: Actor, apps: Apps): Promise<ToDo[]> {
  const found = await newestBatches(actor, 'DRAFT', DRAFTS_MAX);
  return found.flatMap(({ id, name, miniProgramId, createdAt }): ToDo[] => {
    const app = apps.get(miniProgramId);
    return app ? [{ kind: 'draft', app, batch: { id, name }, createdAt }] : [];
  });
}

/**
 * What waits for a person, the most urgent first, of all Mini Programs that the actor sees, whatever the switcher says; drafts for those who may go on with them, traces of other systems' tokens and what is wrong with the installation for administrators.
 */
export async function listToDos(actor: Actor): Promise<ToDo[]> {
  requirePermission(actor, 'codes.read');
  requirePermission(actor, 'batches.read');
  const may = (permission: Permission) => can(actor, permission);
  const apps = await loadApps(actor);
  const found = await Promise.all([
    may('system.manage') ? listProblems() : [],
    connections(actor, apps),
    standing(actor, apps),
    batches(actor, apps),
    quotas(actor),
    failures(actor, apps),
    may('apps.manage') ? tokens(actor, apps) : [],
    may('batches.write') ? drafts(actor, apps) : [],
  ]);
  return found.flat();
}
