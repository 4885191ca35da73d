'use client';

import { Check, Copy } from 'lucide-react';
import { Button, type ButtonProps } from './button';
import { Tooltip } from '@/components/ui/overlay/tooltip';
import { useCopy } from './use-copy';

export type CopyButtonProps = Omit<ButtonProps, 'children' | 'onClick' | 'value' | 'render'> & {
  text: string;
  /** “Copy path”: name of the button, tooltip of the icon form. */
  label: string;
  copiedLabel: string;
  /** Icon and label; else the icon alone. */
  showLabel?: boolean | undefined;
};

export function CopyButton({
  text,
  label,
  copiedLabel,
  showLabel,
  variant = 'ghost',
  size,
  ...props
}: CopyButtonProps) {
  const { copied, copy } = useCopy(text);
  const now = copied ? copiedLabel : label;
  const icon = copied ? <Check aria-hidden className="text-success-text" /> : <Copy aria-hidden />;
  const spoken = (
    <span aria-live="polite" className="sr-only">
      {copied ? copiedLabel : ''}
    </span>
  );
  if (showLabel) {
    return (
      <>
        <Button variant={variant} size={size ?? 'sm'} onClick={copy} {...props}>
          {icon}
          {now}
        </Button>
        {spoken}
      </>
    );
  }
  return (
    <>
      <Tooltip content={now}>
        <Button variant={variant} size={size ?? 'icon-sm'} aria-label={label} onClick={copy} {...props}>
          {icon}
        </Button>
      </Tooltip>
      {spoken}
    </>
  );
}
