'use client';

import { lazy, type ReactNode, type RefObject } from 'react';
import { useFolders } from '@/components/codes/folders/use-folders';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import { FilterMenus } from './filter-menus';
import { FilterSheet } from './filter-sheet';
import { SearchBox } from './search-box';
import { SortMenu } from './sort-menu';
import type { FilterProps } from './use-filters';

const FolderSelect = lazy(() =>
  import('@/components/codes/folders/folder-select').then((room) => ({ default: room.FolderSelect })),
);
const FilterChips = lazy(() => import('./filter-chips').then((room) => ({ default: room.FilterChips })));

export type FilterBarProps = FilterProps & {
  searchRef: RefObject<HTMLInputElement | null>;
  resultText: string;
  /** How the list looks, at the end of the row. */
  tools: ReactNode;
};

/** One row: what is searched, what narrows it, its order and its look. */
export function FilterBar({ params, options, searchRef, resultText, tools }: FilterBarProps) {
  const folders = useFolders();
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <div className="min-w-0 flex-1 max-md:min-w-36 md:max-w-72 md:min-w-48">
          <SearchBox value={params.filters.q} onSearch={params.setSearch} inputRef={searchRef} />
        </div>
        <div data-slot="filters" className="flex flex-wrap items-center gap-2 max-md:hidden">
          <FilterMenus params={params} options={options} />
        </div>
        <div data-slot="filters" className="md:hidden">
          <FilterSheet
            params={params}
            options={options}
            active={params.active.length}
            resultText={resultText}
          />
        </div>
        <div className="flex items-center gap-2 max-md:basis-full md:ms-auto">
          <div className="min-w-0 flex-1 md:hidden">
            <OnceWanted when={folders.length > 0}>
              <FolderSelect folders={folders} chosen={params.filters.folder} onChoose={params.setFolder} />
            </OnceWanted>
          </div>
          <div className="max-md:hidden">
            <SortMenu params={params} />
          </div>
          {tools}
        </div>
      </div>
      <OnceWanted when={params.active.length > 0} fallback={<div className="h-7 max-md:h-11" />}>
        <FilterChips params={params} options={options} />
      </OnceWanted>
    </div>
  );
}
