'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { CodeCount } from '@/lib/codes/find/count';
import type { CodeFilters } from '@/lib/codes/find/filters';
import { codeCountOptions, exactCountOptions } from '@/lib/codes/find/query-options';

function useCountText() {
  const t = useTranslations('codes.gallery');
  return ({ count, capped, estimated }: CodeCount) => {
    if (capped) return t('countCapped', { count });
    if (!estimated) return t('count', { count });
    return count === 0 ? t('countRare') : t('countEstimated', { count });
  };
}

/** “123 codes”, “about 1,200 codes”, “10,000+ codes”; empty until counted. The exact count, once asked for, wins. */
export function useCounted(filters: CodeFilters): { counted: CodeCount | undefined; text: string } {
  const textOf = useCountText();
  const counted = useQuery(codeCountOptions(filters));
  const exact = useQuery(exactCountOptions(filters));
  const known = exact.data ?? counted.data;
  return { counted: known, text: known ? textOf(known) : '' };
}

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
