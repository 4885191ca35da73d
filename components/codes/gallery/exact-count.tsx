'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { CodeFilters } from '@/lib/codes/find/filters';
import { codeCountOptions, exactCountOptions } from '@/lib/codes/find/query-options';

/** Beside a number that is not exact: the way to have it counted. */
export function ExactCount({ filters }: { filters: CodeFilters }) {
  const t = useTranslations('codes.gallery');
  const counted = useQuery(codeCountOptions(filters));
  const exact = useQuery(exactCountOptions(filters));
  const isExact = counted.data && !counted.data.capped && !counted.data.estimated;
  if (!counted.data || isExact || exact.data) return null;
  return (
    <Button
      variant="ghost"
      size="sm"
      className="text-muted-foreground"
      pending={exact.isFetching}
      onClick={() => void exact.refetch()}
    >
      {t('countExactly')}
    </Button>
  );
}
