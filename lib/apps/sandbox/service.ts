import 'server-only';
import { connectTo } from '@/lib/apps/connection';
import { seenApps } from '@/lib/apps/sight';
import { changesOf } from '@/lib/audit/changes';
import { recordAudit, recordChange } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db, type Tx } from '@/lib/db/client';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { getSandbox } from '@/lib/sandbox/sandbox';
import { parseInput } from '@/lib/validation';
import { GOOD_DAY, readPlay, sandboxPlaySchema, type SandboxPlay } from './schema';

async function requireSandboxApp(tx: Pick<Tx, 'miniProgram'>, actor: Actor, id: string) {
  if (env().SANDBOX === 'off') throw new AppError('SANDBOX_OFF');
  const select = { appId: true, name: true, mode: true, sandboxPlay: true } as const;
  const app = await tx.miniProgram.findUnique({ where: { id, AND: seenApps(actor) }, select });
  if (app?.mode !== 'SANDBOX') throw new AppError('NOT_FOUND');
  return app;
}

export type SandboxView = {
  id: string;
  appId: string;
  name: string;
  play: SandboxPlay;
  /** What the sandbox, in WeChat's place, has counted of the 100,000. */
  quotaUsed: number;
};

/** @throws AppError FORBIDDEN, NOT_FOUND (also for a live Mini Program), SANDBOX_OFF */
export async function getSandboxView(actor: Actor, id: string): Promise<SandboxView> {
  requirePermission(actor, 'apps.manage');
  const { appId, name, sandboxPlay } = await requireSandboxApp(db(), actor, id);
  // Connecting tells this process's sandbox what it plays for the Mini Program.
  await connectTo(id);
  return {
    id,
    appId,
    name,
    play: readPlay(sandboxPlay),
    quotaUsed: getSandbox().state(appId)?.quotaUsed ?? 0,
  };
}

/** Changes what the sandbox plays, from the next call on. @throws AppError INVALID_INPUT, NOT_FOUND, SANDBOX_OFF */
export async function updateSandbox(actor: Actor, id: string, input: SandboxPlay): Promise<void> {
  requirePermission(actor, 'apps.manage');
  const sandboxPlay = parseInput(sandboxPlaySchema, input);
  await db().$transaction(async (tx) => {
    const app = await requireSandboxApp(tx, actor, id);
    await tx.miniProgram.update({ where: { id }, data: { sandboxPlay } });
    const { failurePercent, failureErrcode, latencyMs } = sandboxPlay;
    const details = { failurePercent, failureErrcode, latencyMs };
    const changes = changesOf(readPlay(app.sandboxPlay), sandboxPlay);
    await recordChange(tx, actor, { action: 'sandbox.update', targetId: id, changes, details });
  });
}

/**
 * Back to WeChat on a good day: settings, WeChat's count and what it told of it. Codes and our own count stay.
 * @throws AppError NOT_FOUND, SANDBOX_OFF
 */
export async function resetSandbox(actor: Actor, id: string): Promise<void> {
  requirePermission(actor, 'apps.manage');
  const appId = await db().$transaction(async (tx) => {
    const app = await requireSandboxApp(tx, actor, id);
    const untold = { numUsed: null, numUsedAt: null, countAtNumUsed: null };
    await tx.miniProgram.update({ where: { id }, data: { sandboxPlay: GOOD_DAY, ...untold } });
    await recordAudit(tx, actor, { action: 'sandbox.reset', targetId: id });
    return app.appId;
  });
  getSandbox().forget(appId);
}

/**
 * Ends every token of the Mini Program at once: `expire` as if time were up (42001), `replace` as if another system had
 * fetched a newer one (40001).
 * @throws AppError NOT_FOUND, SANDBOX_OFF
 */
export async function endSandboxTokens(actor: Actor, id: string, how: 'expire' | 'replace'): Promise<void> {
  requirePermission(actor, 'apps.manage');
  const { appId } = await requireSandboxApp(db(), actor, id);
  await connectTo(id);
  getSandbox().endTokens(appId, how);
  await recordAudit(db(), actor, { action: 'sandbox.endTokens', targetId: id, details: { how } });
}
