'use client';

import { useId, type ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { useFieldGroup } from './field-context';

export type RadioCardItem<Value extends string> = {
  value: Value;
  title: ReactNode;
  description?: ReactNode;
  /** Above the title. */
  icon?: ReactNode;
  disabled?: boolean | undefined;
  /** Facts under the description: limits, an example … */
  facts?: ReactNode;
};

export type RadioCardGroupProps<Value extends string> = {
  items: readonly RadioCardItem<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  /** Needed when no `Field group` label names it. */
  'aria-label'?: string | undefined;
  className?: string | undefined;
};

/** Large selectable cards over the browser's own radio buttons; on phones only the chosen one is large. Lay them out with `className`: `sm:grid-cols-3` … */
export function RadioCardGroup<Value extends string>(props: RadioCardGroupProps<Value>) {
  const { items, value, onValueChange, className } = props;
  const name = useId();
  return (
    <div
      role="radiogroup"
      data-slot="radio-card-group"
      className={cn('grid gap-3', className)}
      {...useFieldGroup(props['aria-label'])}
    >
      {items.map((item) => (
        <RadioCard
          key={item.value}
          item={item}
          name={name}
          checked={item.value === value}
          onChoose={() => onValueChange(item.value)}
        />
      ))}
    </div>
  );
}

type RadioCardProps = {
  item: RadioCardItem<string>;
  name: string;
  checked: boolean;
  onChoose: () => void;
};

function RadioCard({ item, name, checked, onChoose }: RadioCardProps) {
  const { value, title, description, icon, disabled, facts } = item;
  const id = useId();
  return (
    <label
      data-slot="radio-card"
      className={cn(
        'group/card relative flex cursor-pointer flex-col gap-1 rounded-lg border border-border bg-surface p-4 shadow-xs max-md:py-3',
        'transition-[border-color,background-color,box-shadow] duration-150 hover:border-input',
        'has-checked:border-accent has-checked:bg-accent-subtle/60 has-checked:shadow-[inset_0_0_0_1px_var(--accent)]',
        'has-disabled:cursor-not-allowed has-disabled:opacity-55',
      )}
    >
      <input
        type="radio"
        name={name}
        value={value}
        checked={checked}
        disabled={disabled}
        onChange={onChoose}
        aria-labelledby={`${id}title`}
        aria-describedby={description || facts ? `${id}text` : undefined}
        className="peer absolute inset-0 cursor-[inherit] appearance-none rounded-lg focus-ring"
      />
      {icon && (
        <span className="mb-1 text-muted-foreground group-has-checked/card:text-accent-text max-md:hidden [&_svg]:size-5">
          {icon}
        </span>
      )}
      <span id={`${id}title`} className="pe-6 font-medium">
        {title}
      </span>
      <span
        id={`${id}text`}
        className="flex flex-1 flex-col gap-1 max-md:hidden max-md:group-has-checked/card:flex"
      >
        {description && (
          <span className="text-[0.8125rem] leading-5 text-muted-foreground">{description}</span>
        )}
        {facts}
      </span>
      <span
        aria-hidden
        className="absolute end-4 top-4.5 flex size-4 items-center justify-center rounded-full border border-input bg-surface peer-checked:border-accent peer-checked:bg-accent max-md:top-3.5"
      >
        <span className="size-1.5 rounded-full bg-accent-foreground opacity-0 group-has-checked/card:opacity-100" />
      </span>
    </label>
  );
}
