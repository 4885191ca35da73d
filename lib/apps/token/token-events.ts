import 'server-only';
import { seenRows } from '@/lib/apps/sight';
import { clock } from '@/lib/clock';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db, type Tx } from '@/lib/db/client';
import type { TokenEventKind } from '@/lib/db/generated/enums';
import { emitReplaced } from '@/lib/webhooks/emit-faults';

/** Older events of a Mini Program go. */
export const TOKEN_EVENTS_MAX = 50;
const SHOWN = 5;
const SHOWN_FOR_MS = 7 * 24 * 60 * 60 * 1000;

/** 42001 says that time is up; 40001 and 40014 that somebody fetched a newer token. */
function kindOf(errcode: number | undefined): TokenEventKind {
  return errcode === 42001 ? 'expiredEarly' : 'replaced';
}

/** Writes down that WeChat refused, with `errcode`, a token that should still have been good. @returns what that says */
export async function recordTokenEvent(
  tx: Tx,
  miniProgramId: string,
  errcode?: number,
): Promise<TokenEventKind> {
  const kind = kindOf(errcode);
  await tx.tokenEvent.create({ data: { miniProgramId, kind, at: clock.now() } });
  if (kind === 'replaced') await emitReplaced(tx, miniProgramId);
  const old = await tx.tokenEvent.findMany({
    where: { miniProgramId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    skip: TOKEN_EVENTS_MAX,
    select: { id: true },
  });
  if (old.length > 0) await tx.tokenEvent.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
  return kind;
}

async function findRecent(actor: Actor) {
  return db().tokenEvent.findMany({
    where: { ...seenRows(actor), at: { gte: new Date(clock.now().getTime() - SHOWN_FOR_MS) } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { id: true, miniProgramId: true, at: true, kind: true },
  });
}

export type TokenEventSummary = Awaited<ReturnType<typeof findRecent>>[number];

/** The latest events of each Mini Program, newest first: at most five of the last seven days. */
export async function listTokenEvents(actor: Actor): Promise<Map<string, TokenEventSummary[]>> {
  requirePermission(actor, 'apps.manage');
  const byApp = new Map<string, TokenEventSummary[]>();
  for (const event of await findRecent(actor)) {
    const known = byApp.get(event.miniProgramId) ?? [];
    if (known.length < SHOWN) byApp.set(event.miniProgramId, [...known, event]);
  }
  return byApp;
}
