'use client';

import { Input as BaseInput } from '@base-ui/react/input';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';
import { controlVariants } from './control-styles';
import type { Styled } from './styled-props';

export type InputProps = Omit<Styled<ComponentProps<typeof BaseInput>>, 'size' | 'prefix'> & {
  size?: 'sm' | 'md' | undefined;
  /** An icon inside the box, at its start. */
  icon?: ReactNode;
  /** A small control inside the box, at its end: clear, reveal … */
  end?: ReactNode;
};

/** Inside a `Field` it takes its name, hint and error from there. Works with `register()` of react-hook-form. */
export function Input({ size, icon, end, className, ...props }: InputProps) {
  const box = cn(controlVariants({ size }), icon && 'ps-9', end && 'pe-11', className);
  if (!icon && !end) return <BaseInput data-slot="input" className={box} {...props} />;
  return (
    <div data-slot="input-group" className="relative w-full">
      {icon && (
        <span className="pointer-events-none absolute inset-y-0 start-3 flex items-center text-muted-foreground [&_svg]:size-4">
          {icon}
        </span>
      )}
      <BaseInput data-slot="input" className={box} {...props} />
      {end && <span className="absolute inset-y-0 end-1 flex items-center">{end}</span>}
    </div>
  );
}
