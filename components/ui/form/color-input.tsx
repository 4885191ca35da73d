'use client';

import { useState } from 'react';
import { cn } from '@/components/ui/cn';
import { controlVariants } from './control-styles';
import { useFieldControl } from './field-context';

export type ColorInputProps = {
  /** #rrggbb */
  value: string;
  onValueChange: (color: string) => void;
  /** Of the button that opens the browser's own picker. */
  pickLabel: string;
  disabled?: boolean | undefined;
  id?: string | undefined;
  className?: string | undefined;
};

const HEX = /^#?([0-9a-f]{6})$/i;

/** A colour as it is typed, beside the browser's own picker. */
export function ColorInput({
  value,
  onValueChange,
  pickLabel,
  disabled,
  className,
  ...control
}: ColorInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const take = (text: string) => {
    const [, hex] = HEX.exec(text.trim()) ?? [];
    setTyped(hex ? null : text);
    if (hex) onValueChange(`#${hex.toLowerCase()}`);
  };
  return (
    <div
      data-slot="color-input"
      className={cn(
        controlVariants(),
        'flex max-w-60 overflow-hidden px-0 focus-within:outline-ring',
        className,
      )}
    >
      <input
        type="color"
        aria-label={pickLabel}
        value={value}
        disabled={disabled}
        onChange={({ target }) => onValueChange(target.value)}
        className="h-full w-10 shrink-0 cursor-pointer border-e border-border bg-transparent p-1.5 max-md:w-12"
      />
      <input
        type="text"
        value={typed ?? value}
        disabled={disabled}
        onChange={({ target }) => take(target.value)}
        onBlur={() => setTyped(null)}
        maxLength={7}
        autoComplete="off"
        spellCheck={false}
        className="w-full min-w-0 flex-1 bg-transparent px-2 font-mono outline-none"
        {...useFieldControl(control)}
      />
    </div>
  );
}
