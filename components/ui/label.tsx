import type { ComponentProps } from 'react';
import { cn } from './cn';

/** For controls outside a `Field`. */
export function Label({ className, htmlFor, ...props }: ComponentProps<'label'>) {
  return (
    <label
      data-slot="label"
      htmlFor={htmlFor}
      className={cn('text-sm leading-6 font-medium', className)}
      {...props}
    />
  );
}
