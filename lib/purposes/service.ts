import 'server-only';
import { recordAudit } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db, type Tx } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import { isBuiltIn } from './purpose';
import { savePurposeSchema, type SavePurposeInput } from './schema';

/** The form shows all of them side by side. */
export const PURPOSES_MAX = 20;

/** The row of a purpose, made now for a built-in one that had none. @throws AppError NOT_FOUND */
async function rowOf(tx: Tx, key: string): Promise<{ id: string; builtIn: string | null }> {
  const select = { id: true, builtIn: true } as const;
  if (isBuiltIn(key))
    return tx.purpose.upsert({ where: { builtIn: key }, create: { builtIn: key }, update: {}, select });
  const row = await tx.purpose.findFirst({ where: { id: key, builtIn: null }, select });
  if (!row) throw new AppError('NOT_FOUND');
  return row;
}

/**
 * Adds a purpose, or changes one. A built-in one that is changed is from then on shown as it was written, in each language.
 * @param key null adds one
 * @returns its key
 * @throws AppError FORBIDDEN, INVALID_INPUT, NOT_FOUND, TOO_MANY_PURPOSES
 */
export async function savePurpose(
  actor: Actor,
  key: string | null,
  input: SavePurposeInput,
): Promise<string> {
  requirePermission(actor, 'purposes.manage');
  const { definition, pages } = parseInput(savePurposeSchema, input);
  const details = { name: definition.name };
  return db().$transaction(async (tx) => {
    if (key !== null) {
      const { id } = await rowOf(tx, key);
      await tx.purpose.update({ where: { id }, data: { definition, pages } });
      await recordAudit(tx, actor, { action: 'purpose.update', targetId: key, details });
      return key;
    }
    if ((await tx.purpose.count({ where: { builtIn: null } })) >= PURPOSES_MAX)
      throw new AppError('TOO_MANY_PURPOSES', { values: { max: PURPOSES_MAX } });
    const { id } = await tx.purpose.create({ data: { definition, pages }, select: { id: true } });
    await recordAudit(tx, actor, { action: 'purpose.create', targetId: id, details });
    return id;
  });
}

/** Only the form hides it: codes that were made for it keep what was filled in. @throws AppError FORBIDDEN, NOT_FOUND */
export async function setPurposeHidden(actor: Actor, key: string, hidden: boolean): Promise<void> {
  requirePermission(actor, 'purposes.manage');
  await db().$transaction(async (tx) => {
    const { id } = await rowOf(tx, key);
    await tx.purpose.update({ where: { id }, data: { hidden } });
    await recordAudit(tx, actor, { action: hidden ? 'purpose.hide' : 'purpose.show', targetId: key });
  });
}

/**
 * Takes away what the team wrote: a built-in purpose is again as the product has it, with its pages; another one is gone.
 * @throws AppError FORBIDDEN, NOT_FOUND
 */
export async function removePurpose(actor: Actor, key: string): Promise<void> {
  requirePermission(actor, 'purposes.manage');
  await db().$transaction(async (tx) => {
    const { count } = await tx.purpose.deleteMany({
      where: isBuiltIn(key) ? { builtIn: key } : { id: key, builtIn: null },
    });
    if (count === 0 && !isBuiltIn(key)) throw new AppError('NOT_FOUND');
    await recordAudit(tx, actor, {
      action: isBuiltIn(key) ? 'purpose.reset' : 'purpose.delete',
      targetId: key,
    });
  });
}
