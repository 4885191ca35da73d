'use client';

import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { controlVariants } from './control-styles';
import { useFieldControl } from './field-context';

export type InputProps = Omit<ComponentProps<'input'>, 'size' | 'prefix'> & {
  size?: 'sm' | 'md' | undefined;
  /** An icon inside the box, at its start. */
  icon?: ReactNode;
  /** A small control inside the box, at its end: clear, reveal … What comes and goes is false or null meanwhile. */
  end?: ReactNode;
};

/** Inside a `Field` it takes its name, hint and error from there. Works with `register()` of react-hook-form. */
export function Input({ size, icon, end, className, ...props }: InputProps) {
  const box = cn(controlVariants({ size }), icon && 'ps-9', end && 'pe-11 max-md:pe-13', className);
  const control = <input data-slot="input" className={box} {...useFieldControl(props)} />;
  // Also around an end that is not there yet: a box that is drawn anew loses the focus of whoever types.
  if (icon === undefined && end === undefined) return control;
  return (
    <div data-slot="input-group" className="relative w-full">
      {icon && (
        <span className="pointer-events-none absolute inset-y-0 start-3 flex items-center text-muted-foreground [&_svg]:size-4">
          {icon}
        </span>
      )}
      {control}
      {end && <span className="absolute inset-y-0 end-1 flex items-center">{end}</span>}
    </div>
  );
}
