'use client';

import { Field as BaseField } from '@base-ui/react/field';
import type { ComponentProps } from 'react';
import { cn } from './cn';
import { controlVariants } from './control-styles';

export type TextareaProps = ComponentProps<'textarea'>;

export function Textarea({ className, rows = 3, ...props }: TextareaProps) {
  return (
    <BaseField.Control
      render={
        <textarea
          data-slot="textarea"
          rows={rows}
          className={cn(
            controlVariants({ size: 'area' }),
            'field-sizing-content min-h-20 resize-y leading-6',
            className,
          )}
          {...props}
        />
      }
    />
  );
}
