import 'server-only';
import { changesOf } from '@/lib/audit/changes';
import { recordAudit } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db, type Tx } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import { isBuiltIn, type PurposeDefinition } from './purpose';
import { pagesSchema, purposeDefinitionSchema, savePurposeSchema, type SavePurposeInput } from './schema';

/** The form shows all of them side by side. */
export const PURPOSES_MAX = 20;

const select = { id: true, definition: true, pages: true } as const;

type Row = { id: string; definition: unknown; pages: unknown };

/** The row of a purpose, made now for a built-in one that had none. @throws AppError NOT_FOUND */
async function rowOf(tx: Tx, key: string): Promise<Row> {
  if (isBuiltIn(key))
    return tx.purpose.upsert({ where: { builtIn: key }, create: { builtIn: key }, update: {}, select });
  const row = await tx.purpose.findFirst({ where: { id: key, builtIn: null }, select });
  if (!row) throw new AppError('NOT_FOUND');
  return row;
}

/** What was written of it before; of a built-in one that nobody has changed the product has it, in each language. */
const writtenIn = ({ definition }: Row) => purposeDefinitionSchema.safeParse(definition).data;

/** As people read it: fields as `Table (table)`, and the pages that are proposed. */
function wordsOf({ fields, ...definition }: PurposeDefinition, pages: unknown) {
  const { name, summary, endpoint, nameTemplate, printCm } = definition;
  const asked = fields.map(({ label, parameter }) => (parameter ? `${label} (${parameter})` : label));
  const proposed = Object.values(pagesSchema.safeParse(pages).data ?? {});
  return { name, summary, endpoint, nameTemplate, printCm, fields: asked, pages: proposed };
}

/** Whose name nobody has written has that of its key. */
function nameFrom(row: Row | null): { targetName?: string } {
  const written = row && writtenIn(row);
  return written ? { targetName: written.name } : {};
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
      const row = await rowOf(tx, key);
      await tx.purpose.update({ where: { id: row.id }, data: { definition, pages } });
      const before = writtenIn(row);
      const changes = before && changesOf(wordsOf(before, row.pages), wordsOf(definition, pages));
      await recordAudit(tx, actor, { action: 'purpose.update', targetId: key, changes, details });
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
    const row = await rowOf(tx, key);
    await tx.purpose.update({ where: { id: row.id }, data: { hidden } });
    const entry = { targetId: key, ...nameFrom(row) };
    await recordAudit(tx, actor, { action: hidden ? 'purpose.hide' : 'purpose.show', ...entry });
  });
}

/**
 * Takes away what the team wrote: a built-in purpose is again as the product has it, with its pages; another one is gone.
 * @throws AppError FORBIDDEN, NOT_FOUND
 */
export async function removePurpose(actor: Actor, key: string): Promise<void> {
  requirePermission(actor, 'purposes.manage');
  await db().$transaction(async (tx) => {
    const where = isBuiltIn(key) ? { builtIn: key } : { id: key, builtIn: null };
    const before = await tx.purpose.findFirst({ where, select });
    const { count } = await tx.purpose.deleteMany({ where });
    if (count === 0 && !isBuiltIn(key)) throw new AppError('NOT_FOUND');
    if (count === 0) return;
    const action = isBuiltIn(key) ? 'purpose.reset' : 'purpose.delete';
    await recordAudit(tx, actor, { action, targetId: key, ...nameFrom(before) });
  });
}
