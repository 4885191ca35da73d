'use client';

import { useId, type ComponentProps, type ReactNode, type Ref } from 'react';
import { cn } from '@/components/ui/cn';
import { joinIds } from './field-context';

export type SwitchProps = Omit<ComponentProps<'input'>, 'type' | 'role' | 'onChange' | 'size' | 'ref'> & {
  inputRef?: Ref<HTMLInputElement> | undefined;
  onCheckedChange?: ((checked: boolean) => void) | undefined;
  /** With a label: a row with text on the left and the switch on the right. Without one give `aria-label`. */
  label?: ReactNode;
  description?: ReactNode;
};

type TrackProps = Omit<SwitchProps, 'label' | 'description'>;

/** The browser's own check box, drawn as a switch. */
function Track({ inputRef, onCheckedChange, className, ...props }: TrackProps) {
  return (
    <input
      ref={inputRef}
      type="checkbox"
      role="switch"
      data-slot="switch"
      className={cn(
        'relative h-5.5 w-9.5 shrink-0 cursor-pointer appearance-none rounded-full bg-input focus-ring transition-colors checked:bg-primary',
        'before:absolute before:start-0.5 before:top-0.5 before:size-4.5 before:rounded-full before:bg-white before:shadow-sm before:transition-transform before:duration-150 checked:before:translate-x-4 dark:before:bg-background',
        'after:absolute after:-inset-2.5 disabled:cursor-not-allowed disabled:opacity-50',
        className,
      )}
      onChange={(event) => onCheckedChange?.(event.target.checked)}
      {...props}
    />
  );
}

export function Switch({ label, description, ...props }: SwitchProps) {
  const id = useId();
  if (!label) return <Track {...props} />;
  return (
    <label className="flex items-start justify-between gap-4 py-1 max-md:py-2">
      <span className="flex flex-col">
        <span id={`${id}label`}>{label}</span>
        {description && (
          <span id={`${id}text`} className="text-[0.8125rem] leading-5 text-muted-foreground">
            {description}
          </span>
        )}
      </span>
      <span className="flex h-6 items-center">
        <Track
          {...props}
          aria-labelledby={`${id}label`}
          aria-describedby={joinIds(Boolean(description) && `${id}text`, props['aria-describedby'])}
        />
      </span>
    </label>
  );
}
