'use client';

import { Minus, Plus } from 'lucide-react';
import type { ComponentProps, KeyboardEvent, Ref } from 'react';
import { cn } from '@/components/ui/cn';
import { controlVariants } from './control-styles';
import { useFieldControl } from './field-context';

export type NumberInputProps = Pick<ComponentProps<'input'>, 'id' | 'name' | 'disabled' | 'onBlur'> & {
  value: number | null;
  /** Null while the box is empty or holds no number. */
  onValueChange: (value: number | null) => void;
  decreaseLabel: string;
  increaseLabel: string;
  /** Where the buttons and arrow keys stop. What is typed is not changed: that is for the form to explain. */
  min?: number | undefined;
  max?: number | undefined;
  step?: number | undefined;
  unit?: string | undefined;
  inputRef?: Ref<HTMLInputElement> | undefined;
  className?: string | undefined;
};

const stepper =
  'flex w-9 shrink-0 items-center justify-center text-muted-foreground transition-colors hover:bg-muted hover:text-foreground disabled:opacity-40 max-md:w-11 [&_svg]:size-3.5';

/** The browser's own number box, without thousands separators: what is shown is what is sent. */
export function NumberInput(props: NumberInputProps) {
  const { value, onValueChange, decreaseLabel, increaseLabel, unit, className, ...rest } = props;
  const { min = 0, max = Infinity, step = 1, inputRef, ...control } = rest;
  const at = value ?? 0;
  const decrease = () => onValueChange(Math.max(min, at - step));
  const increase = () => onValueChange(Math.min(max, at + step));
  const stepByKey = (event: KeyboardEvent) => {
    const move = { ArrowUp: increase, ArrowDown: decrease }[event.key];
    if (!move) return;
    // The browser's own steps go to the next multiple, which makes 350 of 344.
    event.preventDefault();
    move();
  };
  return (
    <div
      data-slot="number-input"
      className={cn(
        controlVariants(),
        'flex max-w-60 overflow-hidden px-0 focus-within:outline-ring has-[input:disabled]:bg-muted has-[input:disabled]:text-muted-foreground',
        className,
      )}
    >
      {/* The arrow keys do what the buttons do, so the buttons are no stops of the Tab key. */}
      <button
        type="button"
        tabIndex={-1}
        aria-label={decreaseLabel}
        disabled={control.disabled || at <= min}
        onClick={decrease}
        className={cn(stepper, 'border-e border-border')}
      >
        <Minus aria-hidden />
      </button>
      <input
        ref={inputRef}
        type="number"
        inputMode="numeric"
        step="any"
        value={value ?? ''}
        onChange={({ target }) => onValueChange(target.value === '' ? null : target.valueAsNumber)}
        onKeyDown={stepByKey}
        // Scrolling the page with the pointer over the box would turn its number.
        onWheel={(event) => event.currentTarget.blur()}
        className="w-full min-w-0 flex-1 [appearance:textfield] bg-transparent px-2 text-center outline-none [&::-webkit-inner-spin-button]:appearance-none"
        {...useFieldControl(control)}
      />
      {unit && <span className="flex items-center pe-3 text-muted-foreground">{unit}</span>}
      <button
        type="button"
        tabIndex={-1}
        aria-label={increaseLabel}
        disabled={control.disabled || at >= max}
        onClick={increase}
        className={cn(stepper, 'border-s border-border')}
      >
        <Plus aria-hidden />
      </button>
    </div>
  );
}
