import 'server-only';
import { getBatch } from '@/lib/batches/report/queries';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { BATCH_NAME_MAX_CHARS } from '@/lib/batches/limits';
import { adoptPlan } from '@/lib/batches/plan/adopt-plan';
import { errorList, type TranslateProblem } from '@/lib/batches/report/errors-csv';
import { createDraft } from './create-draft';

const NUMBERED = / · (\d+)$/;

/** The next of a row of tries: `tables`, `tables · 2`, `tables · 3`. */
function nextTry(name: string): string {
  const [end = '', tries = '1'] = NUMBERED.exec(name) ?? [];
  const mark = ` · ${Number(tries) + 1}`;
  return name.slice(0, name.length - end.length).slice(0, BATCH_NAME_MAX_CHARS - mark.length) + mark;
}

/**
 * The rows of a started batch that were left out or failed as a draft of their own, mapped as they were: what is wrong with
 * them, such as a page that WeChat does not know, is put right there. Nothing is spent, and the batch stays as it is.
 * @returns the id of the draft
 * @throws AppError FORBIDDEN, NOT_FOUND, INVALID_INPUT (no row is faulty)
 */
export async function mendFaulty(actor: Actor, batchId: string, t: TranslateProblem): Promise<string> {
  requirePermission(actor, 'batches.write');
  const { miniProgram, name } = await getBatch(actor, batchId);
  const { csv } = await errorList(actor, batchId, t);
  const parts: string[] = [];
  for await (const part of csv) parts.push(part);
  const file = new File(parts, 'rows.csv');
  const source = { kind: 'file', file } as const;
  const draftId = await createDraft(actor, {
    ...{ miniProgramId: miniProgram.id, name: nextTry(name), source },
  });
  await adoptPlan(actor, draftId, batchId);
  return draftId;
}
