import 'server-only';
import { z } from 'zod';
import { keptTo, keptToNames, requireAllOfIt, seenShared } from '@/lib/apps/shared-things';
import { seesWork } from '@/lib/apps/sight';
import { changesOf } from '@/lib/audit/changes';
import { recordAudit, recordChange } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db, type Tx } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { parseOwn } from '@/lib/exports/parse-options';
import { lineSchema } from '@/lib/input/schemas';
import { ownSchema } from '@/lib/print/design-schema';
import { STOCK_NAME_MAX_CHARS, STOCKS_MAX } from '@/lib/print/own-stock';
import type { KeptStock } from '@/lib/print/print-types';
import { parseInput } from '@/lib/validation';

const nameSchema = z.object({ name: lineSchema(STOCK_NAME_MAX_CHARS).min(1) });

/** The paper and labels that somebody knows of those that were measured, by name. */
export async function listStocks(actor: Actor): Promise<KeptStock[]> {
  requirePermission(actor, 'codes.export');
  const select = { id: true, name: true, measures: true, appIds: true } as const;
  const rows = await db().printStock.findMany({
    where: seenShared(actor),
    select,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  const namesOf = await keptToNames(actor);
  return rows.map(({ id, name, measures, appIds }) => ({
    id,
    own: { ...ownSchema.parse(measures), name },
    canChange: seesWork(actor, appIds),
    appNames: namesOf(appIds),
  }));
}

type Wanted = { name: string; ownId?: string };

/** Among what somebody knows. */
async function requireFreeName(tx: Tx, actor: Actor, { name, ownId }: Wanted): Promise<void> {
  const others = { name, id: { not: ownId }, AND: seenShared(actor) };
  const other = await tx.printStock.findFirst({ where: others, select: { id: true } });
  if (other) throw new AppError('STOCK_NAME_TAKEN', { values: { name } });
}

/**
 * Keeps paper or labels for the team.
 * @param input an `OwnStock`
 * @returns its id
 * @throws AppError FORBIDDEN, INVALID_INPUT, STOCK_NAME_TAKEN, TOO_MANY_STOCKS
 */
export async function saveStock(actor: Actor, input: unknown): Promise<string> {
  requirePermission(actor, 'codes.write');
  const { name } = parseInput(nameSchema, input);
  const { name: _, ...measures } = parseOwn(input);
  return db().$transaction(async (tx) => {
    await requireFreeName(tx, actor, { name });
    if ((await tx.printStock.count()) >= STOCKS_MAX)
      throw new AppError('TOO_MANY_STOCKS', { values: { max: STOCKS_MAX } });
    const createdById = actor.kind === 'user' ? actor.id : null;
    const data = { name, measures, createdById, appIds: keptTo(actor) };
    const { id } = await tx.printStock.create({ data, select: { id: true } });
    await recordAudit(tx, actor, { action: 'stock.create', targetId: id, details: { name } });
    return id;
  });
}

async function requireStock(tx: Tx, actor: Actor, id: string) {
  const known = await tx.printStock.findUnique({
    where: { id, AND: seenShared(actor) },
    select: { name: true, appIds: true },
  });
  if (!known) throw new AppError('NOT_FOUND');
  requireAllOfIt(actor, known.appIds);
  return { name: known.name };
}

/** @throws AppError FORBIDDEN, NOT_FOUND, OTHERS_USE_IT, INVALID_INPUT, STOCK_NAME_TAKEN */
export async function renameStock(actor: Actor, stockId: string, newName: string): Promise<void> {
  requirePermission(actor, 'codes.write');
  const { name } = parseInput(nameSchema, { name: newName });
  await db().$transaction(async (tx) => {
    const known = await requireStock(tx, actor, stockId);
    await requireFreeName(tx, actor, { name, ownId: stockId });
    await tx.printStock.update({ where: { id: stockId }, data: { name }, select: { id: true } });
    const changes = changesOf(known, { name });
    await recordChange(tx, actor, { action: 'stock.update', targetId: stockId, changes, details: { name } });
  });
}

/** What was printed on it keeps its measures. @throws AppError FORBIDDEN, NOT_FOUND, OTHERS_USE_IT */
export async function deleteStock(actor: Actor, stockId: string): Promise<void> {
  requirePermission(actor, 'codes.write');
  await db().$transaction(async (tx) => {
    const details = await requireStock(tx, actor, stockId);
    await tx.printStock.delete({ where: { id: stockId }, select: { id: true } });
    await recordAudit(tx, actor, { action: 'stock.delete', targetId: stockId, details });
  });
}
