'use client';

import type { RefObject } from 'react';
import { FilterChips, useFilterChips } from './filter-chips';
import { FilterMenus } from './filter-menus';
import { FilterSheet } from './filter-sheet';
import { SearchBox } from './search-box';
import { SortMenu } from './sort-menu';
import type { FilterProps } from './use-filters';

export type FilterBarProps = FilterProps & {
  searchRef: RefObject<HTMLInputElement | null>;
  resultText: string;
};

export function FilterBar({ params, options, searchRef, resultText }: FilterBarProps) {
  const chips = useFilterChips({ params, options });
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <div className="min-w-0 flex-1 md:max-w-80 md:min-w-56">
          <SearchBox value={params.params.q} onSearch={params.setSearch} inputRef={searchRef} />
        </div>
        <div data-slot="filters" className="flex flex-wrap items-center gap-2 max-md:hidden">
          <FilterMenus params={params} options={options} />
        </div>
        <div className="ms-auto max-md:hidden">
          <SortMenu params={params} />
        </div>
        <div data-slot="filters" className="md:hidden">
          <FilterSheet params={params} options={options} active={chips.length} resultText={resultText} />
        </div>
      </div>
      <FilterChips chips={chips} onClear={params.clear} />
    </div>
  );
}
