import 'server-only';
import type { DryRun, DryRunRow } from '@/lib/batches/check/dry-run-types';
import type { BatchCounts, BatchDetail, BatchRowItem, BatchSummary } from '@/lib/batches/report/run-types';
import type { FieldIssue } from '@/lib/errors';

const issueJson = ({ field, key }: FieldIssue) => ({ field, code: key });

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
export function batchJson({ progress, ...batch }: BatchDetail) {
  const { stoppedBy, ratePerMinute, secondsLeft, waitingUntil, errors } = progress;
  return {
    ...batchItemJson({ ...batch, counts: progress }),
    ...{ stoppedBy, ratePerMinute, secondsLeft, waitingUntil },
    errors: errors.map(({ cause, errcode, example, count }) => {
      return { cause, errcode, errmsg: example.errmsg, rows: count };
    }),
  };
}

/** As `checkSchema`. */
export function checkJson({ counts, cost, estimatedSeconds, obstacle, problems }: DryRun) {
  const { needed, usedBefore, usedAfter, limit, floor } = cost;
  return {
    ...{ counts, quota: { needed, usedBefore, usedAfter, limit, floor }, estimatedSeconds, obstacle },
    problems: problems.map(({ rows, firstLine, ...issue }) => {
      return { ...issueJson(issue), rows, firstRow: firstLine };
    }),
  };
}

/** As `checkRowSchema`. */
export function checkRowJson({ rowNumber: row, verdict, name, target, issues, codeId }: DryRunRow) {
  return { row, verdict, name, target, issues: issues.map(issueJson), codeId };
}

/** As `runRowSchema`. */
export function runRowJson({ rowNumber: row, status, name, target, issues, codeId, failure }: BatchRowItem) {
  return { row, status, name, target, issues: issues.map(issueJson), codeId, failure };
}
