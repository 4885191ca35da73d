'use client';

import { useState, type ReactElement } from 'react';
import {
  Menu,
  MenuCheckboxItem,
  MenuContent,
  MenuRadioGroup,
  MenuRadioItem,
  MenuTrigger,
} from '@/components/ui/menu';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { DateRangeForm } from './date-range-form';
import type { ChoiceMenuProps, DateMenuProps, FilterItem } from './filter-menu-parts';

// Each opens at once: it is mounted by the click on its trigger.

type CheckPopupProps = {
  trigger: ReactElement;
  items: FilterItem<string>[];
  chosen: readonly string[];
  onToggle: (value: string, checked: boolean) => void;
};

export function CheckPopup({ trigger, items, chosen, onToggle }: CheckPopupProps) {
  return (
    <Menu defaultOpen>
      <MenuTrigger render={trigger} />
      <MenuContent align="start">
        {items.map((item) => (
          <MenuCheckboxItem
            key={item.value}
            checked={chosen.includes(item.value)}
            onCheckedChange={(checked) => onToggle(item.value, checked)}
          >
            {item.label}
          </MenuCheckboxItem>
        ))}
      </MenuContent>
    </Menu>
  );
}

type ChoicePopupProps = Pick<ChoiceMenuProps, 'items' | 'chosen' | 'onChange'> & { trigger: ReactElement };

export function ChoicePopup({ trigger, items, chosen, onChange }: ChoicePopupProps) {
  return (
    <Menu defaultOpen>
      <MenuTrigger render={trigger} />
      <MenuContent align="start" className="max-w-80">
        <MenuRadioGroup value={chosen} onValueChange={onChange}>
          {items.map((item) => (
            <MenuRadioItem key={item.value} value={item.value} closeOnClick>
              <span className="truncate">{item.label}</span>
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  );
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
