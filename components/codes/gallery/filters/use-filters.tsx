'use client';

import { useTranslations } from 'next-intl';
import { TagDot } from '@/components/codes/tags/tag-dot';
import { useTags } from '@/components/codes/tags/use-tags';
import type { GalleryOptions } from '@/components/codes/gallery/gallery-options';
import type { GalleryParams } from '@/components/codes/gallery/use-gallery-params';
import type { CodeFacet } from '@/lib/codes/find/filters';
import { ALL_APPS } from '@/lib/apps/all-apps';
import { CODE_STATUSES } from '@/lib/codes/limits';
import { ENDPOINTS } from '@/lib/wechat/rules/limits';
import type { Counted, DateRange, FilterItem } from './filter-popups';

export type FilterProps = { params: GalleryParams; options: GalleryOptions };

type OneOf = {
  kind: 'one';
  id: 'app' | 'creator';
  items: FilterItem<string>[];
  chosen: string;
  onChange: (chosen: string) => void;
  counted: Counted;
};

type AnyOf = {
  kind: 'any';
  id: 'endpoint' | 'status' | 'tag';
  items: FilterItem<string>[];
  chosen: readonly string[];
  onToggle: (value: string, checked: boolean) => void;
  counted: Counted;
};

type Dates = { kind: 'dates'; id: 'date'; value: DateRange; onChange: (range: DateRange) => void };

/** One filter: what it can be set to (“all” comes first), what it is set to, and how it is set. */
export type Filter = { label: string } & (OneOf | AnyOf | Dates);

type AnyOfProps<Value extends string> = {
  id: AnyOf['id'];
  items: FilterItem<Value>[];
  chosen: readonly Value[];
  set: (chosen: Value[]) => void;
};

/** The filters that make sense here, in their order: menus beside the search on wide screens, groups of a sheet on phones. */
export function useFilters({ params, options: { apps, creators } }: FilterProps): Filter[] {
  const t = useTranslations('codes.gallery');
  const endpointName = useTranslations('codes.endpoints');
  const tags = useTags();
  const { filters, set } = params;
  const counted = (facet: CodeFacet) => ({ facet, filters });
  const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });

  // The values stand in the order of the items, however they were ticked.
  const anyOf = <Value extends string>({ id, items, chosen, set: choose }: AnyOfProps<Value>): Filter => ({
    kind: 'any',
    id,
    label: t(`filters.${id}`),
    items,
    chosen,
    counted: counted(id),
    onToggle: (value, checked) =>
      choose(
        items
          .map((item) => item.value)
          .filter((known) => (known === value ? checked : chosen.includes(known))),
      ),
  });
  const app: Filter = {
    kind: 'one',
    id: 'app',
    label: t('filters.app'),
    counted: counted('app'),
    items: [{ value: ALL_APPS, label: t('filters.allApps') }, ...apps.map(named)],
    chosen: filters.app,
    onChange: params.setApp,
  };
  const endpoint = anyOf({
    id: 'endpoint',
    items: ENDPOINTS.map((value) => ({ value, label: endpointName(`${value}.short`) })),
    chosen: filters.endpoint,
    set: (chosen) => set({ endpoint: chosen }),
  });
  const status = anyOf({
    id: 'status',
    items: CODE_STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
    chosen: filters.status,
    set: (chosen) => set({ status: chosen }),
  });
  const tag = anyOf({
    id: 'tag',
    items: tags.map(({ id, name, color }) => ({ value: id, label: name, icon: <TagDot color={color} /> })),
    chosen: filters.tag,
    set: (chosen) => set({ tag: chosen }),
  });
  const creator: Filter = {
    kind: 'one',
    id: 'creator',
    label: t('filters.creator'),
    counted: counted('creator'),
    items: [{ value: '', label: t('filters.anyone') }, ...creators.map(named)],
    chosen: filters.creator,
    onChange: (chosen: string) => set({ creator: chosen }),
  };
  const date: Filter = {
    kind: 'dates',
    id: 'date',
    label: t('filters.date'),
    value: { from: filters.from, to: filters.to },
    onChange: set,
  };
  return [
    ...(params.appIsFilter && apps.length > 1 ? [app] : []),
    endpoint,
    status,
    ...(tags.length > 0 ? [tag] : []),
    ...(creators.length > 1 ? [creator] : []),
    date,
  ];
}
