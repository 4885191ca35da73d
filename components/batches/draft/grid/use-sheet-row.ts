'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { GridRow } from '@/lib/batches/edit/edit-types';
import { GRID_PAGE_ROWS, gridPageOptions, type GridVersion } from '@/lib/batches/edit/grid-query-options';

/** A row of a version, as soon as its page is there; the one of the version before until then. */
export function useSheetRow(
  grid: GridVersion,
  index: number,
): { row: GridRow | undefined; version: string | undefined } {
  const from = Math.floor(index / GRID_PAGE_ROWS) * GRID_PAGE_ROWS;
  const { data } = useQuery({ ...gridPageOptions(grid, from), placeholderData: keepPreviousData });
  const isPage = data?.from === from;
  return { row: isPage ? data.rows[index - from] : undefined, version: isPage ? data.version : undefined };
}
