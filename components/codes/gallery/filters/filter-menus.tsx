'use client';

import { useTranslations } from 'next-intl';
import { TagDot } from '@/components/codes/tags/tag-dot';
import { useTags } from '@/components/codes/tags/use-tags';
import type { CodeFacet } from '@/lib/codes/find/filters';
import { CODE_STATUSES } from '@/lib/codes/limits';
import { ALL_APPS } from '@/lib/codes/find/search-params';
import { ENDPOINTS } from '@/lib/wechat/rules/limits';
import { CheckMenu, ChoiceMenu, DateMenu } from './filter-menu-parts';
import type { GalleryOptions } from '@/components/codes/gallery/gallery-options';
import type { GalleryParams } from '@/components/codes/gallery/use-gallery-params';
import type { FilterItem } from './filter-popups';

export type FilterProps = { params: GalleryParams; options: GalleryOptions };

/** What each filter can be set to; “all” comes first. */
export function useFilterItems({ apps, creators }: GalleryOptions) {
  const t = useTranslations('codes.gallery');
  const endpointName = useTranslations('codes.endpoints');
  const tags = useTags();
  const named = ({ id, name }: { id: string; name: string }): FilterItem<string> => ({
    value: id,
    label: name,
  });
  return {
    apps: [{ value: ALL_APPS, label: t('filters.allApps') }, ...apps.map(named)],
    endpoints: ENDPOINTS.map((value) => ({ value, label: endpointName(`${value}.short`) })),
    statuses: CODE_STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
    tags: tags.map(({ id, name, color }) => ({ value: id, label: name, icon: <TagDot color={color} /> })),
    creators: [{ value: '', label: t('filters.anyone') }, ...creators.map(named)],
  };
}

/** The filters beside the search on wide screens; the same ones as in the sheet of phones. */
export function FilterMenus({ params, options }: FilterProps) {
  const t = useTranslations('codes.gallery.filters');
  const { filters, set } = params;
  const items = useFilterItems(options);
  const counted = (facet: CodeFacet) => ({ facet, filters });
  return (
    <>
      {options.apps.length > 1 && (
        <ChoiceMenu
          label={
            <>
              <span className="sr-only">{t('app')}: </span>
              {items.apps.find(({ value }) => value === filters.app)?.label ?? t('gone')}
            </>
          }
          counted={counted('app')}
          items={items.apps}
          chosen={filters.app}
          onChange={params.setApp}
        />
      )}
      <CheckMenu
        label={t('endpoint')}
        counted={counted('endpoint')}
        items={items.endpoints}
        chosen={filters.endpoint}
        onChange={(endpoint) => set({ endpoint })}
      />
      <CheckMenu
        label={t('status')}
        counted={counted('status')}
        items={items.statuses}
        chosen={filters.status}
        onChange={(status) => set({ status })}
      />
      {items.tags.length > 0 && (
        <CheckMenu
          label={t('tag')}
          counted={counted('tag')}
          items={items.tags}
          chosen={filters.tag}
          onChange={(tag) => set({ tag })}
        />
      )}
      {options.creators.length > 1 && (
        <ChoiceMenu
          label={t('creator')}
          count={filters.creator ? 1 : 0}
          counted={counted('creator')}
          items={items.creators}
          chosen={filters.creator}
          onChange={(creator) => set({ creator })}
        />
      )}
      <DateMenu label={t('date')} value={{ from: filters.from, to: filters.to }} onChange={set} />
    </>
  );
}
