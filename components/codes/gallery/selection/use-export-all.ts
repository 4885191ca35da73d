'use client';

import { useTranslations } from 'next-intl';
import type { CodeCount } from '@/lib/codes/find/count';
import { filterParams, type CodeFilters } from '@/lib/codes/find/filters';

export type ExportAllProps = { filters: CodeFilters; counted: CodeCount | undefined };

/** The way to the export page for all that match: as filters, never as ids. */
export function useExportAll({ filters, counted }: ExportAllProps) {
  const t = useTranslations('codes.gallery.export');
  const total = counted?.capped ? null : counted?.count;
  return {
    // What was deleted is restored first.
    canExport: filters.place !== 'trash',
    href: `/exports/new?${filterParams(filters).toString()}` as const,
    short: t('short'),
    text: total ? t('allCount', { count: total }) : t('all'),
  };
}
