import { infiniteQueryOptions } from '@tanstack/react-query';
import type { RowVerdict } from '@/lib/db/generated/enums';
import { fetchJson } from '@/lib/http/fetch-json';
import { VERDICTS, type DryRun, type DryRunRow, type DryRunRowPage } from '@/lib/batches/check/dry-run-types';

function checkUrl(batchId: string, verdicts: readonly RowVerdict[], after: number): string {
  const params = new URLSearchParams({ after: String(after) });
  for (const verdict of verdicts) params.append('verdict', verdict);
  return `/api/batches/${batchId}/check?${params}`;
}

const BAD = ['invalid', 'duplicate'] as const;

/** The next row that did not pass, after the last one the first again; null when there is none. */
export async function fetchNextBad(batchId: string, after: number): Promise<DryRunRow | null> {
  for (const from of [after, 0]) {
    const { items } = await fetchJson<DryRunRowPage>(checkUrl(batchId, BAD, from));
    if (items[0]) return items[0];
  }
  return null;
}

/** The other side of `checkUrl`; unknown verdicts are left out. */
export function readCheckParams(params: URLSearchParams): { verdicts?: RowVerdict[]; after: number } {
  const asked = params.getAll('verdict');
  const verdicts = VERDICTS.filter((verdict) => asked.includes(verdict));
  return { after: Number(params.get('after') ?? 0), ...(asked.length > 0 ? { verdicts } : {}) };
}

/** Rows of one dry run (`checkedAt` tells it from the next one), with these verdicts, in the order of the table. */
export function checkRowsOptions(
  batchId: string,
  { checkedAt }: Pick<DryRun, 'checkedAt'>,
  verdicts: readonly RowVerdict[],
) {
  return infiniteQueryOptions({
    queryKey: ['batches', batchId, 'check', checkedAt, verdicts] as const,
    queryFn: ({ pageParam, signal }) =>
      fetchJson<DryRunRowPage>(checkUrl(batchId, verdicts, pageParam), signal),
    initialPageParam: 0,
    getNextPageParam: (page) => page.nextAfter,
  });
}
