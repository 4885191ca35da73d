'use client';

import { CloudAlert, RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { RequestId } from './request-id';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';

export type ErrorStateProps = {
  title?: ReactNode;
  text?: ReactNode;
  requestId?: string | null | undefined;
  onRetry?: (() => void) | undefined;
  retrying?: boolean | undefined;
  className?: string | undefined;
};

/** In place of a list or a card that could not be read. A whole page takes `ErrorPage`. */
export function ErrorState({ title, text, requestId, onRetry, retrying, className }: ErrorStateProps) {
  const t = useTranslations('common');
  return (
    <div
      role="alert"
      data-slot="error-state"
      className={cn('flex flex-col items-center justify-center px-6 py-14 text-center', className)}
    >
      <span
        aria-hidden
        className="flex size-12 items-center justify-center rounded-full bg-danger-subtle text-danger-text [&_svg]:size-5"
      >
        <CloudAlert />
      </span>
      <p className="mt-4 text-[0.9375rem] font-semibold">{title ?? t('error.title')}</p>
      <p className="mt-1 max-w-md text-pretty text-muted-foreground">
        {text ?? t(requestId ? 'error.text' : 'error.unexplained')}
      </p>
      {onRetry && (
        <Button variant="secondary" className="mt-6" pending={retrying} onClick={onRetry}>
          <RotateCw aria-hidden />
          {t('retry')}
        </Button>
      )}
      {requestId && <RequestId id={requestId} className="mt-5" />}
    </div>
  );
}
