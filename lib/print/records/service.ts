import 'server-only';
import { z } from 'zod';
import { changesOf } from '@/lib/audit/changes';
import { recordAudit } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { seenExports } from '@/lib/exports/seen';
import { textSchema } from '@/lib/input/schemas';
import { parseInput } from '@/lib/validation';
import { PRINT_NOTE_MAX_CHARS, PRINT_STATES } from './record-types';

const stepSchema = z.object({ state: z.enum(PRINT_STATES), note: textSchema(PRINT_NOTE_MAX_CHARS).trim() });
export type PrintStepInput = z.input<typeof stepSchema>;

/**
 * Says what became of a print. Any state may follow any other, since people mend what they said by mistake; a note may stand
 * alone.
 * @throws AppError FORBIDDEN, NOT_FOUND, INVALID_INPUT when nothing is said
 */
export async function setPrintState(actor: Actor, exportId: string, input: PrintStepInput): Promise<void> {
  requirePermission(actor, 'codes.write');
  const { state, note } = parseInput(stepSchema, input);
  const seen = await seenExports(actor);
  await db().$transaction(async (tx) => {
    const where = { id: exportId, removedAt: null, printState: { not: null }, AND: seen };
    const known = await tx.export.findUnique({ where, select: { printState: true } });
    if (!known) throw new AppError('NOT_FOUND');
    if (known.printState === state && note === '')
      throw new AppError('INVALID_INPUT', {
        issues: [{ field: 'note', key: 'errors.issues.required', values: {} }],
      });
    await tx.export.update({ where: { id: exportId }, data: { printState: state }, select: { id: true } });
    const byId = actor.kind === 'user' ? actor.id : null;
    await tx.printStep.create({ data: { exportId, state, note, byId, at: clock.now() } });
    const changes = changesOf(known, { printState: state });
    const said = note === '' ? {} : { details: { note } };
    await recordAudit(tx, actor, { action: 'print.update', targetId: exportId, changes, ...said });
  });
}
