import 'server-only';
import { z } from 'zod';
import type { AuditAction } from '@/lib/audit/catalogue';
import { recordAudit } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { madeBy } from '@/lib/auth/maker';
import { can, requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { Export } from '@/lib/db/generated/client';
import { AppError } from '@/lib/errors';
import { RESTORE_MS } from '@/lib/exports/job/purge';
import { wakeExports } from '@/lib/exports/job/signals';
import { isOut } from '@/lib/print/records/record-types';
import { idSchema } from '@/lib/input/schemas';
import { parseInput } from '@/lib/validation';
import { REMOVE_MAX_EXPORTS } from './options';
import { seenExports } from './seen';

const idsSchema = z.array(idSchema).min(1).max(REMOVE_MAX_EXPORTS);

/** Whether somebody may take an export off the list: their own, and those of others by their role. */
export function mayRemove(actor: Actor, made: Pick<Export, 'createdById' | 'createdByKeyId'>): boolean {
  const { createdById, createdByKeyId } = madeBy(actor);
  const isOwn =
    (createdById !== null && createdById === made.createdById) ||
    (createdByKeyId !== null && createdByKeyId === made.createdByKeyId);
  return isOwn || can(actor, 'exports.manage');
}

type Change = { removedAt: Date | null; where: { removedAt: null | { gt: Date } }; action: AuditAction };

/** @returns how many there were */
async function change(
  actor: Actor,
  exportIds: unknown,
  { removedAt, where, action }: Change,
): Promise<number> {
  requirePermission(actor, 'codes.export');
  const ids = parseInput(idsSchema, exportIds);
  const seen = await seenExports(actor);
  return db().$transaction(async (tx) => {
    const found = await tx.export.findMany({
      where: { id: { in: ids }, ...where, AND: seen },
      select: { id: true, createdById: true, createdByKeyId: true, printState: true },
    });
    if (!found.every((made) => mayRemove(actor, made))) throw new AppError('FORBIDDEN');
    if (removedAt && found.some(({ printState }) => isOut(printState))) throw new AppError('PRINT_OUT');
    const there = found.map(({ id }) => id);
    const { count } = await tx.export.updateMany({
      where: { id: { in: there }, ...where },
      data: { removedAt },
    });
    const [only] = there;
    const of = there.length === 1 && only !== undefined ? { targetId: only } : {};
    if (count > 0) await recordAudit(tx, actor, { action, ...of, details: { count, exportIds: there } });
    return count;
  });
}

/**
 * Takes exports off the list; one that is being made is given up. Codes and pictures stay. For a day it can be taken back.
 * @returns how many; those that somebody else took off meanwhile do not count
 * @throws AppError FORBIDDEN when one of them is somebody else's, PRINT_OUT when one is a print that is with the print shop or
 * hangs somewhere, INVALID_INPUT
 */
export async function removeExports(actor: Actor, exportIds: unknown): Promise<number> {
  return change(actor, exportIds, {
    ...{ removedAt: clock.now(), where: { removedAt: null }, action: 'export.remove' },
  });
}

/** Puts back what was taken off the list within a day. @throws AppError FORBIDDEN, INVALID_INPUT */
export async function restoreExports(actor: Actor, exportIds: unknown): Promise<number> {
  const since = new Date(clock.now().getTime() - RESTORE_MS);
  const count = await change(actor, exportIds, {
    ...{ removedAt: null, where: { removedAt: { gt: since } }, action: 'export.restore' },
  });
  wakeExports();
  return count;
}
