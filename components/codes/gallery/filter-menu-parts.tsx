'use client';

import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import {
  Menu,
  MenuCheckboxItem,
  MenuContent,
  MenuRadioGroup,
  MenuRadioItem,
  MenuTrigger,
} from '@/components/ui/menu';

export const filterTrigger = <Button variant="secondary" className="gap-1.5 px-3 font-normal" />;

export type TriggerTextProps = {
  children: ReactNode;
  /** How many values narrow the list; shown when there are any. */
  count?: number | undefined;
};

export function TriggerText({ children, count }: TriggerTextProps) {
  return (
    <>
      <span className="max-w-36 truncate">{children}</span>
      {count ? (
        <span className="flex size-4.5 items-center justify-center rounded-full bg-accent-subtle text-2xs text-accent-text">
          {count}
        </span>
      ) : null}
      <ChevronDown aria-hidden className="size-3.5 text-muted-foreground" />
    </>
  );
}

export type FilterItem<Value extends string> = { value: Value; label: string };

export type CheckMenuProps<Value extends string> = {
  label: string;
  items: FilterItem<Value>[];
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
};

/** Any number of values; stays open while they are ticked. */
export function CheckMenu<Value extends string>({ label, items, chosen, onChange }: CheckMenuProps<Value>) {
  return (
    <Menu>
      <MenuTrigger render={filterTrigger}>
        <TriggerText count={chosen.length}>{label}</TriggerText>
      </MenuTrigger>
      <MenuContent align="start">
        {items.map((item) => (
          <MenuCheckboxItem
            key={item.value}
            checked={chosen.includes(item.value)}
            onCheckedChange={(checked) =>
              onChange(checked ? [...chosen, item.value] : chosen.filter((value) => value !== item.value))
            }
          >
            {item.label}
          </MenuCheckboxItem>
        ))}
      </MenuContent>
    </Menu>
  );
}

export type ChoiceMenuProps = {
  label: ReactNode;
  count?: number | undefined;
  items: FilterItem<string>[];
  chosen: string;
  onChange: (chosen: string) => void;
};

/** One value; closes with the choice. */
export function ChoiceMenu({ label, count, items, chosen, onChange }: ChoiceMenuProps) {
  return (
    <Menu>
      <MenuTrigger render={filterTrigger}>
        <TriggerText count={count}>{label}</TriggerText>
      </MenuTrigger>
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
