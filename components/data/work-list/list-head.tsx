'use client';

import { Search, X } from 'lucide-react';
import { useFormatter } from 'next-intl';
import { useTypedSearch } from '@/components/data/use-typed-search';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/form/input';
import { LIST_SEARCH_MAX_CHARS } from '@/lib/lists/list-params';
import type { ListAddress } from './use-list-address';

export type ListHeadProps<Tab extends string> = {
  tabs: readonly { value: Tab; label: string; count: number | undefined }[];
  tabsLabel: string;
  address: ListAddress<Tab>;
  searchLabel: string;
  clearLabel: string;
};

/** Kinds of work with their numbers, and a search among them; nothing while there is nothing to choose from. */
export function ListHead<Tab extends string>(props: ListHeadProps<Tab>) {
  const { tabs, tabsLabel, address } = props;
  const format = useFormatter();
  const isAsked = address.params.q !== '' || address.params.tab !== tabs[0]?.value;
  if (!isAsked && tabs.every(({ count }) => count === 0)) return null;
  return (
    <div className="mb-4 flex flex-wrap items-end gap-x-6 gap-y-3 border-b border-border max-md:flex-col-reverse max-md:flex-nowrap max-md:items-stretch">
      <nav aria-label={tabsLabel} className="-mx-1 min-w-0 flex-1 overflow-x-auto px-1 max-md:fade-end">
        <ul className="flex w-max gap-5 max-md:pe-8">
          {tabs.map(({ value, label, count }) => (
            <li key={value}>
              <button
                type="button"
                aria-pressed={value === address.params.tab}
                onClick={() => address.setTab(value)}
                className="-mb-px flex h-10 items-center gap-1.5 rounded-t-sm border-b-2 border-transparent px-0.5 whitespace-nowrap text-muted-foreground focus-ring-inset transition-colors hover:text-foreground aria-pressed:border-foreground aria-pressed:font-medium aria-pressed:text-foreground max-md:h-11"
              >
                {label}
                {count !== undefined && (
                  <span className="text-xs font-normal text-muted-foreground tabular-nums">
                    {format.number(count)}
                  </span>
                )}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <div className="w-full pb-2 md:w-64">
        <ListSearch
          q={address.params.q}
          onSearch={address.setSearch}
          label={props.searchLabel}
          clearLabel={props.clearLabel}
        />
      </div>
    </div>
  );
}

export type ListSearchProps = { q: string; onSearch: (q: string) => void; label: string; clearLabel: string };

/** A search among the rows of a list. */
export function ListSearch({ q, onSearch, label, clearLabel }: ListSearchProps) {
  const { text, commit, onChange, onComposed } = useTypedSearch(q, onSearch);
  return (
    <Input
      type="search"
      role="searchbox"
      enterKeyHint="search"
      autoComplete="off"
      maxLength={LIST_SEARCH_MAX_CHARS}
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={onChange}
      onCompositionEnd={(event) => onComposed(event.currentTarget.value)}
      className="[&::-webkit-search-cancel-button]:hidden"
      icon={<Search aria-hidden />}
      end={
        text && (
          <Button
            variant="ghost"
            size="icon-sm"
            className="size-7 max-md:size-11"
            aria-label={clearLabel}
            onClick={() => commit('')}
          >
            <X aria-hidden />
          </Button>
        )
      }
    />
  );
}
