'use client';

import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useId, type ReactNode } from 'react';
import { cn } from './cn';

export type RadioCardGroupProps<Value extends string> = {
  value?: Value | undefined;
  defaultValue?: Value | undefined;
  onValueChange?: ((value: Value) => void) | undefined;
  /** Needed when no `Field group` label names it. */
  'aria-label'?: string | undefined;
  name?: string | undefined;
  disabled?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** Large selectable cards. Lay them out with `className`: `sm:grid-cols-3` … */
export function RadioCardGroup<Value extends string>({ className, ...props }: RadioCardGroupProps<Value>) {
  return (
    <RadioGroup<Value> data-slot="radio-card-group" className={cn('grid gap-3', className)} {...props} />
  );
}

export type RadioCardProps = {
  value: string;
  title: ReactNode;
  description?: ReactNode;
  icon?: ReactNode;
  badge?: ReactNode;
  disabled?: boolean | undefined;
  /** Facts under the description: limits, an example … */
  children?: ReactNode;
};

export function RadioCard({ value, title, description, icon, badge, disabled, children }: RadioCardProps) {
  const id = useId();
  return (
    <Radio.Root
      value={value}
      disabled={disabled}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      data-slot="radio-card"
      className={cn(
        'group relative flex cursor-pointer gap-3 rounded-lg border border-border bg-surface p-4 text-start shadow-xs focus-ring',
        'transition-[border-color,background-color,box-shadow] duration-150 hover:border-input',
        'data-checked:border-accent data-checked:bg-accent-subtle/60 data-checked:shadow-[inset_0_0_0_1px_var(--accent)]',
        'data-disabled:cursor-not-allowed data-disabled:opacity-55',
      )}
    >
      {icon && (
        <span className="mt-0.5 text-muted-foreground group-data-checked:text-accent-text">{icon}</span>
      )}
      <span className="flex min-w-0 flex-1 flex-col gap-1">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1 pe-6">
          <span id={`${id}-title`} className="font-medium">
            {title}
          </span>
          {badge}
        </span>
        <span id={`${id}-text`} className="text-[0.8125rem] leading-5 text-muted-foreground">
          {description}
        </span>
        {children}
      </span>
      <span
        aria-hidden
        className="absolute end-4 top-4.5 flex size-4 items-center justify-center rounded-full border border-input bg-surface group-data-checked:border-accent group-data-checked:bg-accent"
      >
        <Radio.Indicator className="size-1.5 rounded-full bg-accent-foreground" />
      </span>
    </Radio.Root>
  );
}
