'use client';

import { useFormatter } from 'next-intl';
import { useId } from 'react';

export type FilterPill<Value extends string> = { value: Value; label: string; count: number };

export type FilterPillsProps<Value extends string> = {
  'aria-label': string;
  value: Value;
  onValueChange: (value: Value) => void;
  items: readonly FilterPill<Value>[];
};

/** One of many kinds of rows, each with its number: the browser's own radio buttons, dressed as pills. */
export function FilterPills<Value extends string>(props: FilterPillsProps<Value>) {
  const { items, value: chosen, onValueChange, 'aria-label': label } = props;
  const format = useFormatter();
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className="flex flex-wrap gap-1.5">
      {items.map(({ value, label: text, count }) => (
        <label
          key={value}
          className="relative inline-flex h-8 items-center gap-1.5 rounded-full border border-border bg-surface px-3 text-[0.8125rem] whitespace-nowrap text-muted-foreground transition-colors select-none hover:border-input hover:text-foreground has-checked:border-transparent has-checked:bg-primary has-checked:text-primary-foreground max-md:h-11"
        >
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            onChange={() => onValueChange(value)}
            className="absolute inset-0 cursor-pointer appearance-none rounded-full focus-ring"
          />
          {text}
          <span className="tabular-nums opacity-75">{format.number(count)}</span>
        </label>
      ))}
    </div>
  );
}
