import 'server-only';
import { recordAudit } from '@/lib/audit/service';
import type { Actor, Sight } from '@/lib/auth/actor';
import { madeBy } from '@/lib/auth/maker';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { Export } from '@/lib/db/generated/client';
import { AppError } from '@/lib/errors';
import { getObjectStream } from '@/lib/storage/storage';
import { fileNameOf } from './file-name';
import { noteFound, noteLost } from './lost-file';
import { oldFile } from './old-file';
import { oldZip, requireIntact } from '@/lib/exports/archive/old-zip';
import { wakeExports } from '@/lib/exports/job/signals';
import { isPrint, PICTURE_TABLE_MAX, takesPictures, type ExportFormat, type ExportOptions } from './options';
import { isMadeAgain, toOrder, type Order } from './order';
import { parseExportOptions, refuse } from './parse-options';
import { SORT_MAX_CODES } from '@/lib/print/piece-order';
import { hasLogo } from '@/lib/print/logo';
import { requireIntactPictures } from '@/lib/print/pictures/queries';
import { requireRowLogos } from '@/lib/print/check-row-logos';
import { keptDesign } from '@/lib/print/designs/kept-design';
import { openRecords } from '@/lib/exports/scope/open-records';
import { countScope } from '@/lib/exports/scope/outline';
import { searchTextOf } from '@/lib/exports/scope/scope-summary';
import {
  readUnreleased,
  resolveScope,
  scopeApps,
  scopeColumns,
  type ExportScope,
} from '@/lib/exports/scope/scope';
import { seenExports } from './seen';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MEDIA_TYPES: Record<ExportFormat, string> = {
  zip: 'application/zip',
  pdf: 'application/pdf',
  pieces: 'application/zip',
  csv: 'text/csv; charset=utf-8',
  xlsx: WORKBOOK,
  pictureTable: WORKBOOK,
};

export type Download = {
  exportId: string;
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  chunks: AsyncGenerator<Uint8Array>;
};

function download(order: Order, chunks: Download['chunks'], sizeBytes: number): Download {
  const mediaType = MEDIA_TYPES[order.options.format];
  return { exportId: order.id, fileName: fileNameOf(order), mediaType, sizeBytes, chunks };
}

/** The server's wall clock, in the UTC fields of a date. */
function wallClock(date: Date): Date {
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
}

/** @throws AppError INVALID_INPUT for more pictures than a workbook opens with, or than are put in order */
function requireRoom(options: ExportOptions, count: number): void {
  const { format } = options;
  if (isPrint(options) && options.order !== 'given' && count > SORT_MAX_CODES)
    refuse('order', { key: 'sortTooMany', values: { count, max: SORT_MAX_CODES } });

  if (format === 'pictureTable' && count > PICTURE_TABLE_MAX)
    refuse('format', { key: 'tooManyPictures', values: { count, max: PICTURE_TABLE_MAX } });
}

/** @throws AppError INVALID_INPUT for square codes, where the design has a picture for the circle of round ones */
async function requireRound(options: ExportOptions, scope: ExportScope, sees: Sight): Promise<void> {
  if (!isPrint(options) || !hasLogo(options.design)) return;
  const count = await countScope(scope, { ready: true, square: true, sees });
  if (count > 0) refuse('design', { key: 'squareCodes', values: { count } });
}

/**
 * What leads customers nowhere goes out of the house only when somebody has said so.
 * @throws AppError INVALID_INPUT for codes of the trial or development version of which nobody has said what becomes of them
 */
async function requireReleased(
  fields: URLSearchParams,
  scope: ExportScope,
  counted: { ready: boolean; sees: Sight },
) {
  if (readUnreleased(fields) === 'include') return;
  const count = await countScope(scope, { ...counted, unreleased: true });
  if (count > 0) refuse('unreleased', { key: 'unreleased', values: { count } });
}

/** A sample knows of how many it was drawn, and is done when it is made. */
function counted(options: ExportOptions, found: number) {
  if (!isPrint(options) || !options.sample) return { options, totalCount: found };
  const { count } = options.sample;
  const drawn = Math.min(count, found);
  const sample = { ...options.sample, count: drawn, of: found };
  return { options: { ...options, sample }, totalCount: drawn };
}

/**
 * Asks for an export: the scope's codes as a ZIP of pictures or as a table. A worker makes it (lib/exports/job); then
 * `fetchExport` gives it.
 * @param fields of a form: which codes (scope.ts) and how (parse-options.ts)
 * @returns its id
 * @throws AppError FORBIDDEN, INVALID_INPUT, NOT_FOUND, EXPORT_EMPTY when there is nothing to export
 */
