import 'server-only';
import { z } from 'zod';
import { isLivePlan } from '@/lib/batches/plan/plan';
import { batchPlanSchema } from '@/lib/batches/plan/plan-schema';
import { currentCells, type CurrentCells } from '@/lib/batches/report/current-cells';
import { isReplaced, plannedParameters } from '@/lib/batches/report/replaced';
import { db } from '@/lib/db/client';
import { targetsOf } from '@/lib/live/current';
import { toTarget } from '@/lib/live/target';
import { pages, type Find } from './pages';
import { exported, type FoundRecord } from './record';

async function findRows(batchId: string, after: number, take: number) {
  const rows = await db().batchRow.findMany({
    where: { batchId, rowNumber: { gt: after } },
    select: {
      ...{
        rowNumber: true,
        name: true,
        note: true,
        cells: true,
        parameters: true,
        fingerprint: true,
      },
      code: { select: { ...exported, fingerprint: true } },
    },
    orderBy: { rowNumber: 'asc' },
    take,
  });
  const targets = await targetsOf(
    db(),
    rows.flatMap(({ code }) => code ?? []),
  );
  const found = rows.map((row) => ({ ...row, target: targets.get(row.code?.id ?? '') }));
  return { rows: found, next: rows.at(-1)?.rowNumber ?? null };
}

type Row = Awaited<ReturnType<typeof findRows>>['rows'][number];

function cellTexts(cells: Row['cells']): string[] {
  return Array.isArray(cells) ? cells.map((cell) => String(cell ?? '')) : [];
}

function cellsByColumn(cells: Row['cells'], columns: string[]): Record<string, string> {
  const list = cellTexts(cells);
  return Object.fromEntries(columns.map((column, index) => [column, list[index] ?? '']));
}

const tableSchema = z.object({ columns: z.array(z.string()), plan: batchPlanSchema.nullable().catch(null) });
type Table = z.output<typeof tableSchema>;

/** As they were read; of a code that was replaced as they would be of the one that stands there now. */
function cellsOf({ columns: names, plan }: Table, row: Row): CurrentCells {
  const columns = cellsByColumn(row.cells, names);
  const { code } = row;
  if (!code || !isReplaced(row, code)) return { columns, isOutdated: false };
  // What a live code leads to, its row cannot be read back from.
  if (!plan || isLivePlan(plan)) return { columns, isOutdated: true };
  return currentCells(plan, { columns, parameters: plannedParameters(row) }, code);
}

/** The codes of a batch in the order of its table. */
export async function* ofBatch(batchId: string): AsyncGenerator<FoundRecord> {
  const batch = await db().batch.findUnique({
    where: { id: batchId },
    select: { columns: true, plan: true },
  });
  if (!batch) return;
  const table = tableSchema.parse(batch);
  const find: Find<Row, number> = (after, take) => findRows(batchId, after ?? 0, take);
  for await (const row of pages(find)) {
    const { code, rowNumber, name, note, target } = row;
    if (!code) continue;
    const own = { name: name || code.name, note: note || code.note };
    const live = target ? toTarget(target) : null;
    yield { code, ...own, row: rowNumber, live, ...cellsOf(table, row) };
  }
}

/** `isDeleted`: it became a code, which is deleted by now. */
export type TableRow = { row: number; name: string; cells: string[]; isDeleted: boolean };

/** All rows of a batch's table in their order and as they were read, those that never became a code too. */
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
