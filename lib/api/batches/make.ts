import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { dryRun } from '@/lib/batches/check/dry-run';
import type { DryRun } from '@/lib/batches/check/dry-run-types';
import { createDraft } from '@/lib/batches/draft/create-draft';
import { deleteDraft } from '@/lib/batches/draft/drafts';
import { ROW_FIELDS, type BatchPlan, type RowField } from '@/lib/batches/plan/plan';
import { getBatch } from '@/lib/batches/report/queries';
import { startBatch } from '@/lib/batches/run/start';
import { toHex } from '@/lib/codes/generate/parameters';
import { isAppError } from '@/lib/errors';
import { batchJson, checkJson } from './as-json';
import type { NewBatch } from './schema';

type Row = NewBatch['rows'][number];

/** As a cell says it; an empty one leaves it to the common look. */
function cellOf(value: Row[RowField]): string {
  if (value === undefined) return '';
  return typeof value === 'object' ? `#${toHex(value)}` : String(value);
}

function planOf({ endpoint, look, policy }: NewBatch, columns: RowField[]): BatchPlan {
  const fields = Object.fromEntries(columns.map((field, column) => [field, { from: 'column', column }]));
  return { endpoint, fields, look, policy };
}

/** A draft of which nothing could be judged is none: nobody asked for it to stay. */
async function checkedDraft(actor: Actor, batchId: string, plan: BatchPlan): Promise<DryRun> {
  try {
    return await dryRun(actor, batchId, plan);
  } catch (error) {
    if (isAppError(error)) await deleteDraft(actor, batchId);
    throw error;
  }
}

/** A batch from rows, judged as after an upload; started when that was asked for and nothing stands in the way. */
export async function makeBatch(actor: Actor, input: NewBatch) {
  const columns = ROW_FIELDS.filter((field) => input.rows.some((row) => row[field] !== undefined));
  const rows = input.rows.map((row) => columns.map((field) => cellOf(row[field])));
  const { miniProgramId, name } = input;
  const batchId = await createDraft(actor, { miniProgramId, name, source: { kind: 'rows', columns, rows } });
  const check = await checkedDraft(actor, batchId, planOf(input, columns));
  if (input.start && check.obstacle === null) await startBatch(actor, batchId);
  return { batch: batchJson(await getBatch(actor, batchId)), check: checkJson(check) };
}
