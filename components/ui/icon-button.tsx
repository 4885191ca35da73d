'use client';

import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './button';
import { Tooltip, type TooltipProps } from '@/components/ui/overlay/tooltip';

export type IconButtonProps = Omit<ButtonProps, 'size' | 'aria-label' | 'children'> & {
  /** Name for screen readers and text of the tooltip. */
  label: string;
  children: ReactNode;
  size?: 'icon' | 'icon-sm' | undefined;
  side?: TooltipProps['side'];
};

export function IconButton({ label, side, variant = 'ghost', size = 'icon', ...props }: IconButtonProps) {
  return (
    <Tooltip content={label} side={side}>
      <Button variant={variant} size={size} aria-label={label} {...props} />
    </Tooltip>
  );
}
