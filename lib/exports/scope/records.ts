import 'server-only';
import { seenShared } from '@/lib/apps/shared-things';
import { seenRows } from '@/lib/apps/sight';
import type { Sight } from '@/lib/auth/actor';
import { dayOf } from '@/lib/clock';
import { sortedConditions } from '@/lib/codes/find/conditions';
import type { CodeFilters } from '@/lib/codes/find/filters';
import type { CodeKey } from '@/lib/codes/find/order';
import { isUnreleased } from '@/lib/codes/released';
import { findPage } from '@/lib/codes/find/find-page';
import { db } from '@/lib/db/client';
import type { NameValues } from '@/lib/exports/names/name-template';
import { scopeColumns, type ExportScope } from './scope';

type Seeing = { sees: Sight };

const PAGE_ROWS = 200;
/** Nobody waits for two hundred rows before the first byte. */
const FIRST_PAGE_ROWS = 16;

const exported = {
  id: true,
  name: true,
  note: true,
  endpoint: true,
  status: true,
  deletedAt: true,
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
  tagIds: true,
  folder: { select: { name: true } },
  miniProgram: { select: { name: true, appId: true, mode: true } },
} as const;

async function findCodes(ids: string[], seeing: Seeing) {
  const where = { id: { in: ids }, AND: seenRows(seeing) };
  return db().code.findMany({ where, select: exported });
}

export type ExportedCode = Awaited<ReturnType<typeof findCodes>>[number];

/** One code of an export. Name and note are the row's own in a batch, whose codes other rows and batches may share. */
export type ExportRecord = {
  code: ExportedCode;
  name: string;
  note: string;
  /** Row of the batch's table, or place in the export; from 1. */
  row: number;
  columns: Record<string, string>;
  /** Names of its tags, in the order of the alphabet. */
  tags: string[];
};

/** What the name of its file is made of. */
export function nameValues({ code, name, row, columns, tags }: ExportRecord): NameValues {
  const { id, miniProgram, createdAt } = code;
  const parameters = { scene: code.scene ?? '', path: code.path ?? '', page: code.page ?? '' };
  const rest = { date: dayOf(createdAt), app: miniProgram.name, id, width: String(code.width) };
  const order = { folder: code.folder?.name ?? '', tags: tags.join('+') };
  return { name, row, columns, ...parameters, ...order, ...rest };
}

type Page<Row, Place> = { rows: Row[]; next: Place | null };
type Find<Row, Place> = (after: Place | null, take: number) => Promise<Page<Row, Place>>;

/**
 * Rows page by page. The next page is on its way while one is used; the second one only from the middle of the first on,
 * so that the first rows wait for no other.
 */
async function* pages<Row, Place>(find: Find<Row, Place>): AsyncGenerator<Row> {
  let coming = find(null, FIRST_PAGE_ROWS);
  for (let isFirst = true; ; isFirst = false) {
    const { rows, next } = await coming;
    const early = isFirst ? Math.floor(rows.length / 2) : 0;
    // Whoever leaves early never awaits it.
    const goOn = () => next && (coming = find(next, PAGE_ROWS)).catch(() => undefined);
    for (const [at, row] of rows.entries()) {
      if (at === early) void goOn();
      yield row;
    }
    if (rows.length === 0) void goOn();
    if (!next) return;
  }
}

export type RecordOptions = {
  /** Only codes that have a picture. */
  ready: boolean;
  /** Codes made later are no part of it, so that an export that is fetched for hours has an end. */
  until: Date;
} & Seeing;

/** Only a batch has rows with numbers. */
type Found = Omit<ExportRecord, 'row' | 'tags'> & { row: number | null };

type Wanted = Omit<RecordOptions, 'ready'>;

function withoutTable(code: ExportedCode): Found {
  return { code, name: code.name, note: code.note, row: null, columns: {} };
}

