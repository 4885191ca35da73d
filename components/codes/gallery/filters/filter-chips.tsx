'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTags } from '@/components/codes/tags/use-tags';
import { useDayRangeText } from '@/components/data/texts/use-day-range-text';
import { useFailureTitle } from '@/components/data/texts/use-failure-title';
import { Button } from '@/components/ui/button';
import type { ActiveFilter, GalleryChanges } from '@/components/codes/gallery/use-gallery-params';
import type { CodeFilters } from '@/lib/codes/find/filters';
import { asFailureKey } from '@/lib/codes/generate/failure-key';
import type { FilterProps } from './use-filters';

function useFilterLabel({ params, options }: FilterProps): (filter: ActiveFilter) => string {
  const t = useTranslations('codes.gallery');
  const endpointName = useTranslations('codes.endpoints');
  const dateText = useDayRangeText();
  const failureTitle = useFailureTitle();
  const tags = useTags();
  const nameOf = (list: { id: string; name: string }[], id: string, gone = t('filters.gone')) =>
    list.find((entry) => entry.id === id)?.name ?? gone;
  const causeOf = (cause: string) => {
    const known = asFailureKey(cause);
    return known ? failureTitle(known) : t('filters.gone');
  };
  return ({ name, value }) => {
    switch (name) {
      case 'app':
        return nameOf(options.apps, value, t('filters.goneApp'));
      case 'endpoint':
        return endpointName(`${value}.short`);
      case 'status':
        return t(`status.${value}`);
      case 'cause':
        return t('filters.ofCause', { cause: causeOf(value) });
      case 'tag':
        return t('filters.tagged', { name: nameOf(tags, value) });
      case 'creator':
        return t('filters.by', { name: nameOf(options.creators, value) });
      case 'scans':
        return t('filters.neverScanned');
      case 'batch':
        return t('filters.ofBatch', {
          name: nameOf(
            [options.batch].filter((batch) => batch !== null),
            value,
          ),
        });
      case 'date':
        return dateText(params.filters);
    }
  };
}

/** What the address says without one of them. */
function without({ endpoint, status, tag }: CodeFilters, { name, value }: ActiveFilter): GalleryChanges {
  switch (name) {
    case 'endpoint':
      return { endpoint: endpoint.filter((other) => other !== value) };
    case 'status':
      return { status: status.filter((other) => other !== value) };
    case 'tag':
      return { tag: tag.filter((other) => other !== value) };
    case 'date':
      return { from: null, to: null };
    default:
      return { [name]: null };
  }
}

/** What narrows the list, each with a way to take it off again. */
export function FilterChips({ params, options }: FilterProps) {
  const t = useTranslations();
  const labelOf = useFilterLabel({ params, options });
  if (params.active.length === 0) return null;
  return (
    <ul aria-label={t('codes.gallery.filters.active')} className="flex flex-wrap items-center gap-1.5">
      {params.active.map((filter) => (
        <FilterChip
          key={`${filter.name} ${filter.value}`}
          label={labelOf(filter)}
          onRemove={() => params.set(without(params.filters, filter))}
        />
      ))}
      <li>
        <Button variant="ghost" size="sm" className="h-7 px-2 text-muted-foreground" onClick={params.clear}>
          {t('common.clearFilters')}
        </Button>
      </li>
    </ul>
  );
}

function FilterChip({ label, onRemove }: { label: string; onRemove: () => void }) {
  const t = useTranslations('codes.gallery.filters');
  return (
    <li className="max-w-full">
      <button
        type="button"
        onClick={onRemove}
        aria-label={t('remove', { filter: label })}
        className="flex h-7 max-w-full items-center gap-1.5 rounded-full border border-border bg-surface ps-3 pe-2 text-[0.8125rem] focus-ring transition-colors hover:bg-muted max-md:h-11"
      >
        <span className="truncate">{label}</span>
        <X aria-hidden className="size-3.5 shrink-0 text-muted-foreground" />
      </button>
    </li>
  );
}
