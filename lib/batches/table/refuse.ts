import { AppError, type IssueValues } from '@/lib/errors';
import type { BatchIssueKey } from '@/lib/batches/issues';
import { FILE_MAX_BYTES } from '@/lib/batches/limits';

/** The refusal of a whole source or plan because of one of its fields. */
export function refusal(field: string, key: BatchIssueKey, values: IssueValues = {}): AppError {
  return new AppError('INVALID_INPUT', { issues: [{ field, key: `batchIssues.${key}`, values }] });
}

const MB = 1024 * 1024;

/** @param bytes of what was given */
export function fileTooBig(field: string, bytes: number): AppError {
  return refusal(field, 'fileTooBig', { max: FILE_MAX_BYTES / MB, actual: Math.ceil(bytes / MB) });
}
