'use client';

import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { CopyButton } from '@/components/ui/copy-button';

/** What an operator sends to the administrator, who finds the line in the log with it. */
export function RequestId({ id, className }: { id: string; className?: string | undefined }) {
  const t = useTranslations('common');
  return (
    <p className={cn('inline-flex items-center gap-1 text-xs text-muted-foreground', className)}>
      {t('error.requestId')} <code className="font-mono">{id}</code>
      <CopyButton text={id} label={t('error.copyRequestId')} copiedLabel={t('copied')} />
    </p>
  );
}
