import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { SELECTION_MAX_CODES } from '@/lib/codes/limits';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { idSchema } from '@/lib/input/schemas';
import { parseInput } from '@/lib/validation';

const idsSchema = z.array(idSchema).min(1).max(SELECTION_MAX_CODES);

const KEEP_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Keeps what somebody ticked under an id that fits into an address, for a week. What they ticked before stays: another
 * tab may show it.
 * @throws AppError INVALID_INPUT
 */
export async function keepSelection(actor: Actor, codeIds: unknown): Promise<string> {
  requirePermission(actor, 'codes.export');
  const ids = [...new Set(parseInput(idsSchema, codeIds))];
  await db().codeSelection.deleteMany({
    where: { createdAt: { lt: new Date(clock.now().getTime() - KEEP_MS) } },
  });
  const createdById = actor.kind === 'user' ? actor.id : null;
  const kept = await db().codeSelection.create({ data: { codeIds: ids, createdById }, select: { id: true } });
  return kept.id;
}

/** @throws AppError NOT_FOUND */
export async function readSelection(id: string): Promise<string[]> {
  const kept = await db().codeSelection.findUnique({ where: { id }, select: { codeIds: true } });
  if (!kept) throw new AppError('NOT_FOUND');
  return z.array(z.string()).parse(kept.codeIds);
}
