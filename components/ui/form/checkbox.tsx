'use client';

import { Check, Minus } from 'lucide-react';
import { useId, type ComponentProps, type ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { joinIds } from './field-context';

export type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'onChange'> & {
  indeterminate?: boolean | undefined;
  /** `event` is the click or key that ticked it, with its modifier keys. */
  onCheckedChange?: ((checked: boolean, details: { event: Event }) => void) | undefined;
  /** With a label the whole line is the target; without one give `aria-label`. */
  label?: ReactNode;
  description?: ReactNode;
};

/** The browser's own control, over a box that we draw. */
function Box({ indeterminate = false, onCheckedChange, className, ...props }: CheckboxProps) {
  const Mark = indeterminate ? Minus : Check;
  return (
    <span className={cn('relative inline-flex size-4.5 shrink-0 align-middle', className)}>
      {/* Larger than what is drawn: WCAG 2.2 wants 24 px, and a finger more. */}
      <input
        type="checkbox"
        data-slot="checkbox"
        ref={(element) => {
          if (element) element.indeterminate = indeterminate;
        }}
        className="peer absolute -inset-0.75 z-1 cursor-pointer appearance-none opacity-0 after:absolute after:-inset-2.5 disabled:cursor-not-allowed"
        onChange={(event) => onCheckedChange?.(event.target.checked, { event: event.nativeEvent })}
        {...props}
      />
      <span
        aria-hidden
        className={cn(
          'size-full rounded-xs border border-input bg-surface outline-2 outline-offset-2 outline-transparent transition-colors',
          'peer-checked:border-primary peer-checked:bg-primary peer-indeterminate:border-primary peer-indeterminate:bg-primary',
          'peer-focus-visible:outline-ring peer-disabled:opacity-50',
        )}
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
