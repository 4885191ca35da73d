import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { storedOptions, parseExportOptions } from '@/lib/exports/parse-options';
import type { PdfOptions } from '@/lib/exports/options';
import { exportRecords, nameValues } from '@/lib/exports/scope/records';
import { resolveScope, scopeColumns, type ExportScope } from '@/lib/exports/scope/scope';
import { placePiece, readDesign, type PieceProblem } from './place-piece';
import type { PrintCheck, PrintProblem, PrintSample } from './print-types';

/** As many as the fullest sheet of labels shows. */
const SAMPLES = 65;
/** Rows that a problem names; the rest is counted. */
const NAMED_ROWS = 8;

/** The first pieces, for the preview. @throws AppError FORBIDDEN, INVALID_INPUT, NOT_FOUND */
export async function listPrintSamples(actor: Actor, fields: URLSearchParams): Promise<PrintSample[]> {
  requirePermission(actor, 'codes.export');
  const scope = await resolveScope(actor, fields);
  const samples: PrintSample[] = [];
  for await (const record of exportRecords(scope, { ready: true, until: clock.now() })) {
    const { id, imageSha256 } = record.code;
    samples.push({ values: nameValues(record), picture: `/api/codes/${id}/image?v=${imageSha256}&w=320` });
    if (samples.length === SAMPLES) break;
  }
  return samples;
}

async function lastOf(where: { createdById: string } | { scope: { path: string[]; equals: string } }) {
  const newestFirst = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];
  const where_ = { format: 'pdf' as const, ...where };
  return db().export.findFirst({ where: where_, select: { options: true }, orderBy: newestFirst });
}

async function rememberedFor(actor: Actor, scope: ExportScope) {
  const batch =
    scope.kind === 'batch' && (await lastOf({ scope: { path: ['batchId'], equals: scope.batchId } }));
  return batch || (actor.kind === 'user' ? lastOf({ createdById: actor.id }) : null);
}

/** Design and sheet as this batch was printed last, else as this person printed last. @returns null for neither */
export async function lastPrint(actor: Actor, fields: URLSearchParams): Promise<PdfOptions | null> {
  requirePermission(actor, 'codes.export');
  const row = await rememberedFor(actor, await resolveScope(actor, fields));
  const options = row && storedOptions(row.options);
  return options?.format === 'pdf' ? options : null;
}

function addProblem(problems: PrintProblem[], { kind, text }: PieceProblem, row: number): void {
  const known = problems.find((problem) => problem.kind === kind);
  const problem = known ?? { kind, count: 0, rows: [] };
  if (!known) problems.push(problem);
  problem.count += 1;
  if (problem.rows.length < NAMED_ROWS) problem.rows.push({ row, text });
}

/**
 * What will not look as it was meant, over all pieces, before anything is made.
 * @param fields as of `createExport`
 * @throws AppError FORBIDDEN, INVALID_INPUT, NOT_FOUND
 */
export async function checkPrint(actor: Actor, fields: URLSearchParams): Promise<PrintCheck> {
  requirePermission(actor, 'codes.export');
  const scope = await resolveScope(actor, fields);
  const columns = await scopeColumns(scope);
  const options = parseExportOptions({ ...Object.fromEntries(fields), format: 'pdf' }, columns);
  const { read } = options.format === 'pdf' ? readDesign(options.design, columns) : { read: null };
  if (!read) throw new Error('a design of the product names what there is not');
  const check: PrintCheck = { pieces: 0, without: 0, problems: [] };
  for await (const record of exportRecords(scope, { ready: false, until: clock.now() })) {
    if (record.code.status !== 'READY') {
      check.without += 1;
      continue;
    }
    check.pieces += 1;
    for (const problem of placePiece(read, nameValues(record)).problems)
      addProblem(check.problems, problem, record.row);
  }
  return check;
}
