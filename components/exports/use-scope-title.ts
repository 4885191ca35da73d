'use client';

import { useTranslations } from 'next-intl';
import type { CodeFilters } from '@/lib/codes/filters';
import type { ScopeSummary } from '@/lib/exports/export-types';

function narrows({ app, ...filters }: CodeFilters): boolean {
  return (app !== '' && app !== 'all') || Object.values(filters).some((value) => value.length > 0);
}

/** “12 selected codes”, “Batch “Tables””. */
export function useScopeTitle(): (scope: ScopeSummary) => string {
  const t = useTranslations('exports');
  return (scope) => {
    if (scope.kind === 'selection') return t('scope.selection', { count: scope.count });
    if (scope.kind === 'batch') return t('scope.batch', { name: scope.name });
    const { q, from, to } = scope.filters;
    if (!narrows(scope.filters)) return t('scope.all');
    const details = [
      q && t('filters.q', { q }),
      from && t('filters.from', { day: from }),
      to && t('filters.to', { day: to }),
    ];
    return [t('scope.filter'), ...details].filter(Boolean).join(' · ');
  };
}
