import { queryOptions } from '@tanstack/react-query';
import { batchKeys } from '@/lib/batches/report/batch-keys';
import { fetchJson } from '@/lib/http/fetch-json';
import type { CellSearch, FoundCell, GridPage } from './edit-types';

/** Of the grid, fetched at once. */
export const GRID_PAGE_ROWS = 100;

export type GridVersion = {
  batchId: string;
  version: string;
  /** Of the check whose verdicts are shown; they come with the rows. */
  checkedAt: string | null;
};

export const gridKey = ({ batchId, version, checkedAt }: GridVersion, from: number) =>
  [...batchKeys.one(batchId), 'grid', version, checkedAt, from] as const;

/** A page of rows of one version of the table. @param from the position of its first row */
export function gridPageOptions(grid: GridVersion, from: number) {
  const { batchId, version } = grid;
  const params = new URLSearchParams({ version, from: String(from) });
  return queryOptions({
    queryKey: gridKey(grid, from),
    queryFn: ({ signal }) => fetchJson<GridPage>(`/api/batches/${batchId}/grid?${params}`, signal),
    staleTime: Infinity,
  });
}

type Place = { row: number; column: number };

/** The next cell that fits. */
export function fetchFound(
  { batchId, version }: GridVersion,
  { text, matchCase, wholeCell }: CellSearch,
  { row, column }: Place,
): Promise<FoundCell> {
  const params = new URLSearchParams({ version, text, row: String(row), column: String(column) });
  if (matchCase) params.set('case', '1');
  if (wholeCell) params.set('whole', '1');
  return fetchJson<FoundCell>(`/api/batches/${batchId}/grid/find?${params}`);
}

/** The other side of `fetchFound`. */
export function readFindParams(params: URLSearchParams): {
  version: string;
  search: CellSearch;
  after: Place;
} {
  const number = (name: string) => Number(params.get(name) ?? 0);
  return {
    version: params.get('version') ?? '',
    search: {
      text: params.get('text') ?? '',
      ...{ matchCase: params.has('case'), wholeCell: params.has('whole') },
    },
    after: { row: number('row'), column: number('column') },
  };
}
