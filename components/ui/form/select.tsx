'use client';

import { ChevronsUpDown } from 'lucide-react';
import type { Ref } from 'react';
import { cn } from '@/components/ui/cn';
import { controlVariants } from './control-styles';
import { useFieldControl } from './field-context';

export type SelectItem<Value extends string = string> = {
  value: Value;
  label: string;
  disabled?: boolean | undefined;
};

export type SelectProps<Value extends string> = {
  items: readonly SelectItem<Value>[];
  value?: Value | null | undefined;
  defaultValue?: Value | undefined;
  onValueChange?: ((value: Value) => void) | undefined;
  placeholder?: string | undefined;
  /** Needed when no `Field` label names it. */
  'aria-label'?: string | undefined;
  name?: string | undefined;
  id?: string | undefined;
  size?: 'sm' | 'md' | undefined;
  disabled?: boolean | undefined;
  required?: boolean | undefined;
  inputRef?: Ref<HTMLSelectElement> | undefined;
  onBlur?: (() => void) | undefined;
  className?: string | undefined;
};

/**
 * The browser's own select: phones show their wheel, and it costs nothing (base-ui's is 44 kB). Where the browser lets
 * its list be styled, globals.css dresses it as our menus.
 */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { items, value, defaultValue, onValueChange, placeholder, size, className, inputRef, ...control } =
    props;
  const chosen =
    value === undefined
      ? { defaultValue: defaultValue ?? placeholderValue(placeholder) }
      : { value: value ?? '' };
  return (
    <div className={cn('relative w-full', className)}>
      <select
        data-slot="select"
        ref={inputRef}
        className={cn(controlVariants({ size }), 'cursor-pointer appearance-none truncate pe-9')}
        onChange={({ target }) => {
          const item = items.find((candidate) => candidate.value === target.value);
          if (item) onValueChange?.(item.value);
        }}
        {...chosen}
        {...useFieldControl(control)}
      >
        {placeholder !== undefined && (
          <option value="" disabled hidden>
            {placeholder}
          </option>
        )}
        {items.map((item) => (
          <option key={item.value} value={item.value} disabled={item.disabled}>
            {item.label}
          </option>
        ))}
      </select>
      <ChevronsUpDown
        aria-hidden
        className="pointer-events-none absolute end-3 top-1/2 size-3.5 -translate-y-1/2 text-muted-foreground"
      />
    </div>
  );
}

function placeholderValue(placeholder: string | undefined) {
  return placeholder === undefined ? undefined : '';
}
