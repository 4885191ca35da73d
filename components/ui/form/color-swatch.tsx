'use client';

import { Check } from 'lucide-react';
import { cn } from '@/components/ui/cn';

export type ColorSwatchProps = {
  /** A CSS colour that belongs to the data, such as the line colour of a code. */
  color: string;
  /** Name of the colour; with `onSelect` the name of the button. */
  label: string;
  selected?: boolean | undefined;
  onSelect?: (() => void) | undefined;
  className?: string | undefined;
};

const dot =
  'inline-flex shrink-0 items-center justify-center rounded-full ring-1 ring-foreground/15 ring-inset';

export function ColorSwatch({ color, label, selected, onSelect, className }: ColorSwatchProps) {
  if (!onSelect) {
    return (
      <span
        role="img"
        aria-label={label}
        data-slot="color-swatch"
        className={cn(dot, 'size-4', className)}
        style={{ backgroundColor: color }}
      />
    );
  }
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={selected ?? false}
      title={label}
      onClick={onSelect}
      data-slot="color-swatch"
      className={cn(
        dot,
        'size-8 focus-ring transition-shadow max-md:size-11',
        selected && 'shadow-[0_0_0_2px_var(--surface),0_0_0_4px_var(--accent)]',
        className,
      )}
      style={{ backgroundColor: color }}
    >
      {selected && <Check aria-hidden className="size-4 text-white drop-shadow-[0_0_1.5px_black]" />}
    </button>
  );
}
