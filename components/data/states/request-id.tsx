'use client';

import { useTranslations } from 'next-intl';
import { lazy, Suspense, type ComponentType } from 'react';
import { cn } from '@/components/ui/cn';
import type { CopyButtonProps } from '@/components/ui/copy-button';

// Every page carries its fault page, which must show the ID even when nothing more can be fetched: then to be marked by hand.
const CopyButton = lazy<ComponentType<Pick<CopyButtonProps, 'text' | 'label' | 'copiedLabel'>>>(() =>
  import('@/components/ui/copy-button').then(
    (room) => ({ default: room.CopyButton }),
    () => ({ default: () => null }),
  ),
);

/** What an operator sends to the administrator, who finds the line in the log with it. */
export function RequestId({ id, className }: { id: string; className?: string | undefined }) {
  const t = useTranslations('common');
  return (
    <p className={cn('inline-flex items-center gap-1 text-xs text-muted-foreground', className)}>
      {t('error.requestId')} <code className="font-mono">{id}</code>
      <Suspense>
        <CopyButton text={id} label={t('error.copyRequestId')} copiedLabel={t('copied')} />
      </Suspense>
    </p>
  );
}
