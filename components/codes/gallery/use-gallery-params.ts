'use client';

import { useQueryStates, type Options } from 'nuqs';
import { rememberPreference } from '@/components/data/preference-cookie';
import { ALL_APPS } from '@/lib/apps/all-apps';
import { CODE_SORTS, type CodeFilters } from '@/lib/codes/find/filters';
import type { Look } from '@/lib/codes/picture/look';
import { CODE_VIEW_COOKIE, codeParams, toFilters, type CodeView } from '@/lib/codes/find/search-params';

/** Everything but the view and the Mini Program: emptied together by “clear filters”. */
const NOTHING = {
  q: null,
  endpoint: null,
  status: null,
  cause: null,
  creator: null,
  batch: null,
  from: null,
  to: null,
  tag: null,
  folder: null,
};

/** Something beside the scope and the place narrows the list. */
function narrows({ app: _app, sort: _sort, place: _place, ...rest }: CodeFilters): boolean {
  return Object.values(rest).some((value) => value.length > 0);
}

export type GalleryDefaults = {
  /** What the switcher says; null for all Mini Programs. */
  appId: string | null;
  view: CodeView;
  look: Look;
};

/** The gallery's state in the address. Filters push an entry into the history; typing and the view replace it. */
export function useGalleryParams(defaults: GalleryDefaults) {
  'use memo';
  const [params, setParams] = useQueryStates(codeParams, { history: 'push', shallow: true });
  const filters = toFilters(params, defaults.appId);
  // Under one Mini Program, an address that names another one widens or moves the scope; taking that away could leave less.
  const appIsFilter = defaults.appId === null;
  const replace: Options = { history: 'replace' };
  return {
    params,
    filters,
    view: params.view ?? defaults.view,
    set: (values: Parameters<typeof setParams>[0]) => void setParams(values),
    setSearch: (q: string) => void setParams({ q }, replace),
    setApp: (app: string) => void setParams({ app: app === ALL_APPS ? null : app }),
    setSort: (sort: string) => void setParams({ sort: CODE_SORTS.find((known) => known === sort) ?? '' }),
    setView: (view: CodeView) => {
      rememberPreference(CODE_VIEW_COOKIE, view);
      void setParams({ view }, replace);
    },
    clear: () => void setParams(appIsFilter ? { ...NOTHING, app: null } : NOTHING),
    appIsFilter,
    narrowed: narrows(filters) || (appIsFilter && filters.app !== ALL_APPS),
  };
}

export type GalleryParams = ReturnType<typeof useGalleryParams>;
