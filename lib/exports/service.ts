import 'server-only';
import { z } from 'zod';
import { recordAudit } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock, dayOf } from '@/lib/clock';
import { SELECTION_MAX_CODES } from '@/lib/codes/limits';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import { exportedCodes } from './queries';
import { zipOfCodes } from './zip';

const selectionSchema = z.array(z.string().min(1).max(64)).min(1).max(SELECTION_MAX_CODES);

/**
 * Streams the selected codes as a ZIP.
 * @throws AppError INVALID_INPUT for an empty or too large selection, NOT_FOUND when none of them has a picture
 */
export async function exportSelection(actor: Actor, selection: unknown) {
  requirePermission(actor, 'codes.export');
  const codeIds = [...new Set(parseInput(selectionSchema, selection))];
  const where = { id: { in: codeIds }, deletedAt: null, status: 'READY' as const };
  const count = await db().code.count({ where });
  if (count === 0) throw new AppError('NOT_FOUND');
  await recordAudit(db(), actor, { action: 'export.create', details: { codeIds, count } });
  const day = dayOf(clock.now());
  return { name: `suncode-${day}-${count}.zip`, stream: zipOfCodes(exportedCodes(codeIds)) };
}
