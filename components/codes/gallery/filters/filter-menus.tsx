'use client';

import { CheckMenu, ChoiceMenu, DateMenu } from './filter-menu-parts';
import { useFilters, type Filter, type FilterProps } from './use-filters';

/** The filters beside the search on wide screens; the same ones as in the sheet of phones. */
export function FilterMenus(props: FilterProps) {
  return useFilters(props).map((filter) => <FilterMenu key={filter.id} filter={filter} />);
}

function FilterMenu({ filter }: { filter: Filter }) {
  if (filter.kind === 'dates') return <DateMenu {...filter} />;
  if (filter.kind === 'any') return <CheckMenu {...filter} />;
  const chosen = filter.items.some(({ value }, index) => index > 0 && value === filter.chosen);
  return <ChoiceMenu {...filter} count={chosen ? 1 : 0} />;
}
