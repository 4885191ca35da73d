'use client';

import { Check, Minus } from 'lucide-react';
import { useId, type ComponentProps, type ReactNode } from 'react';
import { cn } from './cn';
import { joinIds } from './field-context';

export type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'onChange'> & {
  indeterminate?: boolean | undefined;
  /** `event` is the click or key that ticked it, with its modifier keys. */
  onCheckedChange?: ((checked: boolean, details: { event: Event }) => void) | undefined;
  /** With a label the whole line is the target; without one give `aria-label`. */
  label?: ReactNode;
  description?: ReactNode;
};

/** The browser's own control, drawn by us. */
function Box({ indeterminate = false, onCheckedChange, className, ...props }: CheckboxProps) {
  const Mark = indeterminate ? Minus : Check;
  return (
    <span className="relative inline-flex size-4.5 shrink-0">
      <input
        type="checkbox"
        data-slot="checkbox"
        ref={(element) => {
          if (element) element.indeterminate = indeterminate;
        }}
        className={cn(
          'peer size-full cursor-pointer appearance-none rounded-xs border border-input bg-surface focus-ring transition-colors',
          'after:absolute after:-inset-3 checked:border-primary checked:bg-primary indeterminate:border-primary indeterminate:bg-primary',
          'disabled:cursor-not-allowed disabled:opacity-50',
          className,
        )}
        onChange={(event) => onCheckedChange?.(event.target.checked, { event: event.nativeEvent })}
        {...props}
      />
      <Mark
        aria-hidden
        strokeWidth={3}
        className="pointer-events-none absolute inset-0 m-auto size-3 text-primary-foreground opacity-0 peer-checked:opacity-100 peer-indeterminate:opacity-100"
      />
    </span>
  );
}

export function Checkbox({ label, description, ...props }: CheckboxProps) {
  const id = useId();
  if (!label) return <Box {...props} />;
  return (
    <label className="flex gap-2.5 py-1 max-md:py-2">
      <span className="flex h-6 items-center">
        <Box
          {...props}
          aria-labelledby={`${id}label`}
          aria-describedby={joinIds(Boolean(description) && `${id}text`, props['aria-describedby'])}
        />
      </span>
      <span className="flex flex-col">
        <span id={`${id}label`}>{label}</span>
        {description && (
          <span id={`${id}text`} className="text-[0.8125rem] leading-5 text-muted-foreground">
            {description}
          </span>
        )}
      </span>
    </label>
  );
}
