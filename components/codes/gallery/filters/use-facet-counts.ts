import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { ALL_APPS } from '@/lib/apps/all-apps';
import type { CodeFacet, CodeFilters } from '@/lib/codes/find/filters';
import { codeFacetOptions } from '@/lib/codes/find/query-options';

/** The values that stand for every option and not for one. */
const NOT_OPTIONS: readonly string[] = ['', ALL_APPS];

/**
 * The number beside an option, as text: exact for up to ten thousand codes, else “about 12,000”. Empty until it is known,
 * and where an estimate knows too little.
 */
export function useFacetCounts(facet: CodeFacet, filters: CodeFilters): (value: string) => string {
  const t = useTranslations('codes.gallery.filters');
  const format = useFormatter();
  const { data } = useQuery({ ...codeFacetOptions(facet, filters), placeholderData: keepPreviousData });
  return (value) => {
    if (!data || NOT_OPTIONS.includes(value)) return '';
    const count = data.counts[value];
    if (data.estimated) return count === undefined ? '' : t('about', { count });
    return format.number(count ?? 0);
  };
}
