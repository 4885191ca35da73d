import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import { changesOf } from '@/lib/audit/changes';
import { recordAudit, recordChange } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db, type Tx } from '@/lib/db/client';
import { DbNull } from '@/lib/db/generated/internal/prismaNamespace';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import { BLANK, isBuiltIn, type PurposeDefinition } from './purpose';
import {
  pagesSchema,
  purposeDefinitionSchema,
  purposeOrderSchema,
  savePurposeSchema,
  type SavePurposeInput,
} from './schema';

/** The form shows all of them side by side. */
export const PURPOSES_MAX = 20;

const select = { id: true, definition: true, pages: true, hidden: true } as const;

type Row = { id: string; definition: unknown; pages: unknown; hidden: boolean };

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
      const was = { definition: row.definition, pages: row.pages };
      const isOther = !isDeepStrictEqual(was, { definition, pages });
      const entry = { targetId: key, changes, details, isOther };
      await recordChange(tx, actor, { action: 'purpose.update', ...entry });
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
    if (row.hidden === hidden) return;
    await tx.purpose.update({ where: { id: row.id }, data: { hidden } });
    const entry = { targetId: key, ...nameFrom(row) };
    await recordAudit(tx, actor, { action: hidden ? 'purpose.hide' : 'purpose.show', ...entry });
  });
}

async function placesOf(tx: Tx) {
  return tx.purpose.findMany({ select: { id: true, position: true }, orderBy: { id: 'asc' } });
}

/**
 * The order in which the form offers purposes. The blank one stays last; what is not there (any more) is passed over, and
 * what is not named, such as one that somebody has just added, comes behind.
 * @param keys as they shall stand
 * @throws AppError FORBIDDEN, INVALID_INPUT
 */
export async function orderPurposes(actor: Actor, keys: string[]): Promise<void> {
  requirePermission(actor, 'purposes.manage');
  const wanted = [...new Set(parseInput(purposeOrderSchema, keys))].filter((key) => key !== BLANK);
  await db().$transaction(async (tx) => {
    const before = await placesOf(tx);
    // Everybody takes the rows in the same order, or two of them could wait for each other.
    for (const key of wanted.toSorted()) {
      const position = wanted.indexOf(key);
      const where = { builtIn: key };
      if (isBuiltIn(key))
        await tx.purpose.upsert({ where, create: { ...where, position }, update: { position } });
      else await tx.purpose.updateMany({ where: { id: key, builtIn: null }, data: { position } });
    }
    if (!isDeepStrictEqual(before, await placesOf(tx)))
      await recordAudit(tx, actor, { action: 'purpose.order', details: { count: wanted.length } });
  });
}

/** A row that says no more of one of the product's than where it stands. */
function isAsItComes({ definition, pages, hidden }: Row): boolean {
  return definition === null && !hidden && Object.keys(pagesSchema.safeParse(pages).data ?? {}).length === 0;
}

/**
 * Takes away what the team wrote: a built-in purpose is again as the product has it, with its pages, where it stands; another one
 * is gone.
 * @throws AppError FORBIDDEN, NOT_FOUND
 */
export async function removePurpose(actor: Actor, key: string): Promise<void> {
  requirePermission(actor, 'purposes.manage');
  await db().$transaction(async (tx) => {
    const where = isBuiltIn(key) ? { builtIn: key } : { id: key, builtIn: null };
    const before = await tx.purpose.findFirst({ where, select });
    if (!before && !isBuiltIn(key)) throw new AppError('NOT_FOUND');
    if (!before || (isBuiltIn(key) && isAsItComes(before))) return;
    // One of the product's keeps its place in the row.
    const asComes = { definition: DbNull, pages: {}, hidden: false };
    if (isBuiltIn(key)) await tx.purpose.updateMany({ where, data: asComes });
    else await tx.purpose.deleteMany({ where });
    const action = isBuiltIn(key) ? 'purpose.reset' : 'purpose.delete';
    await recordAudit(tx, actor, { action, targetId: key, ...nameFrom(before) });
  });
}
