'use client';

import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { ActionRefusal, outcomeOf } from '@/lib/actions/outcome';
import { dryRunAction } from '@/lib/batches/actions';
import type { Draft } from '@/lib/batches/draft/draft-types';
import type { DryRun } from '@/lib/batches/check/dry-run-types';
import type { BatchPlan } from '@/lib/batches/plan/plan';
import { batchKeys } from '@/lib/batches/report/batch-keys';

export type DryRunState = {
  /** Of the stored plan, or of an earlier one while `stale`. */
  dryRun: DryRun | undefined;
  stale: boolean;
  /** Why there is no judgement; `problems` when the plan does not fit the table yet. */
  error: Error | null;
  problems: Partial<Record<string, string>>;
  retry: () => void;
};

/** The policy decides about the start and not about a row, so it asks for no new judgement. */
function checkOptions({ id, version }: Draft, plan: BatchPlan) {
  const { policy: _, ...judged } = plan;
  return queryOptions({
    // Edited or read in another way, the table has other rows.
    queryKey: [...batchKeys.one(id), 'dryRun', version, judged],
    queryFn: async () => {
      const dryRun = await outcomeOf(dryRunAction({ batchId: id, plan }));
      if (!dryRun) throw new Error('The dry run answered nothing.');
      return dryRun;
    },
    // What the table would become changes only with the plan and the reading, or with what others make meanwhile: the start looks again.
    staleTime: Infinity,
    retry: false,
  });
}

/** What is wrong with the plan, by field. */
function problemsOf(error: Error | null): Partial<Record<string, string>> {
  return error instanceof ActionRefusal && error.detail.code === 'INVALID_INPUT' ? error.detail.fields : {};
}

/** Judges the table by the plan as it is stored, again after every change of it. */
export function useDryRun(draft: Draft, plan: BatchPlan): DryRunState {
  const known = plan === draft.plan ? draft.lastCheck : null;
  const query = useQuery({
    ...checkOptions(draft, plan),
    initialData: known ?? undefined,
    placeholderData: keepPreviousData,
  });
  return {
    dryRun: query.data,
    stale: query.isFetching,
    error: query.error,
    problems: problemsOf(query.error),
    retry: () => void query.refetch(),
  };
}
