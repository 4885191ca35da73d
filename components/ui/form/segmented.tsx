'use client';

import { useId, type ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { useFieldGroup } from './field-context';

export type SegmentedProps<Value extends string> = {
  /** Needed when no `Field group` label names it. */
  'aria-label'?: string | undefined;
  value: Value;
  onValueChange: (value: Value) => void;
  /** With `iconOnly` the label is only spoken. */
  items: readonly { value: Value; label: string; icon?: ReactNode }[];
  iconOnly?: boolean | undefined;
  className?: string | undefined;
};

/** Two to four ways to see the same thing: the browser's own radio buttons, so arrow keys move the choice. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { items, iconOnly, className, value: chosen, onValueChange } = props;
  const name = useId();
  return (
    <div
      role="radiogroup"
      data-slot="segmented"
      className={cn('inline-flex h-9 gap-0.5 rounded-md bg-muted p-0.5 max-md:h-11', className)}
      {...useFieldGroup(props['aria-label'])}
    >
      {items.map(({ value, label, icon }) => (
        <label
          key={value}
          title={iconOnly ? label : undefined}
          className={cn(
            'relative flex flex-1 cursor-pointer items-center justify-center gap-1.5 rounded-sm px-3 text-[0.8125rem] whitespace-nowrap text-muted-foreground transition-colors select-none hover:text-foreground max-sm:px-2 [&_svg]:size-4',
            'has-checked:bg-surface-raised has-checked:font-medium has-checked:text-foreground has-checked:shadow-sm dark:has-checked:bg-muted-strong',
            iconOnly && 'min-w-8 px-2 max-md:min-w-11',
          )}
        >
          <input
            type="radio"
            name={name}
            value={value}
            aria-label={label}
            checked={value === chosen}
            onChange={() => onValueChange(value)}
            className="absolute inset-0 cursor-pointer appearance-none rounded-sm focus-ring max-md:-inset-y-0.5"
          />
          {icon}
          {!iconOnly && label}
        </label>
      ))}
    </div>
  );
}
