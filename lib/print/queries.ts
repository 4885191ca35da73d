import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import type { Export } from '@/lib/db/generated/client';
import { isPrint, PRINT_FORMATS, type PrintOptions } from '@/lib/exports/options';
import { storedOptions } from '@/lib/exports/parse-options';
import { outlineScope } from '@/lib/exports/scope/outline';
import { seenExports } from '@/lib/exports/seen';
import { resolveScope, type ExportScope } from '@/lib/exports/scope/scope';
import { listStocks } from './stocks/service';
import { listDesigns, mayChangeDesigns } from './designs/queries';
import type { PrintStart } from './print-types';
import { SAMPLES, samplesOf } from './samples';

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
