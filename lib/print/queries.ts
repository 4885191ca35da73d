import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import type { Export } from '@/lib/db/generated/client';
import { isPrint, PRINT_FORMATS, type PrintOptions } from '@/lib/exports/options';
import { storedOptions } from '@/lib/exports/parse-options';
import { outlineScope } from '@/lib/exports/scope/outline';
import { seenExports } from '@/lib/exports/seen';
import { resolveScope, type ExportScope } from '@/lib/exports/scope/scope';
import { designColumns } from './design-problems';
import type { KeptDesign } from './designs/kept-types';
import { listDesigns, mayChangeDesigns } from './designs/queries';
import { hasLogo } from './logo';
import type { PrintSample, PrintStart } from './print-types';
import { SAMPLES, samplesOf } from './samples';
import { DESIGN_KEYS } from './starter-keys';
import { listStocks } from './stocks/service';

/** Prints that are looked through for the last one of all codes. */
const RECENT = 20;

type LastOf = { createdById: string } | { scope: { path: string[]; equals: string } };

function printOptions(row: Pick<Export, 'options'>): PrintOptions | null {
  const options = storedOptions(row.options);
  return isPrint(options) ? options : null;
}

/** What is printed now: a design that names a column it has not, or stands on codes that it cannot, is not proposed for it. */
type Printed = {
  scope: ExportScope;
  columns: readonly string[];
  samples: readonly PrintSample[];
  designs: readonly KeptDesign[];
};

function canPrint({ columns, samples, designs }: Printed, { design: { key } }: PrintOptions): boolean {
  const kept = designs.find(({ id }) => id === key);
  if (!kept) return DESIGN_KEYS.some((known) => known === key);
  const hasColumns = designColumns(kept.design).every((column) => columns.includes(column));
  return hasColumns && !(hasLogo(kept.design) && samples.some(({ isSquare }) => isSquare));
}

async function lastOf(actor: Actor, of: LastOf, printed: Printed): Promise<PrintOptions | null> {
  const newestFirst = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];
  const where = { format: { in: [...PRINT_FORMATS] }, ...of, AND: await seenExports(actor) };
  const select = { options: true };
  const recent = await db().export.findMany({ where, select, orderBy: newestFirst, take: RECENT });
  // Whoever tried a sample out goes on with what is to be printed.
  const isProposed = (options: PrintOptions | null) => options?.sample === null && canPrint(printed, options);
  return recent.map(printOptions).find(isProposed) ?? null;
}

async function earlierPrint(actor: Actor, exportId: string): Promise<PrintOptions | null> {
  const where = { id: exportId, format: { in: [...PRINT_FORMATS] }, AND: await seenExports(actor) };
  const earlier = await db().export.findUnique({ where, select: { options: true } });
  return earlier && printOptions(earlier);
}

/**
 * Design and sheet of the print that is repeated, else as this batch was printed last, else as this person printed last.
 * @param earlierId of the one that is repeated, as it was, also where that cannot be
 */
async function rememberedFor(
  actor: Actor,
  printed: Printed,
  earlierId: string | null,
): Promise<PrintOptions | null> {
  const earlier = earlierId && (await earlierPrint(actor, earlierId));
  if (earlier) return earlier;
  const { scope } = printed;
  const ofBatch = scope.kind === 'batch' ? { path: ['batchId'], equals: scope.batchId } : null;
  const batch = ofBatch && (await lastOf(actor, { scope: ofBatch }, printed));
  return batch ?? (actor.kind === 'user' ? lastOf(actor, { createdById: actor.id }, printed) : null);
}

/**
 * What the page of a print begins with: which codes, the first pieces of them, and what they were printed on last.
 * @param fields as of an address: see `resolveScope`
 * @throws AppError FORBIDDEN, INVALID_INPUT, NOT_FOUND
 */
export async function preparePrint(actor: Actor, fields: URLSearchParams): Promise<PrintStart> {
  const scope = await resolveScope(actor, fields);
  const [outline, samples, stocks, designs] = await Promise.all([
    outlineScope(actor, scope),
    samplesOf(scope, actor.sees, SAMPLES),
    listStocks(actor),
    listDesigns(actor),
  ]);
  const printed = { scope, columns: outline.columns, samples, designs };
  const last = await rememberedFor(actor, printed, fields.get('export'));
  return { outline, samples, last, stocks, designs, canKeep: mayChangeDesigns(actor) };
}
