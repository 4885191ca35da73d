import 'server-only';
import { recordAudit } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock, dayOf } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { Export } from '@/lib/db/generated/client';
import { AppError } from '@/lib/errors';
import { getObjectStream } from '@/lib/storage/storage';
import { noteFound, noteLost } from './lost-file';
import { newTable } from '@/lib/exports/list/new-table';
import { newZip } from '@/lib/exports/archive/new-zip';
import { oldZip, requireIntact } from '@/lib/exports/archive/old-zip';
import type { ExportFormat, TableOptions, ZipOptions } from './options';
import { toOrder, type Order } from './order';
import { parseExportOptions } from './parse-options';
import { exportRecords, type ExportRecord } from '@/lib/exports/scope/records';
import { safePath } from '@/lib/exports/names/safe-name';
import { resolveScope, scopeApps, scopeColumns } from '@/lib/exports/scope/scope';
import { unspool } from './spool';

const MEDIA_TYPES: Record<ExportFormat, string> = {
  zip: 'application/zip',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export type Download = {
  exportId: string;
  fileName: string;
  mediaType: string;
  /** Known when it has gone out before. */
  sizeBytes: number | null;
  chunks: AsyncGenerator<Uint8Array>;
};

const isZip = (order: Order): order is Order<ZipOptions> => order.options.format === 'zip';
const isTable = (order: Order): order is Order<TableOptions> => order.options.format !== 'zip';

function fileNameOf({ scope, options, createdAt }: Omit<Order, 'id' | 'fileTime'>): string {
  const about = scope.kind === 'batch' ? scope.name : 'suncode';
  return safePath([`${about}-${dayOf(createdAt)}`], options.format);
}

function download(order: Order, chunks: Download['chunks'], sizeBytes: number | null): Download {
  const mediaType = MEDIA_TYPES[order.options.format];
  return { exportId: order.id, fileName: fileNameOf(order), mediaType, sizeBytes, chunks };
}

async function* startingWith<T>(first: T, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

/** The records of an order, the first one fetched. @throws AppError EXPORT_EMPTY */
async function openRecords({ scope, options, createdAt }: Omit<Order, 'id' | 'fileTime'>) {
  const records = exportRecords(scope, { ready: options.format === 'zip', until: createdAt });
  const first = await records.next();
  if (first.done) throw new AppError('EXPORT_EMPTY');
  return startingWith(first.value, records);
}

function make(order: Order, records: AsyncGenerator<ExportRecord>): Download {
  if (isZip(order)) return download(order, newZip(order, records), null);
  if (isTable(order)) return download(order, newTable(order, records), null);
  throw new Error('unknown format');
}

/** The server's wall clock, in the UTC fields of a date. */
function wallClock(date: Date): Date {
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
}

/**
 * Begins an export and writes it down: the scope's codes as a ZIP of pictures or as a table. Nothing is made before it
 * is read, and what is read is gone from memory.
 * @param fields of a form: which codes (scope.ts) and how (parse-options.ts)
 * @throws AppError FORBIDDEN, INVALID_INPUT, NOT_FOUND, EXPORT_EMPTY when there is nothing to export
 */
export async function startExport(actor: Actor, fields: URLSearchParams): Promise<Download> {
  requirePermission(actor, 'codes.export');
  const scope = await resolveScope(actor, fields);
  const options = parseExportOptions(Object.fromEntries(fields), await scopeColumns(scope));
  const createdAt = clock.now();
  const records = await openRecords({ scope, options, createdAt });
  const appIds = await scopeApps(scope);
  const data = { format: options.format, scope, appIds, options, createdAt, fileTime: wallClock(createdAt) };
  const createdById = actor.kind === 'user' ? actor.id : null;
  const { id, fileTime } = await db().$transaction(async (tx) => {
    const made = await tx.export.create({ data: { ...data, createdById } });
    const details = { format: options.format, scope: scope.kind };
    await recordAudit(tx, actor, { action: 'export.create', targetId: made.id, details });
    return made;
  });
  return make({ id, scope, options, createdAt, fileTime }, records);
}

type Sent = Pick<Export, 'lostFile'> & { snapshotKey: string; sizeBytes: number };

async function oldTable(order: Order, { snapshotKey, sizeBytes, lostFile }: Sent): Promise<Download> {
  const source = await getObjectStream(snapshotKey);
  if (!source) throw new AppError('EXPORT_CHANGED', { values: { file: fileNameOf(order) } });
  if (lostFile) await noteFound(order.id);
  return download(order, unspool(source), sizeBytes);
}

async function again(order: Order, { snapshotKey, lostFile, ...row }: Export): Promise<Download> {
  if (!snapshotKey) return make(order, await openRecords(order));
  const sent = { snapshotKey, lostFile, sizeBytes: Number(row.sizeBytes) };
  if (!isZip(order)) return oldTable(order, sent);
  const finished = { ...order, ...sent };
  await requireIntact(finished);
  return download(order, oldZip(finished), sent.sizeBytes);
}

/**
 * The same bytes again, whatever became of the codes since. One that never went out whole is made now.
 * @throws AppError NOT_FOUND, EXPORT_CHANGED when the store has lost something of it, EXPORT_EMPTY
 */
export async function fetchExport(actor: Actor, exportId: string): Promise<Download> {
  requirePermission(actor, 'codes.export');
  const row = await db().export.findUnique({ where: { id: exportId } });
  if (!row) throw new AppError('NOT_FOUND');
  const found = await again(toOrder(row), row).catch(async (error: unknown) => {
    throw await noteLost(exportId, error);
  });
  await recordAudit(db(), actor, { action: 'export.fetch', targetId: exportId });
  return found;
}
