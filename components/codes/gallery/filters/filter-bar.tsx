'use client';

import type { ReactNode, RefObject } from 'react';
import { FolderSelect } from '@/components/codes/folders/folder-strip';
import { FilterChips, useFilterChips } from './filter-chips';
import { FilterMenus } from './filter-menus';
import { FilterSheet } from './filter-sheet';
import { SearchBox } from './search-box';
import { SortMenu } from './sort-menu';
import type { FilterProps } from './use-filters';

export type FilterBarProps = FilterProps & {
  searchRef: RefObject<HTMLInputElement | null>;
  resultText: string;
  /** How the list looks, at the end of the row. */
  tools: ReactNode;
};

/** One row: what is searched, what narrows it, its order and its look. */
export function FilterBar({ params, options, searchRef, resultText, tools }: FilterBarProps) {
  const chips = useFilterChips({ params, options });
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <div className="min-w-0 flex-1 max-md:min-w-36 md:max-w-72 md:min-w-48">
          <SearchBox value={params.params.q} onSearch={params.setSearch} inputRef={searchRef} />
        </div>
        <div data-slot="filters" className="flex flex-wrap items-center gap-2 max-md:hidden">
          <FilterMenus params={params} options={options} />
        </div>
        <div data-slot="filters" className="md:hidden">
          <FilterSheet params={params} options={options} active={chips.length} resultText={resultText} />
        </div>
        <div className="flex items-center gap-2 max-md:basis-full md:ms-auto">
          <div className="min-w-0 flex-1 md:hidden">
            <FolderSelect chosen={params.filters.folder} onChoose={(folder) => params.set({ folder })} />
          </div>
          <div className="max-md:hidden">
            <SortMenu params={params} />
          </div>
          {tools}
        </div>
      </div>
      <FilterChips chips={chips} onClear={params.clear} />
    </div>
  );
}
