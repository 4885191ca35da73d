'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { GridRow } from '@/lib/batches/edit/edit-types';
import { GRID_PAGE_ROWS, gridPageOptions, type GridVersion } from '@/lib/batches/edit/grid-query-options';

/** A row of a version, as soon as its page is there; the one of the version before until then. */
export function useSheetRow(grid: GridVersion, index: number) {
  const from = Math.floor(index / GRID_PAGE_ROWS) * GRID_PAGE_ROWS;
  const query = useQuery({ ...gridPageOptions(grid, from), placeholderData: keepPreviousData });
  const page = query.data?.from === from ? query.data : undefined;
  const row: GridRow | undefined = page?.rows[index - from];
  const { error, isFetching: retrying } = query;
  return { row, version: page?.version, error, retrying, retry: () => void query.refetch() };
}
