import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { loadCheck } from '@/lib/batches/check/checks';
import { openDraft, openRows } from '@/lib/batches/draft/open-draft';
import { versionOf } from '@/lib/batches/table/stored-table';
import { AppError } from '@/lib/errors';
import { countSchema } from '@/lib/input/schemas';
import { parseInput } from '@/lib/validation';
import { findCell } from './cell-search';
import { searchSchema, versionSchema } from './edit-schema';
import type { FoundCell, GridPage } from './edit-types';
import { GRID_PAGE_ROWS } from './grid-query-options';

const pageSchema = z.object({ version: versionSchema, from: countSchema });

/**
 * A page of a draft's table as it is now, each row with what the last check said of it.
 * @param input.version of the table that is shown
 * @throws AppError NOT_FOUND, BATCH_STARTED, INVALID_INPUT, TABLE_CHANGED when it is another one now
 */
export async function getGridRows(
  actor: Actor,
  batchId: string,
  input: z.input<typeof pageSchema>,
): Promise<GridPage> {
  requirePermission(actor, 'batches.read');
  const { version, from } = parseInput(pageSchema, input);
  const { draft, head, rows } = await openRows({ actor, batchId }, { from, limit: GRID_PAGE_ROWS });
  if (versionOf(draft.tableKey) !== version) throw new AppError('TABLE_CHANGED');
  const check = await loadCheck(draft.tableKey, draft.plan);
  return {
    ...{ version, from, rowCount: head.rowCount },
    rows: rows.map((row, index) => {
      const { verdict, issues } = check?.rows[from + index] ?? { verdict: null, issues: [] };
      return { ...row, verdict, issues };
    }),
  };
}

const findSchema = z.object({
  ...{ version: versionSchema, search: searchSchema },
  after: z.object({ row: countSchema, column: countSchema }),
});

/**
 * The next cell that holds a text, row by row, and from the beginning again after the last one.
 * @throws AppError NOT_FOUND, BATCH_STARTED, INVALID_INPUT, TABLE_CHANGED
 */
export async function findInGrid(
  actor: Actor,
  batchId: string,
  input: z.input<typeof findSchema>,
): Promise<FoundCell> {
  requirePermission(actor, 'batches.read');
  const { version, search, after } = parseInput(findSchema, input);
  const { draft, table } = await openDraft(actor, batchId);
  if (versionOf(draft.tableKey) !== version) throw new AppError('TABLE_CHANGED');
  return findCell(table, search, after);
}
