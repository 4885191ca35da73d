'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useDayRangeText } from '@/components/data/use-day-range-text';
import { useFailureTitle } from '@/components/codes/detail/use-failure-title';
import { useTags } from '@/components/codes/tags/use-tags';
import { Button } from '@/components/ui/button';
import { ALL_APPS } from '@/lib/apps/all-apps';
import { asFailureKey } from '@/lib/codes/generate/failure-key';
import type { FilterProps } from './use-filters';

type Chip = { key: string; label: string; remove: () => void };

/** Of the codes that failed for one cause, as the overview leads to them. */
function useCauseChip({ filters, set }: FilterProps['params']): Chip[] {
  const t = useTranslations('codes.gallery.filters');
  const titleOf = useFailureTitle();
  if (!filters.cause) return [];
  const known = asFailureKey(filters.cause);
  const cause = known ? titleOf(known) : t('gone');
  return [{ key: 'cause', label: t('ofCause', { cause }), remove: () => set({ cause: null }) }];
}

function useFilterChips({ params, options }: FilterProps): Chip[] {
  const t = useTranslations('codes.gallery');
  const endpointName = useTranslations('codes.endpoints');
  const dateText = useDayRangeText();
  const tags = useTags();
  const cause = useCauseChip(params);
  const { filters, set } = params;
  const appName = () => options.apps.find(({ id }) => id === filters.app)?.name ?? t('filters.goneApp');
  const nameOf = (list: { id: string; name: string }[], id: string) =>
    list.find((entry) => entry.id === id)?.name ?? t('filters.gone');
  const app: Chip[] =
    params.appIsFilter && filters.app !== ALL_APPS
      ? [{ key: 'app', label: appName(), remove: () => set({ app: null }) }]
      : [];
  const creator: Chip[] = filters.creator
    ? [
        {
          key: 'creator',
          label: t('filters.by', { name: nameOf(options.creators, filters.creator) }),
          remove: () => set({ creator: null }),
        },
      ]
    : [];
  const batch: Chip[] = filters.batch
    ? [
        {
          key: 'batch',
          label: t('filters.ofBatch', {
            name: nameOf(options.batch ? [options.batch] : [], filters.batch),
          }),
          remove: () => set({ batch: null }),
        },
      ]
    : [];
  const dates: Chip[] =
    filters.from || filters.to
      ? [{ key: 'date', label: dateText(filters), remove: () => set({ from: null, to: null }) }]
      : [];
  return [
    ...app,
    ...filters.endpoint.map((value) => ({
      key: value,
      label: endpointName(`${value}.short`),
      remove: () => set({ endpoint: filters.endpoint.filter((other) => other !== value) }),
    })),
    ...filters.status.map((value) => ({
      key: value,
      label: t(`status.${value}`),
      remove: () => set({ status: filters.status.filter((other) => other !== value) }),
    })),
    ...cause,
    ...filters.tag.map((id) => ({
      key: id,
      label: t('filters.tagged', { name: nameOf(tags, id) }),
      remove: () => set({ tag: filters.tag.filter((other) => other !== id) }),
    })),
    ...creator,
    ...batch,
    ...dates,
  ];
}

/** What narrows the list, each with a way to take it off again. */
export function FilterChips({ params, options }: FilterProps) {
  const t = useTranslations();
  const chips = useFilterChips({ params, options });
  if (chips.length === 0) return null;
  return (
    <ul aria-label={t('codes.gallery.filters.active')} className="flex flex-wrap items-center gap-1.5">
      {chips.map(({ key, label, remove }) => (
        <li key={key} className="max-w-full">
          <button
            type="button"
            onClick={remove}
            aria-label={t('codes.gallery.filters.remove', { filter: label })}
            className="flex h-7 max-w-full items-center gap-1.5 rounded-full border border-border bg-surface ps-3 pe-2 text-[0.8125rem] focus-ring transition-colors hover:bg-muted max-md:h-11"
          >
            <span className="truncate">{label}</span>
            <X aria-hidden className="size-3.5 shrink-0 text-muted-foreground" />
          </button>
        </li>
      ))}
      <li>
        <Button variant="ghost" size="sm" className="h-7 px-2 text-muted-foreground" onClick={params.clear}>
          {t('common.clearFilters')}
        </Button>
      </li>
    </ul>
  );
}
