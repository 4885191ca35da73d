'use client';

import type { ComponentProps } from 'react';
import { cn } from '@/components/ui/cn';
import { controlVariants } from './control-styles';
import { useFieldControl } from './field-context';

export type TextareaProps = ComponentProps<'textarea'>;

export function Textarea({ className, rows = 3, ...props }: TextareaProps) {
  return (
    <textarea
      data-slot="textarea"
      rows={rows}
      className={cn(
        controlVariants({ size: 'area' }),
        'field-sizing-content min-h-20 resize-y leading-6',
        className,
      )}
      {...useFieldControl(props)}
    />
  );
}
