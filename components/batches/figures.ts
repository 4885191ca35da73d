import type { BatchCounts } from '@/lib/batches/report/run-types';

export type FigureKey = Exclude<keyof BatchCounts, 'total'>;

export const FIGURE_COLORS: Record<FigureKey, string> = {
  made: 'bg-success',
  reused: 'bg-chart-2',
  failed: 'bg-danger',
  // Under way is not done: a tint that cannot be taken for progress.
  running: 'bg-accent/12',
  waiting: 'bg-muted-strong',
  notMade: 'bg-chart-3',
  skipped: 'bg-chart-3',
};

/** Rows that the batch set out to make: what was left out at the start does not count. */
export function goalOf({ total, skipped }: BatchCounts): number {
  return total - skipped;
}

/** Rows that need nothing more. A failure is done too, until somebody retries it. */
export function doneOf(counts: BatchCounts): number {
  return readyOf(counts) + counts.failed;
}

/** Rows that have their code, whoever made it. */
export function readyOf({ made, reused }: Pick<BatchCounts, 'made' | 'reused'>): number {
  return made + reused;
}

/** Between 0 and 1, rounded down to whole percents: 100 % is only said when nothing is left. */
export function shareDone(counts: BatchCounts): number {
  const goal = goalOf(counts);
  return goal === 0 ? 1 : Math.floor((doneOf(counts) / goal) * 100) / 100;
}
