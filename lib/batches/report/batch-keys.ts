import type { BatchRowFilter } from './run-types';

export const batchKeys = {
  lists: ['batches', 'list'] as const,
  /** Everything that is read of one batch. */
  one: (batchId: string) => ['batches', batchId] as const,
  progress: (batchId: string) => ['batches', batchId, 'progress'] as const,
  rows: (batchId: string, filter: BatchRowFilter) => ['batches', batchId, 'rows', filter] as const,
};
