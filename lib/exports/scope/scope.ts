import 'server-only';
import { z } from 'zod';
import { seenRows } from '@/lib/apps/sight';
import { viewerOf, type Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { codeConditions } from '@/lib/codes/find/conditions';
import { readFilterParams, type CodeFilters } from '@/lib/codes/find/filters';
import { codeFiltersSchema } from '@/lib/codes/find/filters-schema';
import { SELECTION_MAX_CODES } from '@/lib/codes/limits';
import { orderOf } from '@/lib/codes/find/order';
import { findKeys } from '@/lib/codes/find/page-keys';
import { appsOfCodes, appsOfFilters, seenCodeIds } from '@/lib/codes/find/seen-codes';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { idSchema } from '@/lib/input/schemas';
import { parseInput } from '@/lib/validation';
import { UNRELEASED, type Unreleased } from '@/lib/exports/options';
import { seenExports } from '@/lib/exports/seen';
import { readSelection } from './selections';

/**
 * Which codes: ticked ones in their order, all that match a filter newest first, or the rows of a batch in its order.
 * `onlyReleased`: without those that open the trial or development version.
 */
export type ExportScope = (
  | { kind: 'selection'; codeIds: string[] }
  | { kind: 'filter'; filters: CodeFilters }
  | { kind: 'batch'; batchId: string; name: string }
) & { onlyReleased?: boolean | undefined };

/** More are not kept of anybody (lib/recent). */
const RECENT_MAX = 50;

const id = z.string().min(1).max(64);
const unreleasedSchema = z.object({ unreleased: z.enum(UNRELEASED).optional() });
const selectionSchema = z.object({ id: z.array(idSchema).min(1).max(SELECTION_MAX_CODES) });

const kept = z.object({ onlyReleased: z.boolean().optional() });
const storedSchema: z.ZodType<ExportScope> = z.discriminatedUnion('kind', [
  kept.extend({ kind: z.literal('selection'), codeIds: z.array(id) }),
  kept.extend({ kind: z.literal('filter'), filters: codeFiltersSchema }),
  kept.extend({ kind: z.literal('batch'), batchId: id, name: z.string() }),
]);

/** What `Export.scope` holds. */
export function storedScope(json: unknown): ExportScope {
  return storedSchema.parse(json);
}

async function batchScope(actor: Actor, batchId: string): Promise<ExportScope> {
  const where = { id: batchId, state: { not: 'DRAFT' as const }, AND: seenRows(actor) };
  const batch = await db().batch.findFirst({ where, select: { name: true } });
  if (!batch) throw new AppError('NOT_FOUND');
  return { kind: 'batch', batchId, name: batch.name };
}

async function sameScope(actor: Actor, exportId: string): Promise<ExportScope> {
  const where = { id: exportId, AND: await seenExports(actor) };
  const found = await db().export.findUnique({ where, select: { scope: true } });
  if (!found) throw new AppError('NOT_FOUND');
  return storedScope(found.scope);
}

/** What somebody used last is theirs, and changes as they go on working: it is kept as the codes that it is now. */
async function usedLast(actor: Actor, filters: CodeFilters): Promise<ExportScope> {
  const viewer = viewerOf(actor);
  const { userId } = viewer;
  const conditions = await codeConditions(filters, viewer);
  const keys = await findKeys(conditions, orderOf(filters), { after: null, take: RECENT_MAX, userId });
  return { kind: 'selection', codeIds: keys.map(({ id }) => id) };
}

async function filterScope(actor: Actor, fields: URLSearchParams): Promise<ExportScope> {
  const filters = parseInput(codeFiltersSchema, readFilterParams(fields));
  return filters.place === 'recent' ? usedLast(actor, filters) : { kind: 'filter', filters };
}

async function selectionScope(actor: Actor, codeIds: string[]): Promise<ExportScope> {
  return { kind: 'selection', codeIds: await seenCodeIds(actor, codeIds) };
}

function tickedIds(fields: URLSearchParams): string[] {
  const { id: ids } = parseInput(selectionSchema, { id: fields.getAll('id') });
  return [...new Set(ids)];
}

async function namedScope(actor: Actor, fields: URLSearchParams): Promise<ExportScope> {
  const [selection, earlier, batch] = ['selection', 'export', 'batch'].map((name) => fields.get(name));
  if (selection) return selectionScope(actor, await readSelection(selection));
  if (earlier) return sameScope(actor, earlier);
  if (fields.get('app')) return filterScope(actor, fields);
  return batch ? batchScope(actor, batch) : selectionScope(actor, tickedIds(fields));
}

/** What is to become of codes that nobody can open but testers; undefined where nobody has said it. @throws AppError INVALID_INPUT */
export function readUnreleased(fields: URLSearchParams): Unreleased | undefined {
  return parseInput(unreleasedSchema, { unreleased: fields.get('unreleased') ?? undefined }).unreleased;
}

/**
 * What an address or a form asks for: `id` (any number), `selection`, `export` (the codes of an earlier one), the
 * gallery's filters, which always name an `app` or `all`, or a whole `batch`. One that says nothing is a mistake and not
 * a wish for everything. Of ticked codes those are left out that the actor does not see, and of all those that are not
 * released where `unreleased` says so.
 * @throws AppError INVALID_INPUT, NOT_FOUND
 */
export async function resolveScope(actor: Actor, fields: URLSearchParams): Promise<ExportScope> {
  requirePermission(actor, 'codes.export');
  const unreleased = readUnreleased(fields);
  const scope = await namedScope(actor, fields);
  return unreleased === 'leaveOut' ? { ...scope, onlyReleased: true } : scope;
}

/** The Mini Programs that an export of a scope keeps to; none for a filter of somebody who sees all of them. */
export async function scopeApps(actor: Actor, scope: ExportScope): Promise<string[]> {
  if (scope.kind === 'filter') return appsOfFilters(actor, scope.filters.app);
  if (scope.kind === 'selection') return appsOfCodes(scope.codeIds);
  const where = { id: scope.batchId, AND: seenRows(actor) };
  const found = await db().batch.findMany({ where, select: { miniProgramId: true } });
  return found.map(({ miniProgramId }) => miniProgramId);
}

/** Names of the table's columns, which a batch has and nothing else. */
export async function scopeColumns(scope: ExportScope): Promise<string[]> {
  if (scope.kind !== 'batch') return [];
  const batch = await db().batch.findUnique({ where: { id: scope.batchId }, select: { columns: true } });
  return z.array(z.string()).parse(batch?.columns ?? []);
}