export async function createExport(actor: Actor, fields: URLSearchParams): Promise<string> {
  requirePermission(actor, 'codes.export');
  const scope = await resolveScope(actor, fields);
  const [columns, kept] = await Promise.all([scopeColumns(scope), keptDesign(actor, fields)]);
  const asked = parseExportOptions(Object.fromEntries(fields), columns, kept);
  const createdAt = clock.now();
  const { sees } = actor;
  if (isPrint(asked)) await requireIntactPictures(asked.design);
  await requireReleased(fields, scope, { ready: takesPictures(asked), sees });
  await requireRound(asked, scope, sees);
  if (isPrint(asked)) await requireRowLogos(asked.design, scope, { until: createdAt, sees });
  await (await openRecords({ scope, options: asked, createdAt, sees })).return(undefined);
  const [appIds, found, searchText] = await Promise.all([
    scopeApps(actor, scope),
    countScope(scope, { ready: takesPictures(asked), sees }),
    searchTextOf(actor, scope),
  ]);
  requireRoom(asked, found);
  const { options, totalCount } = counted(asked, found);
  const made = { format: options.format, scope, appIds, options, totalCount, searchText, ...madeBy(actor) };
  const exportId = await db().$transaction(async (tx) => {
    const data = { ...made, createdAt, fileTime: wallClock(createdAt) };
    const { id } = await tx.export.create({ data, select: { id: true } });
    const details = { format: options.format, scope: scope.kind };
    await recordAudit(tx, actor, { action: 'export.create', targetId: id, details });
    return id;
  });
  wakeExports();
  return exportId;
}

/** Has one that failed made once more. @throws AppError FORBIDDEN, NOT_FOUND, EXPORT_STATE when it has not failed */
export async function retryExport(actor: Actor, exportId: string): Promise<void> {
  requirePermission(actor, 'codes.export');
  const seen = await seenExports(actor);
  await db().$transaction(async (tx) => {
    const one = { id: exportId, removedAt: null, AND: seen };
    const { count } = await tx.export.updateMany({
      where: { ...one, state: 'FAILED' },
      data: { state: 'RUNNING', failure: null, finishedAt: null, doneCount: 0, attempts: 0 },
    });
    if (count === 0)
      throw new AppError((await tx.export.count({ where: one })) > 0 ? 'EXPORT_STATE' : 'NOT_FOUND');
    await recordAudit(tx, actor, { action: 'export.retry', targetId: exportId });
  });
  wakeExports();
}

type Sent = Pick<Export, 'lostFile' | 'sha256'> & { snapshotKey: string; sizeBytes: number };

async function oldTable(order: Order, { snapshotKey, sizeBytes, lostFile, sha256 }: Sent): Promise<Download> {
  const source = await getObjectStream(snapshotKey);
  if (!source) throw new AppError('EXPORT_CHANGED', { values: { file: fileNameOf(order) } });
  if (lostFile) await noteFound(order.id);
  return download(order, oldFile(source, { order, snapshotKey, sizeBytes, sha256 }), sizeBytes);
}

async function again(order: Order, { snapshotKey, lostFile, ...row }: Export): Promise<Download> {
  if (!snapshotKey) throw new AppError('EXPORT_STATE');
  const sent = { snapshotKey, lostFile, sizeBytes: Number(row.sizeBytes), sha256: row.sha256 };
  if (!isMadeAgain(order)) return oldTable(order, sent);
  const finished = { ...order, ...sent };
  await requireIntact(finished);
  return download(order, oldZip(finished), sent.sizeBytes);
}

/**
 * The file, the very same bytes each time, whatever became of the codes since.
 * @throws AppError FORBIDDEN, NOT_FOUND, EXPORT_STATE while it is not made, EXPORT_CHANGED when the store has lost something
 * of it
 */
export async function fetchExport(actor: Actor, exportId: string): Promise<Download> {
  requirePermission(actor, 'codes.export');
  const row = await db().export.findUnique({
    where: { id: exportId, removedAt: null, AND: await seenExports(actor) },
  });
  if (!row) throw new AppError('NOT_FOUND');
  const found = await again(toOrder(row), row).catch(async (error: unknown) => {
    throw await noteLost(exportId, error);
  });
  await recordAudit(db(), actor, { action: 'export.fetch', targetId: exportId });
  return found;
}
