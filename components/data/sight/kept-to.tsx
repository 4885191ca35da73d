'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';

type KeptToProps = { appNames: readonly string[]; className?: string };

/** Whom a thing of the team is for, where that is not everybody whom the reader works with. */
export function KeptTo({ appNames, className }: KeptToProps) {
  const t = useTranslations();
  const format = useFormatter();
  if (appNames.length === 0) return null;
  const text = t('organize.keptTo', { apps: format.list(appNames, { style: 'narrow' }) });
  return (
    <span title={text} className={cn('truncate text-xs leading-4 text-muted-foreground', className)}>
      {text}
    </span>
  );
}
