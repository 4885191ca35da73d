import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { Export } from '@/lib/db/generated/client';
import { isPrint, PRINT_FORMATS, type PrintOptions } from '@/lib/exports/options';
import {
  parseDesign,
  refuse,
  requireOrder,
  requireScannable,
  storedOptions,
} from '@/lib/exports/parse-options';
import { exportRecords, nameValues, type ExportRecord } from '@/lib/exports/scope/records';
import { outlineScope } from '@/lib/exports/scope/outline';
import { seenExports } from '@/lib/exports/seen';
import { resolveScope, scopeColumns, type ExportScope } from '@/lib/exports/scope/scope';
import { listStocks } from './stocks/service';
import { keptDesign } from './designs/kept-design';
import { listDesigns, mayChangeDesigns } from './designs/queries';
import { hasLogo, isSquare } from './logo';
import { placePiece, readDesign } from './place-piece';
import type { PrintCheck, PrintProblem, PrintSample, PrintStart } from './print-types';
import { inOrder, orderKey, SORT_MAX_CODES } from './piece-order';
import { sampleOf, samplesOf } from './samples';

/** As many as the fullest sheet of labels shows. */
const SAMPLES = 65;
/** Rows that a problem names; the rest is counted. */
const NAMED_ROWS = 8;
/** Prints that are looked through for the last one of all codes. */
const RECENT = 20;

type LastOf = { createdById: string } | { scope: { path: string[]; equals: string } };

function printOptions(row: Pick<Export, 'options'>): PrintOptions | null {
  const options = storedOptions(row.options);
  return isPrint(options) ? options : null;
}

async function lastOf(actor: Actor, of: LastOf) {
  const newestFirst = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];
  const where = { format: { in: [...PRINT_FORMATS] }, ...of, AND: await seenExports(actor) };
  const select = { options: true };
  const recent = await db().export.findMany({ where, select, orderBy: newestFirst, take: RECENT });
  // Whoever tried a sample out goes on with what is to be printed.
  return recent.find((row) => printOptions(row)?.sample === null) ?? null;
}

async function findRemembered(actor: Actor, scope: ExportScope, earlierId: string | null) {
  const where = { id: earlierId ?? '', format: { in: [...PRINT_FORMATS] }, AND: await seenExports(actor) };
  const earlier = earlierId && (await db().export.findUnique({ where, select: { options: true } }));
  if (earlier) return earlier;
  const ofBatch = scope.kind === 'batch' ? { path: ['batchId'], equals: scope.batchId } : null;
  const batch = ofBatch && (await lastOf(actor, { scope: ofBatch }));
  return batch ?? (actor.kind === 'user' ? lastOf(actor, { createdById: actor.id }) : null);
}

/** Design and sheet of the print that is repeated, else as this batch was printed last, else as this person printed last. */
async function rememberedFor(actor: Actor, scope: ExportScope, earlierId: string | null) {
  const row = await findRemembered(actor, scope, earlierId);
  return row && printOptions(row);
}

/**
 * What the page of a print begins with: which codes, the first pieces of them, and what they were printed on last.
 * @param fields as of an address: see `resolveScope`
 * @throws AppError FORBIDDEN, INVALID_INPUT, NOT_FOUND
 */
export async function preparePrint(actor: Actor, fields: URLSearchParams): Promise<PrintStart> {
  const scope = await resolveScope(actor, fields);
  const [outline, samples, last, stocks, designs] = await Promise.all([
    outlineScope(actor, scope),
    samplesOf(scope, actor.sees, SAMPLES),
    rememberedFor(actor, scope, fields.get('export')),
    listStocks(actor),
    listDesigns(actor),
  ]);
  return { outline, samples, last, stocks, designs, canKeep: mayChangeDesigns(actor) };
}

type Found = Pick<PrintProblem, 'kind'> & { text: string };

function addProblem(problems: PrintProblem[], { kind, text }: Found, row: number): void {
  const known = problems.find((problem) => problem.kind === kind);
  const problem = known ?? { kind, count: 0, rows: [] };
  if (!known) problems.push(problem);
  problem.count += 1;
  if (problem.rows.length < NAMED_ROWS) problem.rows.push({ row, text });
}

/** Finds the pieces of the first sheet; those that come as they are were read with the page. */
function firstInOrder(order: string) {
  const all: PrintSample[] = [];
  const isGiven = order === 'given';
  return {
    add: (record: ExportRecord) => {
      if (!isGiven && all.length < SORT_MAX_CODES) all.push(sampleOf(record));
    },
    samples: () => (isGiven ? null : inOrder(all, ({ values }) => orderKey(order, values)).slice(0, SAMPLES)),
  };
}

/**
 * What will not look as it was meant, over all pieces, before anything is made. The sheet changes nothing of it but of a
 * design that fills its place.
 * @param fields which codes, as of `createExport`, `design` and `order`; for one that fills its place `stock` and what belongs to it
 * @param signal of whoever asked: a table of 100,000 rows is not walked for nobody
 * @throws AppError FORBIDDEN, INVALID_INPUT, NOT_FOUND
 */
export async function checkPrint(
  actor: Actor,
  fields: URLSearchParams,
  signal?: AbortSignal,
): Promise<PrintCheck> {
  const scope = await resolveScope(actor, fields);
  const design = parseDesign(Object.fromEntries(fields), await keptDesign(actor, fields));
  requireScannable(design);
  const columns = await scopeColumns(scope);
  const order = fields.get('order') ?? 'given';
  requireOrder(order, columns);
  const { read, issue } = readDesign(design, columns);
  if (!read) return refuse('design', issue);
  const check: PrintCheck = { pieces: 0, without: 0, problems: [], samples: null };
  const first = firstInOrder(order);
  const isForRound = hasLogo(design);
  for await (const record of exportRecords(scope, { ready: false, until: clock.now(), sees: actor.sees })) {
    signal?.throwIfAborted();
    if (record.code.status !== 'READY') {
      check.without += 1;
      continue;
    }
    check.pieces += 1;
    first.add(record);
    if (isForRound && isSquare(record.code))
      addProblem(check.problems, { kind: 'squareCode', text: record.name }, record.row);
    for (const problem of placePiece(read, nameValues(record)).problems)
      addProblem(check.problems, problem, record.row);
  }
  return { ...check, samples: first.samples() };
}
