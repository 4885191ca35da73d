'use client';

import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import type { ReactNode } from 'react';
import { cn } from './cn';

export type SegmentedProps<Value extends string> = {
  'aria-label': string;
  value: Value;
  onValueChange: (value: Value) => void;
  /** With `iconOnly` the label is only spoken. */
  items: readonly { value: Value; label: string; icon?: ReactNode }[];
  iconOnly?: boolean | undefined;
  className?: string | undefined;
};

/** Two to four ways to see the same thing. A radio group to screen readers; arrow keys move the choice. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { items, iconOnly, className, ...group } = props;
  return (
    <RadioGroup<Value>
      data-slot="segmented"
      className={cn('inline-flex h-9 gap-0.5 rounded-md bg-muted p-0.5 max-md:h-10', className)}
      {...group}
    >
      {items.map(({ value, label, icon }) => (
        <Radio.Root
          key={value}
          value={value}
          aria-label={label}
          title={iconOnly ? label : undefined}
          className={cn(
            'relative flex flex-1 cursor-pointer items-center justify-center gap-1.5 rounded-sm px-3 text-[0.8125rem] whitespace-nowrap text-muted-foreground focus-ring transition-colors select-none hover:text-foreground [&_svg]:size-4',
            'data-checked:bg-surface-raised data-checked:font-medium data-checked:text-foreground data-checked:shadow-sm dark:data-checked:bg-muted-strong',
            iconOnly && 'min-w-8 px-2 max-md:min-w-10',
          )}
        >
          {icon}
          {!iconOnly && label}
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
