import 'server-only';
import { dayOf } from '@/lib/clock';
import { toWhere } from '@/lib/codes/queries';
import { db } from '@/lib/db/client';
import type { CodeWhereInput } from '@/lib/db/generated/models';
import { afterCursor } from '@/lib/db/pagination';
import type { NameValues } from './name-template';
import { scopeColumns, type ExportScope } from './scope';

const PAGE_ROWS = 200;

const exported = {
  id: true,
  name: true,
  note: true,
  endpoint: true,
  status: true,
  path: true,
  page: true,
  scene: true,
  width: true,
  autoColor: true,
  lineColor: true,
  isHyaline: true,
  envVersion: true,
  checkPath: true,
  errcode: true,
  imageKey: true,
  imageType: true,
  imageWidthPx: true,
  imageHeightPx: true,
  imageBytes: true,
  imageSha256: true,
  createdAt: true,
  miniProgram: { select: { name: true, appId: true } },
} as const;

async function findCodes(where: CodeWhereInput) {
  const orderBy = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];
  return db().code.findMany({ where, select: exported, orderBy, take: PAGE_ROWS });
}

export type ExportedCode = Awaited<ReturnType<typeof findCodes>>[number];

/** One code of an export. `name` is the row's own in a batch, whose codes may be shared with other rows and batches. */
export type ExportRecord = {
  code: ExportedCode;
  name: string;
  /** Row of the batch's table, or place in the export; from 1. */
  row: number;
  columns: Record<string, string>;
};

/** What the name of its file is made of. */
export function nameValues({ code, name, row, columns }: ExportRecord): NameValues {
  const { id, miniProgram, createdAt } = code;
  const parameters = { scene: code.scene ?? '', path: code.path ?? '', page: code.page ?? '' };
  const rest = { date: dayOf(createdAt), app: miniProgram.name, id, width: String(code.width) };
  return { name, row, columns, ...parameters, ...rest };
}

/** Rows page by page; the next page is on its way while this one is used. */
async function* pages<Row>(find: (last: Row | undefined) => Promise<Row[]>): AsyncGenerator<Row> {
  let coming = find(undefined);
  for (;;) {
    const rows = await coming;
    const last = rows.at(-1);
    if (!last) return;
    coming = find(last);
    // Whoever leaves early never awaits it.
    coming.catch(() => undefined);
    yield* rows;
  }
}

export type RecordOptions = {
  /** Only codes that have a picture. */
  ready: boolean;
  /** Codes made later are no part of it, so that an export that is fetched for hours has an end. */
  until: Date;
};

async function* ofFilter(where: CodeWhereInput): AsyncGenerator<ExportRecord> {
  let row = 0;
  const find = (last?: ExportedCode) => findCodes(last ? { AND: [where, afterCursor(last)] } : where);
  for await (const code of pages(find)) yield { code, name: code.name, row: (row += 1), columns: {} };
}

async function* ofSelection(codeIds: string[], where: CodeWhereInput): AsyncGenerator<ExportRecord> {
  let row = 0;
  for (let start = 0; start < codeIds.length; start += PAGE_ROWS) {
    const ids = codeIds.slice(start, start + PAGE_ROWS);
    const found = new Map((await findCodes({ ...where, id: { in: ids } })).map((code) => [code.id, code]));
    for (const id of ids) {
      const code = found.get(id);
      if (code) yield { code, name: code.name, row: (row += 1), columns: {} };
    }
  }
}

async function findRows(where: { batchId: string; code: CodeWhereInput }, after: number) {
  return db().batchRow.findMany({
    where: { ...where, rowNumber: { gt: after } },
    select: { rowNumber: true, name: true, cells: true, code: { select: exported } },
    orderBy: { rowNumber: 'asc' },
    take: PAGE_ROWS,
  });
}

async function* ofBatch(
  { batchId, code }: { batchId: string; code: CodeWhereInput },
  columns: string[],
): AsyncGenerator<ExportRecord> {
  for await (const row of pages((last: Awaited<ReturnType<typeof findRows>>[number] | undefined) =>
    findRows({ batchId, code }, last?.rowNumber ?? 0),
  )) {
    if (!row.code) continue;
    const cells = Array.isArray(row.cells) ? row.cells : [];
    const pairs = columns.map((column, index) => [column, String(cells[index] ?? '')]);
    yield {
      code: row.code,
      name: row.name || row.code.name,
      row: row.rowNumber,
      columns: Object.fromEntries(pairs),
    };
  }
}

/** The codes of a scope that are not deleted, a few hundred rows at a time whatever their number. */
export async function* exportRecords(
  scope: ExportScope,
  { ready, until }: RecordOptions,
): AsyncGenerator<ExportRecord> {
  const where: CodeWhereInput = { deletedAt: null, ...(ready && { status: 'READY' }) };
  if (scope.kind === 'selection') yield* ofSelection(scope.codeIds, where);
  else if (scope.kind === 'batch')
    yield* ofBatch({ batchId: scope.batchId, code: where }, await scopeColumns(scope));
  else yield* ofFilter({ AND: [toWhere(scope.filters), where, { createdAt: { lte: until } }] });
}
