'use client';

import { Select as BaseSelect } from '@base-ui/react/select';
import { Check, ChevronsUpDown } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { cn } from './cn';
import { controlVariants } from './control-styles';
import { popupItem, popupSurface } from './popup-styles';

export type SelectItem<Value extends string = string> = {
  value: Value;
  label: string;
  description?: ReactNode;
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
  inputRef?: Ref<HTMLInputElement> | undefined;
  onBlur?: (() => void) | undefined;
  className?: string | undefined;
};

export function Select<Value extends string>(props: SelectProps<Value>) {
  const {
    items,
    onValueChange,
    placeholder,
    size,
    className,
    onBlur,
    'aria-label': ariaLabel,
    ...root
  } = props;
  return (
    <BaseSelect.Root
      {...root}
      items={items}
      modal={false}
      onValueChange={(value) => value !== null && onValueChange?.(value)}
    >
      <BaseSelect.Trigger
        data-slot="select"
        aria-label={ariaLabel}
        onBlur={onBlur}
        className={cn(
          controlVariants({ size }),
          'flex cursor-pointer items-center justify-between gap-2 text-start select-none',
          className,
        )}
      >
        <BaseSelect.Value
          placeholder={placeholder}
          className="truncate data-placeholder:text-muted-foreground"
        />
        <BaseSelect.Icon className="text-muted-foreground">
          <ChevronsUpDown aria-hidden className="size-3.5" />
        </BaseSelect.Icon>
      </BaseSelect.Trigger>
      <BaseSelect.Portal>
        <BaseSelect.Positioner sideOffset={6} alignItemWithTrigger={false} className="z-50 outline-none">
          <BaseSelect.Popup className={cn(popupSurface, 'max-w-[calc(100vw-2rem)] min-w-(--anchor-width)')}>
            <BaseSelect.List className="max-h-[min(var(--available-height),20rem)] overflow-y-auto p-1">
              {items.map((item) => (
                <SelectRow key={item.value} item={item} />
              ))}
            </BaseSelect.List>
          </BaseSelect.Popup>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  );
}

function SelectRow({ item }: { item: SelectItem }) {
  return (
    <BaseSelect.Item
      value={item.value}
      label={item.label}
      disabled={item.disabled}
      className={cn(popupItem, 'pe-2')}
    >
      <span className="flex min-w-0 flex-1 flex-col">
        <BaseSelect.ItemText>{item.label}</BaseSelect.ItemText>
        {item.description && <span className="text-xs text-muted-foreground">{item.description}</span>}
      </span>
      <span className="flex w-4 justify-end">
        <BaseSelect.ItemIndicator>
          <Check aria-hidden className="size-4 text-accent-text" />
        </BaseSelect.ItemIndicator>
      </span>
    </BaseSelect.Item>
  );
}
