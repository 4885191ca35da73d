import 'server-only';
import type { Texts } from '@/lib/i18n/texts';
import type { DryRun, DryRunRow } from '@/lib/batches/check/dry-run-types';
import type { Preset } from '@/lib/batches/draft/draft-types';
import { isLivePlan, ROW_FIELDS, type BatchPlan, type FieldSource } from '@/lib/batches/plan/plan';
import { failureTitle } from '@/lib/batches/report/errors-csv';
import type { BatchCounts, BatchDetail, BatchRowItem, BatchSummary } from '@/lib/batches/report/run-types';
import type { FieldIssue } from '@/lib/errors';
import { translateIssues } from '@/lib/i18n/issue-text';

function issueJson(issue: FieldIssue, t: Texts) {
  const { field, key } = issue;
  return { field, code: key, detail: translateIssues([issue], t)[field] ?? '' };
}

function countsJson({ total, made, reused, failed, running, waiting, skipped, notMade }: BatchCounts) {
  return { total, made, reused, failed, running, waiting, skipped, notMade };
}

/** As `batchItemSchema`. */
export function batchItemJson({ counts, miniProgram, createdBy, ...batch }: BatchSummary) {
  const { id, name, state, source, createdAt, startedAt, finishedAt } = batch;
  return {
    ...{ id, name, miniProgramId: miniProgram.id, state, source, createdBy: createdBy?.name ?? null },
    ...{ createdAt, startedAt, finishedAt, counts: countsJson(counts) },
  };
}

/** As `batchSchema`. */
export function batchJson({ progress, ...batch }: BatchDetail, t: Texts) {
  const { stoppedBy, ratePerMinute, secondsLeft, waitingUntil, errors } = progress;
  return {
    ...batchItemJson({ ...batch, counts: progress }),
    ...{ stoppedBy, ratePerMinute, secondsLeft, waitingUntil },
    errors: errors.map(({ cause, key, errcode, example, count }) => {
      const { errmsg, page } = example;
      return { cause, detail: failureTitle(key, t), errcode, errmsg, page, rows: count };
    }),
  };
}

/** As `checkSchema`. */
export function checkJson(
  { counts, cost, estimatedSeconds, obstacle, problems, unfit = null }: DryRun,
  t: Texts,
) {
  const { needed, usedBefore, usedAfter, limit, floor } = cost;
  return {
    ...{ counts, quota: { needed, usedBefore, usedAfter, limit, floor }, estimatedSeconds, obstacle },
    problems: problems.map(({ rows, firstLine, ...issue }) => {
      return { ...issueJson(issue, t), rows, firstLine };
    }),
    unfit,
  };
}

/** As `checkRowSchema`. */
export function checkRowJson({ rowNumber: row, issues, ...checked }: DryRunRow, t: Texts) {
  const { line, verdict, name, target, codeId } = checked;
  return { row, line, verdict, name, target, issues: issues.map((issue) => issueJson(issue, t)), codeId };
}

/** As `runRowSchema`. */
export function runRowJson({ rowNumber: row, issues, failure, live, ...ran }: BatchRowItem, t: Texts) {
  const { line, status, name, target, page, codeId } = ran;
  return {
    ...{ row, line, status, name, target, page, codeId },
    live: live && { page: live.page, parameters: Object.fromEntries(live.parameters) },
    issues: issues.map((issue) => issueJson(issue, t)),
    failure: failure && { ...failure, detail: failureTitle(failure.key, t) },
  };
}

function sourceJson(source: FieldSource, columns: string[]) {
  if (source.from === 'column') return { column: columns[source.column] ?? '' };
  return source.from === 'template' ? { template: source.template } : { value: source.value };
}

/** As `mappingSchema`. */
export function mappingJson(plan: BatchPlan, columns: string[]) {
  const { endpoint, fields } = plan;
  const mapped = ROW_FIELDS.flatMap((field) => {
    const source = fields[field];
    return source ? [{ field, ...sourceJson(source, columns) }] : [];
  });
  return { endpoint, live: isLivePlan(plan), columns, fields: mapped };
}

/** As `presetSchema`. */
export function presetJson({ id, name, plan, columns, createdBy, updatedAt }: Preset) {
  return { id, name, createdBy: createdBy?.name ?? null, updatedAt, mapping: mappingJson(plan, columns) };
}
