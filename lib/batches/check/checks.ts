import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import type { AssessedRow } from './assess';
import type { DryRun, DryRunRow, DryRunRowPage } from './dry-run-types';
import type { BatchPlan } from '@/lib/batches/plan/plan';
import { checkKey, getJson, putJson } from '@/lib/batches/table/stored-table';
import type { Table } from '@/lib/batches/table/table';

/** What is kept of a row's verdict; its cells lie in the table. */
export type CheckedRow = Omit<DryRunRow, 'cells'>;
export type Check = { plan: BatchPlan; dryRun: DryRun; rows: CheckedRow[] };

export function checkedRow(row: AssessedRow): CheckedRow {
  const { rowNumber, line, verdict, name, target, issues, codeId } = row;
  return { rowNumber, line, verdict, name, target, issues, codeId };
}

/** Keeps a dry run beside its table: its pages are read one by one, and a reload shows it again. */
export async function storeCheck(tableKey: string, check: Check): Promise<void> {
  await putJson(checkKey(tableKey), check);
}

/** The policy decides about the start and not about a row. */
function judgedBy(plan: unknown): unknown {
  if (typeof plan !== 'object' || plan === null) return plan;
  return { ...plan, policy: null };
}

/** The last dry run, if its verdicts are those of this plan. */
export async function loadCheck(tableKey: string, plan: unknown): Promise<Check | null> {
  const check = await getJson<Check>(checkKey(tableKey));
  return check && isDeepStrictEqual(judgedBy(check.plan), judgedBy(plan)) ? check : null;
}

/** The first of these rows, with their cells. */
export function checkPage(rows: CheckedRow[], table: Table, limit: number): DryRunRowPage {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ({ ...row, cells: table.rows[row.rowNumber - 1]?.cells ?? [] })),
    nextAfter: last && rows.length > limit ? last.rowNumber : null,
  };
}
