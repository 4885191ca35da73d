'use client';

import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import { useEffect } from 'react';
import { toast as notices, Toaster as Sonner } from 'sonner';
import { Spinner } from '@/components/ui/spinner';
import { drawToasts } from './toast';

const icons = {
  success: <CircleCheck aria-hidden className="size-4 text-success" />,
  error: <CircleAlert aria-hidden className="size-4 text-danger" />,
  warning: <TriangleAlert aria-hidden className="size-4 text-warning" />,
  info: <Info aria-hidden className="size-4 text-info" />,
  loading: <Spinner />,
};

const classNames = {
  toast: 'rounded-lg! border-border! bg-surface-raised! font-sans! text-foreground! shadow-lg!',
  title: 'text-sm! font-medium!',
  description: 'text-[0.8125rem]! text-muted-foreground!',
  actionButton: 'h-8! rounded-sm! bg-primary! px-3! text-[0.8125rem]! text-primary-foreground!',
  cancelButton: 'h-8! rounded-sm! bg-muted! px-3! text-[0.8125rem]! text-foreground!',
};

export type ToasterProps = { theme: 'system' | 'light' | 'dark'; label: string; closeLabel: string };

/** Draws what `toast` says. Sits above the bar of a selection, and above the bottom bar on phones. */
export function Toaster({ theme, label, closeLabel }: ToasterProps) {
  useEffect(
    () =>
      drawToasts({
        draw: (kind, message, options) => void notices[kind](message, options),
        dismiss: (id) => void notices.dismiss(id),
      }),
    [],
  );
  return (
    <Sonner
      theme={theme}
      icons={icons}
      containerAriaLabel={label}
      offset={{ bottom: 92, right: 24 }}
      mobileOffset={{ bottom: 150, left: 16, right: 16 }}
      toastOptions={{ classNames, closeButtonAriaLabel: closeLabel }}
    />
  );
}
