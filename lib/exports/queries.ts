import 'server-only';
import { narrowedTo } from '@/lib/apps/narrowing';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import type { Export } from '@/lib/db/generated/client';
import { afterCursor, decodeCursor, encodeCursor } from '@/lib/db/pagination';
import type { ExportItem, ExportPage, ExportState, ScopeSummary, StartingOptions } from './export-types';
import { DEFAULT_NAMES, type ZipOptions } from './options';
import { storedOptions } from './parse-options';
import { storedScope } from '@/lib/exports/scope/scope';
import { summarizeScopes } from '@/lib/exports/scope/scope-summary';

const PAGE_SIZE = 30;

type Row = Export & { createdBy: { name: string } | null };

function stateOf({ lostFile, finishedAt }: Row): ExportState {
  if (lostFile) return 'lost';
  return finishedAt ? 'finished' : 'unfinished';
}

function toItem(row: Row, scope: ScopeSummary): ExportItem {
  const { id, format, count, missingCount, sizeBytes, lostFile } = row;
  return {
    ...{ id, format, count, missingCount, lostFile, state: stateOf(row) },
    scope,
    options: storedOptions(row.options),
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy?.name ?? null,
    sizeBytes: sizeBytes === null ? null : Number(sizeBytes),
  };
}

/**
 * The history, newest first.
 * @param app a Mini Program, or ALL_APPS
 * @throws AppError INVALID_INPUT
 */
export async function listExports(actor: Actor, app: string, cursor?: string): Promise<ExportPage> {
  requirePermission(actor, 'codes.export');
  const narrowed = narrowedTo(app);
  const found = await db().export.findMany({
    where: { AND: [narrowed.exports, cursor ? afterCursor(decodeCursor(cursor)) : {}] },
    include: { createdBy: { select: { name: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: PAGE_SIZE + 1,
  });
  const rows = found.slice(0, PAGE_SIZE);
  const scopes = await summarizeScopes(rows.map((row) => storedScope(row.scope)));
  const last = rows.at(-1);
  return {
    items: scopes.flatMap((scope, at) => (rows[at] ? [toItem(rows[at], scope)] : [])),
    nextCursor:
      last && found.length > PAGE_SIZE ? encodeCursor({ value: last.createdAt, id: last.id }) : null,
    elsewhere: narrowed.exportsElsewhere ? await db().export.count({ where: narrowed.exportsElsewhere }) : 0,
  };
}

const USUAL: ZipOptions = { format: 'zip', names: DEFAULT_NAMES, picture: { kind: 'original' } };

/** Names as this person chose them last time. The pictures are WeChat's own again: nobody gets others by oversight. */
async function lastZipOptions(actor: Actor): Promise<ZipOptions> {
  if (actor.kind !== 'user') return USUAL;
  const last = await db().export.findFirst({
    where: { createdById: actor.id, format: 'zip' },
    select: { options: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  const options = last && storedOptions(last.options);
  return options?.format === 'zip' ? { ...USUAL, names: options.names } : USUAL;
}

/**
 * What the builder begins with: the choices of an earlier export that is to be made anew, else the person's last names.
 * @param earlierId null for none
 */
export async function startingOptions(actor: Actor, earlierId: string | null): Promise<StartingOptions> {
  requirePermission(actor, 'codes.export');
  const earlier = earlierId
    ? await db().export.findUnique({ where: { id: earlierId }, select: { options: true } })
    : null;
  const options = earlier && storedOptions(earlier.options);
  if (options?.format === 'zip') return { format: 'zip', zip: options };
  return { format: options?.format ?? 'zip', zip: await lastZipOptions(actor) };
}
