'use client';

import { useTranslations } from 'next-intl';
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/form/checkbox';
import { Select } from '@/components/ui/form/select';
import type { CodeFacet } from '@/lib/codes/find/filters';
import { Sheet, SheetContent, SheetTrigger } from '@/components/ui/overlay/sheet';
import { DateRangeForm } from './date-range-form';
import type { CheckMenuProps } from './filter-menu-parts';
import { useFilterItems, type FilterProps } from './filter-menus';
import { useSortItems } from './sort-menu';
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

function FilterGroups({ params, options }: FilterProps) {
  const t = useTranslations('codes.gallery.filters');
  const { filters, set } = params;
  const items = useFilterItems(options);
  const sorts = useSortItems(params);
  const counted = (facet: CodeFacet) => ({ facet, filters });
  return (
    <div className="flex flex-col gap-6 pt-1">
      {options.apps.length > 1 && (
        <Group label={t('app')}>
          <Select
            aria-label={t('app')}
            value={filters.app}
            onValueChange={params.setApp}
            items={items.apps}
          />
        </Group>
      )}
      <Group label={t('sort')}>
        <Select aria-label={t('sort')} value={filters.sort} onValueChange={params.setSort} items={sorts} />
      </Group>
      <CheckGroup
        label={t('endpoint')}
        counted={counted('endpoint')}
        items={items.endpoints}
        chosen={filters.endpoint}
        onChange={(endpoint) => set({ endpoint })}
      />
      <CheckGroup
        label={t('status')}
        counted={counted('status')}
        items={items.statuses}
        chosen={filters.status}
        onChange={(status) => set({ status })}
      />
      {items.tags.length > 0 && (
        <CheckGroup
          label={t('tag')}
          counted={counted('tag')}
          items={items.tags}
          chosen={filters.tag}
          onChange={(tag) => set({ tag })}
        />
      )}
      {options.creators.length > 1 && (
        <Group label={t('creator')}>
          <Select
            aria-label={t('creator')}
            value={filters.creator}
            onValueChange={(creator) => set({ creator })}
            items={items.creators}
          />
        </Group>
      )}
      <Group label={t('date')}>
        <DateRangeForm
          key={`${filters.from} ${filters.to}`}
          value={{ from: filters.from, to: filters.to }}
          onApply={set}
        />
      </Group>
    </div>
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

function CheckGroup<Value extends string>({
  label,
  counted,
  items,
  chosen,
  onChange,
}: CheckMenuProps<Value>) {
  const countOf = useFacetCounts(counted.facet, counted.filters);
  return (
    <Group label={label}>
      <div className="grid grid-cols-2 gap-x-3">
        {items.map((item) => (
          <Checkbox
            key={item.value}
            label={`${item.label} ${countOf(item.value)}`.trimEnd()}
            checked={chosen.includes(item.value)}
            onCheckedChange={(checked) =>
              onChange(checked ? [...chosen, item.value] : chosen.filter((value) => value !== item.value))
            }
          />
        ))}
      </div>
    </Group>
  );
}
