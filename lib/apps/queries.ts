import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { LIMITED_CODES_MAX } from '@/lib/wechat/rules/limits';
import { seenApps } from './sight';

// No ciphertext is selected: what is never read cannot be sent.
const summary = {
  id: true,
  name: true,
  appId: true,
  mode: true,
  tokenMode: true,
  tokenUrl: true,
  tokenHeaderName: true,
  pathMaxBytes: true,
  quotaBaseline: true,
  quotaUsed: true,
  numUsed: true,
  numUsedAt: true,
  countAtNumUsed: true,
  quotaFloor: true,
  ratePerMinute: true,
  disabledAt: true,
} as const;

async function findApps(actor: Actor) {
  const orderBy = [{ mode: 'asc' as const }, { createdAt: 'asc' as const }];
  return db().miniProgram.findMany({ where: seenApps(actor), select: summary, orderBy });
}

export type AppSummary = Awaited<ReturnType<typeof findApps>>[number];

/** Those that the actor sees: live Mini Programs first, then sandbox ones, each in the order of their making. */
export async function listApps(actor: Actor): Promise<AppSummary[]> {
  requirePermission(actor, 'apps.read');
  return findApps(actor);
}

/** @throws AppError NOT_FOUND */
export async function getApp(actor: Actor, id: string): Promise<AppSummary> {
  requirePermission(actor, 'apps.read');
  const app = await db().miniProgram.findUnique({ where: { id, AND: seenApps(actor) }, select: summary });
  if (!app) throw new AppError('NOT_FOUND');
  return app;
}

/** How much of an app's permanent A + C limit is gone. */
export function quotaOf(app: Pick<AppSummary, 'quotaBaseline' | 'quotaUsed'>): {
  used: number;
  limit: number;
} {
  return { used: app.quotaBaseline + app.quotaUsed, limit: LIMITED_CODES_MAX };
}
