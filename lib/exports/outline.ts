import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import { pictureExtension } from '@/lib/codes/picture-name';
import { toWhere } from '@/lib/codes/queries';
import { db } from '@/lib/db/client';
import type { CodeWhereInput } from '@/lib/db/generated/models';
import type { ExportOutline, NameSample } from './export-types';
import { exportRecords, nameValues } from './records';
import { resolveScope, scopeColumns, summarize, type ExportScope } from './scope';

const SAMPLES = 6;

function codesOf(scope: ExportScope): CodeWhereInput {
  if (scope.kind === 'selection') return { id: { in: scope.codeIds }, deletedAt: null };
  if (scope.kind === 'filter') return toWhere(scope.filters);
  return { batchRows: { some: { batchId: scope.batchId } }, deletedAt: null };
}

/** Codes, or rows of a batch: two of them may share a code. */
async function count(scope: ExportScope, where: CodeWhereInput): Promise<number> {
  if (scope.kind !== 'batch') return db().code.count({ where });
  return db().batchRow.count({ where: { batchId: scope.batchId, code: where } });
}

async function samplesOf(scope: ExportScope): Promise<NameSample[]> {
  const samples: NameSample[] = [];
  for await (const record of exportRecords(scope, { ready: true, until: clock.now() })) {
    const extension = pictureExtension(record.code.imageType ?? '');
    samples.push({ ...nameValues(record), extension });
    if (samples.length === SAMPLES) break;
  }
  return samples;
}

/**
 * What an export of this scope would hold.
 * @param fields as of an address: see `resolveScope`
 * @throws AppError FORBIDDEN, INVALID_INPUT, NOT_FOUND
 */
export async function outlineExport(actor: Actor, fields: URLSearchParams): Promise<ExportOutline> {
  const scope = await resolveScope(actor, fields);
  const where = codesOf(scope);
  const ready = { AND: [where, { status: 'READY' as const }] };
  const [columns, samples, codes, pictures, sizes] = await Promise.all([
    scopeColumns(scope),
    samplesOf(scope),
    count(scope, where),
    count(scope, ready),
    db().code.groupBy({ by: 'imageWidthPx', where: ready, _count: true, _sum: { imageBytes: true } }),
  ]);
  const widths = sizes
    .map((size) => ({ px: size.imageWidthPx ?? 0, count: size._count }))
    .toSorted((a, b) => a.px - b.px);
  const bytes = sizes.reduce((sum, size) => sum + (size._sum.imageBytes ?? 0), 0);
  return { scope: summarize(scope), columns, samples, codes, pictures, bytes, widths };
}
