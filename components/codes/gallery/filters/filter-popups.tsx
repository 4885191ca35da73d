'use client';

import { useState, type ReactElement, type ReactNode } from 'react';
import {
  Menu,
  MenuCheckboxItem,
  MenuContent,
  MenuRadioGroup,
  MenuRadioItem,
  MenuTrigger,
} from '@/components/ui/overlay/menu';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/overlay/popover';
import { DateRangeForm } from './date-range-form';
import { useFacetCounts } from './use-facet-counts';
import type { CodeFacet, CodeFilters } from '@/lib/codes/find/filters';

export type FilterItem<Value extends string> = { value: Value; label: string; icon?: ReactNode };

/** The filter whose options are counted, given all the others. */
export type Counted = { facet: CodeFacet; filters: CodeFilters };

export type ChoiceMenuProps = {
  label: ReactNode;
  counted?: Counted | undefined;
  count?: number | undefined;
  items: FilterItem<string>[];
  chosen: string;
  onChange: (chosen: string) => void;
};

export type DateRange = { from: string; to: string };

export type DateMenuProps = { label: string; value: DateRange; onChange: (range: DateRange) => void };

// Each opens at once: it is mounted by the click on its trigger.

export type CheckPopupProps = {
  trigger: ReactElement;
  counted: Counted;
  items: FilterItem<string>[];
  chosen: readonly string[];
  onToggle: (value: string, checked: boolean) => void;
};

export function CheckPopup({ trigger, counted, items, chosen, onToggle }: CheckPopupProps) {
  const countOf = useFacetCounts(counted.facet, counted.filters);
  return (
    <Menu defaultOpen>
      <MenuTrigger render={trigger} />
      <MenuContent align="start" className="max-w-80">
        {items.map((item) => (
          <MenuCheckboxItem
            key={item.value}
            checked={chosen.includes(item.value)}
            onCheckedChange={(checked) => onToggle(item.value, checked)}
          >
            <OptionText item={item} count={countOf(item.value)} />
          </MenuCheckboxItem>
        ))}
      </MenuContent>
    </Menu>
  );
}

type ChoicePopupProps = Pick<ChoiceMenuProps, 'counted' | 'items' | 'chosen' | 'onChange'> & {
  trigger: ReactElement;
};

export function ChoicePopup({ trigger, counted, items, chosen, onChange }: ChoicePopupProps) {
  return (
    <Menu defaultOpen>
      <MenuTrigger render={trigger} />
      <MenuContent align="start" className="max-w-80">
        <MenuRadioGroup value={chosen} onValueChange={onChange}>
          {items.map((item) => (
            <MenuRadioItem key={item.value} value={item.value} closeOnClick>
              {counted ? <CountedText {...counted} item={item} /> : <OptionText item={item} count="" />}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  );
}

type OptionTextProps = { item: FilterItem<string>; count: string };

/** The count stands at the end of the row, so that the counts of all options are under each other. */
function OptionText({ item, count }: OptionTextProps) {
  return (
    <>
      {item.icon}
      <span className="min-w-0 flex-1 truncate">{item.label}</span>
      {count && <span className="ps-4 text-xs text-muted-foreground tabular-nums">{count}</span>}
    </>
  );
}

function CountedText({ facet, filters, item }: Counted & Pick<OptionTextProps, 'item'>) {
  return <OptionText item={item} count={useFacetCounts(facet, filters)(item.value)} />;
}

export function DatePopup({ trigger, label, value, onChange }: DateMenuProps & { trigger: ReactElement }) {
  const [open, setOpen] = useState(true);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger render={trigger} />
      <PopoverContent aria-label={label} className="w-80">
        <DateRangeForm
          value={value}
          onApply={(range) => {
            onChange(range);
            setOpen(false);
          }}
        />
      </PopoverContent>
    </Popover>
  );
}
