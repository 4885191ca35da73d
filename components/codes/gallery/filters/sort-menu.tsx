'use client';

import { ArrowDownUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ChoiceMenu } from './filter-menu-parts';
import type { GalleryParams } from '@/components/codes/gallery/use-gallery-params';

/** Archive, trash and what was used last have an order of their own, which can only be turned round. */
const ELSEWHERE = ['', 'oldest'] as const;

export function useSortItems({ filters }: GalleryParams) {
  const t = useTranslations('codes.gallery.sort');
  const { place } = filters;
  if (place === '')
    return [
      { value: '', label: t('newest') },
      { value: 'oldest', label: t('oldest') },
      { value: 'name', label: t('name') },
      { value: 'changed', label: t('changed') },
      { value: 'scans', label: t('scans') },
    ];
  return ELSEWHERE.map((value) => ({ value, label: t(`${place}.${value || 'newest'}`) }));
}

export function SortMenu({ params }: { params: GalleryParams }) {
  const t = useTranslations('codes.gallery.sort');
  const items = useSortItems(params);
  const chosen = items.find(({ value }) => value === params.filters.sort) ?? items[0];
  return (
    <ChoiceMenu
      label={
        <span className="flex items-center gap-1.5">
          <ArrowDownUp aria-hidden className="size-4 text-muted-foreground" />
          <span className="sr-only">{t('label')}: </span>
          <span className="truncate max-[88rem]:sr-only">{chosen?.label}</span>
        </span>
      }
      items={items}
      chosen={chosen?.value ?? ''}
      onChange={(sort) => params.setSort(sort)}
    />
  );
}
