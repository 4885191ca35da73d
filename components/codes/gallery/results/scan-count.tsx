'use client';

import { useTranslations } from 'next-intl';
import type { CodeItem } from '@/lib/codes/find/query-options';

/** How often a live code was scanned; nothing for others. */
export function ScanCount({ item: { scans } }: { item: CodeItem }) {
  const t = useTranslations('codes.gallery');
  if (scans === undefined) return null;
  return (
    <span className="shrink-0 text-xs leading-5 text-muted-foreground">{t('scanned', { count: scans })}</span>
  );
}
