import 'server-only';
import { seenRows } from '@/lib/apps/sight';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock, minuteOf } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { scanFigures, type ScanFigures } from './scan-figures';
import { toTarget, type Target } from './target';

const HISTORY_SHOWN = 50;

/** A live code: what it leads to now, what is planned (the next first), and what was (the last first). */
export type Live = {
  key: string;
  now: Target;
  planned: Target[];
  past: Target[];
  scans: ScanFigures;
  /** The wall clock that rules are read by, YYYY-MM-DD HH:MM. */
  serverNow: string;
};

/** @returns null for a code that is not live @throws AppError NOT_FOUND */
export async function getLive(actor: Actor, codeId: string): Promise<Live | null> {
  requirePermission(actor, 'codes.read');
  const where = { id: codeId, deletedAt: null, AND: seenRows(actor) };
  const code = await db().code.findFirst({ where, select: { live: { select: { key: true } } } });
  if (!code) throw new AppError('NOT_FOUND');
  if (!code.live) return null;
  const { key } = code.live;
  const at = clock.now();
  const [scans, begun, planned] = await Promise.all([
    scanFigures(key),
    db().liveTarget.findMany({
      where: { key, startsAt: { lte: at } },
      orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
      take: HISTORY_SHOWN + 1,
    }),
    db().liveTarget.findMany({
      where: { key, startsAt: { gt: at } },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    }),
  ]);
  const [now, ...past] = begun.map(toTarget);
  return now ? { key, now, past, planned: planned.map(toTarget), scans, serverNow: minuteOf(at) } : null;
}
