'use client';

import { NumberField } from '@base-ui/react/number-field';
import { Minus, Plus } from 'lucide-react';
import { cn } from './cn';
import { controlVariants } from './control-styles';

export type NumberInputProps = {
  value: number | null;
  onValueChange: (value: number | null) => void;
  decreaseLabel: string;
  increaseLabel: string;
  min?: number | undefined;
  max?: number | undefined;
  step?: number | undefined;
  unit?: string | undefined;
  name?: string | undefined;
  id?: string | undefined;
  disabled?: boolean | undefined;
  onBlur?: (() => void) | undefined;
  className?: string | undefined;
};

const stepper =
  'flex w-9 max-md:w-11 items-center justify-center text-muted-foreground transition-colors hover:bg-muted hover:text-foreground data-disabled:opacity-40 [&_svg]:size-3.5';

export function NumberInput(props: NumberInputProps) {
  const { decreaseLabel, increaseLabel, unit, onBlur, className, ...root } = props;
  return (
    <NumberField.Root data-slot="number-input" {...root} className={cn('w-full', className)}>
      <NumberField.Group
        className={cn(controlVariants(), 'relative flex overflow-hidden px-0 focus-within:outline-ring')}
      >
        <NumberField.Decrement aria-label={decreaseLabel} className={cn(stepper, 'border-e border-border')}>
          <Minus aria-hidden />
        </NumberField.Decrement>
        <NumberField.Input
          onBlur={onBlur}
          className="w-full min-w-0 flex-1 bg-transparent px-2 text-center outline-none"
        />
        {unit && <span className="flex items-center pe-3 text-muted-foreground">{unit}</span>}
        <NumberField.Increment aria-label={increaseLabel} className={cn(stepper, 'border-s border-border')}>
          <Plus aria-hidden />
        </NumberField.Increment>
      </NumberField.Group>
    </NumberField.Root>
  );
}
