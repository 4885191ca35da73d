import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import { createTranslator } from 'next-intl';
import { keptTo, requireAllOfIt, seenShared, widenPictures } from '@/lib/apps/shared-things';
import { changesOf } from '@/lib/audit/changes';
import { recordAudit, recordChange } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db, type Tx } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locale';
import { loadMessages } from '@/lib/i18n/messages';
import { isId } from '@/lib/input/text';
import type { Design } from '@/lib/print/design';
import { designProblems } from '@/lib/print/design-problems';
import { blankDesign } from '@/lib/print/design-pieces';
import { starters, starterWords } from '@/lib/print/starters';
import { pictureIds, requirePictures } from '@/lib/print/pictures/queries';
import { parseInput } from '@/lib/validation';
import { BLANK, DESIGN_NAME_MAX_CHARS, DESIGNS_MAX } from './kept-types';
import { readKept } from './kept-design';
import { createSchema, nameSchema, saveSchema, type CreateDesignInput, type SaveDesignInput } from './schema';

type Source = { design: Design; stock: string };

function builtIn(key: string, locale: Locale): Source {
  if (key === BLANK) return { design: blankDesign(), stock: 'a4' };
  const t = createTranslator({ locale, messages: loadMessages(locale), namespace: 'exports.print.words' });
  const starter = starters(starterWords(t)).find((known) => known.key === key);
  if (!starter) throw new AppError('NOT_FOUND');
  return starter;
}

type Beginning = { from: string; locale: Locale };

async function sourceOf(tx: Tx, actor: Actor, { from, locale }: Beginning): Promise<Source> {
  if (!isId(from)) return builtIn(from, locale);
  const row = await tx.printDesign.findUnique({ where: { id: from, AND: seenShared(actor) } });
  if (!row) throw new AppError('NOT_FOUND');
  return readKept(row);
}

/** “桌卡”, “桌卡 2” … */
async function freeName(tx: Tx, actor: Actor, wanted: string): Promise<string> {
  const rows = await tx.printDesign.findMany({ where: seenShared(actor), select: { name: true } });
  const taken = new Set(rows.map(({ name }) => name));
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? '' : ` ${number}`;
    const name = `${wanted.slice(0, DESIGN_NAME_MAX_CHARS - end.length).trimEnd()}${end}`;
    if (!taken.has(name)) return name;
  }
}

/** Key and name are those of the row. */
function bare({ key: _key, name: _name, ...design }: Design) {
  return design;
}

/**
 * A design for the team that begins as a copy: of one of the product, of one of the team, or of an empty piece.
 * @param input `name`: as it is called, with a number behind it where that name is taken
 * @returns its id
 * @throws AppError FORBIDDEN, INVALID_INPUT, NOT_FOUND, TOO_MANY_DESIGNS
 */
export async function createDesign(actor: Actor, input: CreateDesignInput): Promise<string> {
  requirePermission(actor, 'codes.write');
  const { from, name: wanted, locale } = parseInput(createSchema, input);
  return db().$transaction(async (tx) => {
    const { design, stock } = await sourceOf(tx, actor, { from, locale });
    if ((await tx.printDesign.count()) >= DESIGNS_MAX)
      throw new AppError('TOO_MANY_DESIGNS', { values: { max: DESIGNS_MAX } });
    const name = await freeName(tx, actor, wanted);
    const appIds = keptTo(actor);
    const createdById = actor.kind === 'user' ? actor.id : null;
    const data = { name, design: bare(design), stock, createdById, appIds };
    await widenPictures(tx, pictureIds(design), appIds);
    const { id } = await tx.printDesign.create({ data, select: { id: true } });
    await recordAudit(tx, actor, { action: 'design.create', targetId: id, details: { name } });
    return id;
  });
}

async function requireRow(tx: Tx, actor: Actor, id: string) {
  const row = await tx.printDesign.findUnique({ where: { id, AND: seenShared(actor) } });
  if (!row) throw new AppError('NOT_FOUND');
  requireAllOfIt(actor, row.appIds);
  return row;
}

/** @throws AppError INVALID_INPUT for what cannot be printed, such as a code that is covered */
function requireUsable(design: Design): void {
  const issues = designProblems(design).map(({ at, key, values }) => {
    const field = at === null ? 'design' : `design.elements.${at}`;
    return { field, key: `exports.issues.${key}` as const, values };
  });
  if (issues.length > 0) throw new AppError('INVALID_INPUT', { issues });
}

/**
 * Keeps what was changed in the editor.
 * @param input with the `revision` that was changed
 * @returns the revision that it has now
 * @throws AppError FORBIDDEN, INVALID_INPUT, NOT_FOUND, OTHERS_USE_IT, DESIGN_CHANGED when somebody else saved another one meanwhile
 */
export async function saveDesign(actor: Actor, designId: string, input: SaveDesignInput): Promise<number> {
  requirePermission(actor, 'codes.write');
  const { revision, stock, design } = parseInput(saveSchema, input);
  requireUsable({ key: designId, ...design });
  await requirePictures(actor, design);
  return db().$transaction(async (tx) => {
    const row = await requireRow(tx, actor, designId);
    if (row.revision !== revision) throw new AppError('DESIGN_CHANGED');
    if (row.stock === stock && isDeepStrictEqual(row.design, design)) return revision;
    const { count } = await tx.printDesign.updateMany({
      where: { id: designId, revision },
      data: { design, stock, revision: revision + 1 },
    });
    if (count === 0) throw new AppError('DESIGN_CHANGED');
    await widenPictures(tx, pictureIds(design), row.appIds);
    const details = { name: row.name };
    await recordAudit(tx, actor, { action: 'design.update', targetId: designId, details });
    return revision + 1;
  });
}

/** @throws AppError FORBIDDEN, NOT_FOUND, OTHERS_USE_IT, INVALID_INPUT, DESIGN_NAME_TAKEN */
export async function renameDesign(actor: Actor, designId: string, newName: string): Promise<void> {
  requirePermission(actor, 'codes.write');
  const { name } = parseInput(nameSchema, { name: newName });
  await db().$transaction(async (tx) => {
    const known = await requireRow(tx, actor, designId);
    const others = { name, id: { not: designId }, AND: seenShared(actor) };
    const other = await tx.printDesign.findFirst({ where: others, select: { id: true } });
    if (other) throw new AppError('DESIGN_NAME_TAKEN', { values: { name } });
    await tx.printDesign.update({ where: { id: designId }, data: { name }, select: { id: true } });
    const changes = changesOf({ name: known.name }, { name });
    await recordChange(tx, actor, {
      action: 'design.update',
      targetId: designId,
      changes,
      details: { name },
    });
  });
}

/** What was printed with it keeps it. @throws AppError FORBIDDEN, NOT_FOUND, OTHERS_USE_IT */
export async function deleteDesign(actor: Actor, designId: string): Promise<void> {
  requirePermission(actor, 'codes.write');
  await db().$transaction(async (tx) => {
    const { name } = await requireRow(tx, actor, designId);
    await tx.printDesign.delete({ where: { id: designId }, select: { id: true } });
    await recordAudit(tx, actor, { action: 'design.delete', targetId: designId, details: { name } });
  });
}
