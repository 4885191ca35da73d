import type { DryRun, StartObstacle } from './dry-run-types';
import type { BatchPolicy } from '@/lib/batches/plan/plan';

/** Why a batch cannot start, or null. */
export function obstacleTo(
  { counts, cost }: Pick<DryRun, 'counts' | 'cost'>,
  policy: BatchPolicy,
): StartObstacle | null {
  if (policy === 'all' && counts.invalid + counts.duplicate > 0) return 'badRows';
  if (counts.new + counts.reused === 0) return 'nothing';
  return cost.fits ? null : 'quota';
}
