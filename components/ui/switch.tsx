'use client';

import { Switch as BaseSwitch } from '@base-ui/react/switch';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';
import type { Styled } from './styled-props';

export type SwitchProps = Omit<Styled<ComponentProps<typeof BaseSwitch.Root>>, 'children'> & {
  /** With a label: a row with text on the left and the switch on the right. Without one give `aria-label`. */
  label?: ReactNode;
  description?: ReactNode;
};

export function Switch({ label, description, className, ...props }: SwitchProps) {
  const control = (
    <BaseSwitch.Root
      data-slot="switch"
      className={cn(
        'relative inline-flex h-5.5 w-9.5 shrink-0 cursor-pointer items-center rounded-full bg-input p-0.5 focus-ring transition-colors',
        'after:absolute after:-inset-2.5 data-checked:bg-primary data-disabled:cursor-not-allowed data-disabled:opacity-50',
        className,
      )}
      {...props}
    >
      <BaseSwitch.Thumb className="size-4.5 rounded-full bg-white shadow-sm transition-transform duration-150 data-checked:translate-x-4 dark:bg-background" />
    </BaseSwitch.Root>
  );
  if (!label) return control;
  return (
    <label className="flex items-start justify-between gap-4 py-1 max-md:py-2">
      <span className="flex flex-col">
        <span>{label}</span>
        {description && (
          <span className="text-[0.8125rem] leading-5 text-muted-foreground">{description}</span>
        )}
      </span>
      <span className="flex h-6 items-center">{control}</span>
    </label>
  );
}
