'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
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

/** Undefined, and an empty text, until counted. The exact count, once asked for, wins. */
export type Counted = { counted: CodeCount | undefined; countText: string };

/** “123 codes”, “about 1,200 codes”, “10,000+ codes”. */
export function useCounted(filters: CodeFilters): Counted {
  const textOf = useCountText();
  const { data } = useQuery(codeCountOptions(filters));
  const exact = useQuery(exactCountOptions(filters));
  const counted = exact.data ?? data;
  return { counted, countText: counted ? textOf(counted) : '' };
}
