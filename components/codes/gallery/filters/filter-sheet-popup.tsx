'use client';

import { useTranslations } from 'next-intl';
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/form/checkbox';
import { Select } from '@/components/ui/form/select';
import { Sheet, SheetContent, SheetTrigger } from '@/components/ui/overlay/sheet';
import { DateRangeForm } from './date-range-form';
import { useSortItems } from './sort-menu';
import { useFilters, type Filter, type FilterProps } from './use-filters';
import { useFacetCounts } from './use-facet-counts';

export type FilterSheetProps = FilterProps & { active: number; resultText: string };

type FilterSheetPopupProps = FilterSheetProps & { trigger: ReactElement };

/** Opens at once: it is mounted by the tap on its trigger. */
export function FilterSheetPopup({ params, options, active, resultText, trigger }: FilterSheetPopupProps) {
  const t = useTranslations();
  const [open, setOpen] = useState(true);
  return (
    <Sheet open={open} onOpenChange={setOpen}>
      <SheetTrigger render={trigger} />
      <SheetContent
        side="bottom"
        title={t('common.filter')}
        closeLabel={t('common.close')}
        footer={
          <>
            <Button variant="secondary" disabled={active === 0} onClick={params.clear}>
              {t('common.clearFilters')}
            </Button>
            <Button className="flex-1" onClick={() => setOpen(false)}>
              {t('codes.gallery.filters.showResults', { results: resultText })}
            </Button>
          </>
        }
      >
        <FilterGroups params={params} options={options} />
      </SheetContent>
    </Sheet>
  );
}

function FilterGroups(props: FilterProps) {
  const t = useTranslations('codes.gallery.filters');
  const { params } = props;
  const sorts = useSortItems(params);
  const filters = useFilters(props);
  const groups = (some: Filter[]) => some.map((filter) => <FilterGroup key={filter.id} filter={filter} />);
  return (
    <div className="flex flex-col gap-6 pt-1">
      {groups(filters.filter(({ id }) => id === 'app'))}
      <Group label={t('sort')}>
        <Select
          aria-label={t('sort')}
          value={params.filters.sort}
          onValueChange={params.setSort}
          items={sorts}
        />
      </Group>
      {groups(filters.filter(({ id }) => id !== 'app'))}
    </div>
  );
}

function FilterGroup({ filter }: { filter: Filter }) {
  if (filter.kind === 'any') return <CheckGroup {...filter} />;
  const { label } = filter;
  return (
    <Group label={label}>
      {filter.kind === 'one' ? (
        <Select
          aria-label={label}
          value={filter.chosen}
          onValueChange={filter.onChange}
          items={filter.items}
        />
      ) : (
        <DateRangeForm
          key={`${filter.value.from} ${filter.value.to}`}
          value={filter.value}
          onApply={filter.onChange}
        />
      )}
    </Group>
  );
}

function Group({ label, children }: { label: string; children: ReactNode }) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id}>
      <p id={id} className="mb-1.5 text-xs text-muted-foreground">
        {label}
      </p>
      {children}
    </div>
  );
}

function CheckGroup({ label, counted, items, chosen, onToggle }: Extract<Filter, { kind: 'any' }>) {
  const countOf = useFacetCounts(counted.facet, counted.filters);
  return (
    <Group label={label}>
      <div className="grid grid-cols-2 gap-x-3">
        {items.map((item) => (
          <Checkbox
            key={item.value}
            label={`${item.label} ${countOf(item.value)}`.trimEnd()}
            checked={chosen.includes(item.value)}
            onCheckedChange={(checked) => onToggle(item.value, checked)}
          />
        ))}
      </div>
    </Group>
  );
}
