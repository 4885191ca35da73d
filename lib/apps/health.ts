import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { countCodes, type CodeCount } from '@/lib/codes/find/count';
import { NO_FILTERS } from '@/lib/codes/find/filters';
import { db } from '@/lib/db/client';
import { seenApps, seenRows } from './sight';
import { readTokenFailure, type TokenFailure } from './token/token-failures';

/** `untested`: nobody has asked WeChat for anything yet. */
export type HealthState = 'disabled' | 'failing' | 'works' | 'untested';

export type AppHealth = {
  state: HealthState;
  /** Why it gets no token; also of one that is disabled. */
  failure: TokenFailure | null;
  /** When a call to WeChat last left for it. */
  lastCallAt: Date | null;
};

async function findStates(actor: Actor) {
  return db().miniProgram.findMany({
    where: seenApps(actor),
    select: {
      id: true,
      disabledAt: true,
      callBudget: { select: { lastCallAt: true } },
      accessToken: {
        select: { expiresAt: true, failureKey: true, failingSince: true, failureText: true },
      },
    },
  });
}

type Found = Awaited<ReturnType<typeof findStates>>[number];

function healthOf({ disabledAt, callBudget, accessToken }: Found): AppHealth {
  const failure = readTokenFailure(accessToken);
  const lastCallAt = callBudget?.lastCallAt ?? null;
  const answered = accessToken?.expiresAt ?? lastCallAt;
  const state = failure ? 'failing' : answered ? 'works' : 'untested';
  return { state: disabledAt ? 'disabled' : state, failure, lastCallAt };
}

/** Whether each Mini Program that the actor sees can call WeChat, by its id: two small tables and no call. */
export async function listHealth(actor: Actor): Promise<Map<string, AppHealth>> {
  requirePermission(actor, 'apps.read');
  return new Map((await findStates(actor)).map((found) => [found.id, healthOf(found)]));
}

export type AppCodes = {
  /** Those that its link to the gallery shows. */
  count: CodeCount;
  /** Why it cannot be removed: it has codes (in the trash too), or batches. */
  keptBy: 'codes' | 'batches' | null;
};

/** How many codes a Mini Program has. */
export async function codesOf(actor: Actor, miniProgramId: string): Promise<AppCodes> {
  const where = { miniProgramId, AND: seenRows(actor) };
  const [count, code, batch] = await Promise.all([
    countCodes(actor, { ...NO_FILTERS, app: miniProgramId }),
    db().code.findFirst({ where, select: { id: true } }),
    db().batch.findFirst({ where, select: { id: true } }),
  ]);
  return { count, keptBy: code ? 'codes' : batch ? 'batches' : null };
}
