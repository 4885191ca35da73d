'use client';

import { Checkbox as BaseCheckbox } from '@base-ui/react/checkbox';
import { Check, Minus } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';
import type { Styled } from './styled-props';

export type CheckboxProps = Omit<Styled<ComponentProps<typeof BaseCheckbox.Root>>, 'children'> & {
  /** With a label the whole line is the target; without one give `aria-label`. */
  label?: ReactNode;
  description?: ReactNode;
};

export function Checkbox({ label, description, className, ...props }: CheckboxProps) {
  const box = (
    <BaseCheckbox.Root
      data-slot="checkbox"
      className={cn(
        'relative flex size-4.5 shrink-0 cursor-pointer items-center justify-center rounded-xs border border-input bg-surface focus-ring transition-colors',
        'after:absolute after:-inset-3 data-checked:border-primary data-checked:bg-primary data-indeterminate:border-primary data-indeterminate:bg-primary',
        'data-disabled:cursor-not-allowed data-disabled:opacity-50 data-invalid:border-danger',
        className,
      )}
      {...props}
    >
      <BaseCheckbox.Indicator className="text-primary-foreground">
        {props.indeterminate ? (
          <Minus aria-hidden className="size-3" strokeWidth={3} />
        ) : (
          <Check aria-hidden className="size-3" strokeWidth={3} />
        )}
      </BaseCheckbox.Indicator>
    </BaseCheckbox.Root>
  );
  if (!label) return box;
  return (
    <label className="flex gap-2.5 py-1 max-md:py-2">
      <span className="flex h-6 items-center">{box}</span>
      <span className="flex flex-col">
        <span>{label}</span>
        {description && (
          <span className="text-[0.8125rem] leading-5 text-muted-foreground">{description}</span>
        )}
      </span>
    </label>
  );
}
