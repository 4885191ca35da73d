'use client';

import { useTranslations } from 'next-intl';
import { CheckMenu, ChoiceMenu, DateMenu } from './filter-menu-parts';
import { useFilters, type Filter, type FilterProps } from './use-filters';

/** The filters beside the search on wide screens; the same ones as in the sheet of phones. */
export function FilterMenus(props: FilterProps) {
  return useFilters(props).map((filter) => <FilterMenu key={filter.id} filter={filter} />);
}

function FilterMenu({ filter }: { filter: Filter }) {
  const t = useTranslations('codes.gallery.filters');
  if (filter.kind === 'dates') return <DateMenu {...filter} />;
  if (filter.kind === 'any') return <CheckMenu {...filter} />;
  if (filter.id === 'creator') return <ChoiceMenu {...filter} count={filter.chosen ? 1 : 0} />;
  // There is always one Mini Program, or all of them: its name says more than “Mini Program”.
  const name = filter.items.find(({ value }) => value === filter.chosen)?.label ?? t('gone');
  return (
    <ChoiceMenu
      {...filter}
      label={
        <>
          <span className="sr-only">{filter.label}: </span>
          {name}
        </>
      }
    />
  );
}