/** In the order of the ids; those of codes that are gone are left out. */
async function codesOf(ids: string[], seeing: Seeing): Promise<ExportedCode[]> {
  const found = new Map((await findCodes(ids, seeing)).map((code) => [code.id, code]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

const NEWEST_FIRST = { column: 'createdAt', direction: 'desc' } as const;

async function* ofFilter(filters: CodeFilters, { until, sees }: Wanted): AsyncGenerator<Found> {
  // Nobody is looking, so codes "used last" are nobody's.
  const userId = null;
  const conditions = await sortedConditions(filters, { userId, sees });
  const start: CodeKey = { value: new Date(until.getTime() + 1), id: '' };
  const find: Find<ExportedCode, CodeKey> = async (after, take) => {
    const wanted = { after: after ?? start, take, userId };
    const { keys, next } = await findPage(conditions, NEWEST_FIRST, wanted);
    return {
      rows: await codesOf(
        keys.map(({ id }) => id),
        { sees },
      ),
      next,
    };
  };
  for await (const code of pages(find)) yield withoutTable(code);
}

/** In the order of the ids. */
async function* ofSelection(codeIds: string[], seeing: Seeing): AsyncGenerator<Found> {
  let take = FIRST_PAGE_ROWS;
  for (let start = 0; start < codeIds.length; start += take, take = PAGE_ROWS) {
    const ids = codeIds.slice(start, start + take);
    for (const code of await codesOf(ids, seeing)) yield withoutTable(code);
  }
}

async function findRows(batchId: string, after: number, take: number) {
  const rows = await db().batchRow.findMany({
    where: { batchId, rowNumber: { gt: after } },
    select: { rowNumber: true, name: true, note: true, cells: true, code: { select: exported } },
    orderBy: { rowNumber: 'asc' },
    take,
  });
  return { rows, next: rows.at(-1)?.rowNumber ?? null };
}

type Row = Awaited<ReturnType<typeof findRows>>['rows'][number];

function cellTexts(cells: Row['cells']): string[] {
  return Array.isArray(cells) ? cells.map((cell) => String(cell ?? '')) : [];
}

function cellsByColumn(cells: Row['cells'], columns: string[]): Record<string, string> {
  const list = cellTexts(cells);
  return Object.fromEntries(columns.map((column, index) => [column, list[index] ?? '']));
}

async function* ofBatch(batchId: string, names: string[]): AsyncGenerator<Found> {
  const find: Find<Row, number> = (after, take) => findRows(batchId, after ?? 0, take);
  for await (const { code, rowNumber, name, note, cells } of pages(find)) {
    if (!code) continue;
    const own = { name: name || code.name, note: note || code.note };
    yield { code, ...own, row: rowNumber, columns: cellsByColumn(cells, names) };
  }
}

/** `isDeleted`: it became a code, which is deleted by now. */
export type TableRow = { row: number; name: string; cells: string[]; isDeleted: boolean };

/** All rows of a batch's table in their order, those that never became a code too. */
export async function* batchRows(batchId: string): AsyncGenerator<TableRow> {
  const find: Find<TableRow, number> = async (after, take) => {
    const found = await db().batchRow.findMany({
      where: { batchId, rowNumber: { gt: after ?? 0 } },
      select: { rowNumber: true, name: true, cells: true, code: { select: { deletedAt: true } } },
      orderBy: { rowNumber: 'asc' },
      take,
    });
    const rows = found.map(({ rowNumber: row, name, cells, code }) => {
      const isDeleted = Boolean(code?.deletedAt);
      return { row, name, cells: cellTexts(cells), isDeleted };
    });
    return { rows, next: rows.at(-1)?.row ?? null };
  };
  yield* pages(find);
}

async function* ofScope(scope: ExportScope, wanted: Wanted): AsyncGenerator<Found> {
  if (scope.kind === 'selection') yield* ofSelection(scope.codeIds, wanted);
  else if (scope.kind === 'batch') yield* ofBatch(scope.batchId, await scopeColumns(scope));
  else yield* ofFilter(scope.filters, wanted);
}

/**
 * The codes of a scope that are not deleted, a few hundred rows at a time whatever their number. What is left out is
 * left out here and not in the query: one more condition, and the embedded database, which has no statistics of its
 * tables, sorts all of them for every page.
 */
export async function* exportRecords(
  scope: ExportScope,
  { ready, ...wanted }: RecordOptions,
): AsyncGenerator<ExportRecord> {
  const names = new Map(
    (await db().tag.findMany({ where: seenShared(wanted) })).map(({ id, name }) => [id, name]),
  );
  let place = 0;
  for await (const { row, ...found } of ofScope(scope, wanted)) {
    const { deletedAt, status } = found.code;
    if (deletedAt || (ready && status !== 'READY')) continue;
    if (scope.onlyReleased && isUnreleased(found.code)) continue;
    place += 1;
    const tags = found.code.tagIds.flatMap((id) => names.get(id) ?? []).toSorted();
    yield { ...found, tags, row: row ?? place };
  }
}
