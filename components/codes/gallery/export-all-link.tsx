'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import type { CodeCount } from '@/lib/codes/count';
import { filterParams, type CodeFilters } from '@/lib/codes/filters';

export type ExportAllLinkProps = { filters: CodeFilters; counted: CodeCount | undefined };

/** Takes all that match to the export page: the filters go along, never the ids. */
export function ExportAllLink({ filters, counted }: ExportAllLinkProps) {
  const t = useTranslations('codes.gallery.export');
  // What was deleted is restored first.
  if (filters.place === 'trash') return null;
  const total = counted?.capped ? null : counted?.count;
  const text = total ? t('allCount', { count: total }) : t('all');
  return (
    <Button
      variant="secondary"
      size="sm"
      render={
        <Link href={`/exports/new?${filterParams(filters).toString()}`} prefetch={false} title={text} />
      }
    >
      <Download aria-hidden />
      <span className="max-sm:sr-only">{text}</span>
    </Button>
  );
}
