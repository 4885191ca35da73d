import 'server-only';
import { z } from 'zod';
import type { KnownPages } from '@/lib/apps/pages/known-pages';
import { newestPages } from '@/lib/apps/pages/queries';
import { declaredPages } from '@/lib/apps/parameters/queries';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { RowVerdict } from '@/lib/db/generated/enums';
import { AppError } from '@/lib/errors';
import { countSchema } from '@/lib/input/schemas';
import { parseInput } from '@/lib/validation';
import { assess, type Assessment } from './assess';
import { checkedRow, checkPage, loadCheck, storeCheck } from './checks';
import { savePlan } from '@/lib/batches/draft/drafts';
import { VERDICTS, type DryRun, type DryRunRowPage } from './dry-run-types';
import { groupMends, groupOtherNames, groupProblems, groupUnfit, groupWarnings } from './group-problems';
import { judgeRows } from './judge';
import { obstacleTo } from './obstacle';
import { openDraft, type DraftRow } from '@/lib/batches/draft/open-draft';
import type { BatchPlan } from '@/lib/batches/plan/plan';
import { batchPlanSchema } from '@/lib/batches/plan/plan-schema';
import { deleteCheck } from '@/lib/batches/table/stored-table';
import type { Table } from '@/lib/batches/table/table';

const SAMPLE_NAMES = 5;
const PAGE_ROWS = 50;
const PAGE_MAX_ROWS = 200;

const isBad = ({ verdict }: { verdict: RowVerdict }) => verdict === 'duplicate' || verdict === 'invalid';

type Found = Assessment & { plan: BatchPlan; known: KnownPages | null };

function summarize(draft: DraftRow, table: Table, found: Found): DryRun {
  const { rows, counts, cost, plan, known } = found;
  const passing = rows.filter((row) => !isBad(row));
  return {
    rowCount: rows.length,
    counts,
    cost,
    estimatedSeconds: Math.ceil((counts.new * 60) / draft.miniProgram.ratePerMinute),
    sampleNames: passing.slice(0, SAMPLE_NAMES).map(({ name }) => name),
    checkedAt: clock.now().toISOString(),
    problems: groupProblems(rows),
    warnings: groupWarnings(passing, known),
    otherNames: groupOtherNames(passing),
    unfit: groupUnfit(rows),
    mends: groupMends(rows),
    badRows: checkPage(rows.filter(isBad).map(checkedRow), table, PAGE_ROWS),
    obstacle: obstacleTo(found, plan.policy),
  };
}

/**
 * Judges a draft's table by its stored plan, and finds out what exists and what the rest costs.
 * @throws AppError INVALID_INPUT when there is no plan, or it does not fit the table
 */
export async function assessDraft(draft: DraftRow, table: Table): Promise<Assessment & { plan: BatchPlan }> {
  const plan = parseInput(batchPlanSchema, draft.plan);
  const declared = await declaredPages(draft.miniProgram.id);
  const judged = await judgeRows({ ...draft.miniProgram, declared }, table, plan);
  return { ...(await assess(db(), draft.miniProgram, { judged, endpoint: plan.endpoint })), plan };
}

/**
 * A verdict for every row before anything is spent: what is new, made before, repeated or invalid, what it would cost and
 * how long it would take. Keeps the plan, so that a start does what was shown.
 * @throws AppError NOT_FOUND, BATCH_STARTED, INVALID_INPUT when the plan does not fit the table
 */
export async function dryRun(actor: Actor, batchId: string, plan: BatchPlan): Promise<DryRun> {
  await savePlan(actor, batchId, plan);
  const { draft, table } = await openDraft(actor, batchId);
  const assessed = await assessDraft(draft, table);
  const known = await newestPages(draft.miniProgram.id);
  const result = summarize(draft, table, { ...assessed, known });
  const rows = assessed.rows.map(checkedRow);
  await storeCheck(draft.tableKey, { plan: assessed.plan, dryRun: result, rows });
  // Of a table that was changed or started meanwhile nobody reads it, and nobody would remove it.
  const { id, tableKey } = draft;
  if ((await db().batch.count({ where: { id, tableKey, state: 'DRAFT' } })) === 0)
    await deleteCheck(tableKey);
  return result;
}

const pageSchema = z.object({
  verdicts: z.array(z.enum(VERDICTS)).max(VERDICTS.length).optional(),
  after: countSchema.default(0),
  limit: z.number().int().min(1).max(PAGE_MAX_ROWS).default(PAGE_ROWS),
});
type DryRunPageInput = z.input<typeof pageSchema>;

/**
 * A page of the last dry run's verdicts, in the order of the table.
 * @param input.verdicts all of them when left out
 * @param input.after the row number after which the page begins
 * @throws AppError NOT_FOUND, BATCH_STARTED, INVALID_INPUT, CONFLICT when mapping or table changed since the dry run
 */
export async function getDryRunRows(
  actor: Actor,
  batchId: string,
  input: DryRunPageInput,
): Promise<DryRunRowPage> {
  requirePermission(actor, 'batches.read');
  const { verdicts, after, limit } = parseInput(pageSchema, input);
  const { draft, table } = await openDraft(actor, batchId);
  const check = await loadCheck(draft.tableKey, draft.plan);
  if (!check) throw new AppError('CONFLICT');
  const wanted = check.rows.filter(
    ({ rowNumber, verdict }) => rowNumber > after && (verdicts?.includes(verdict) ?? true),
  );
  return checkPage(wanted, table, limit);
}
