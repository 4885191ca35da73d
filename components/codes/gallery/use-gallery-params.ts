'use client';

import { rememberPreference } from '@/components/data/preference-cookie';
import { useAddress } from '@/components/data/use-address';
import { ALL_APPS } from '@/lib/apps/all-apps';
import { CODE_SORTS, type CodeFilters } from '@/lib/codes/find/filters';
import type { Look } from '@/lib/codes/picture/look';
import {
  CODE_VIEW_COOKIE,
  readCodeFilters,
  readCodeView,
  type CodeView,
} from '@/lib/codes/find/search-params';

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
  scans: null,
};

const one = <Name extends string>(name: Name, value: string) => (value === '' ? [] : [{ name, value }]);

/** What narrows the list, one by one, beside the scope, the place, the search and the folder, each of which shows itself. */
function activeFilters(filters: CodeFilters, appIsFilter: boolean) {
  const { app, endpoint, status, cause, tag, creator, batch, from, to, scans } = filters;
  return [
    ...one('app', appIsFilter && app !== ALL_APPS ? app : ''),
    ...endpoint.map((value) => ({ name: 'endpoint' as const, value })),
    ...status.map((value) => ({ name: 'status' as const, value })),
    ...one('cause', cause),
    ...tag.map((value) => ({ name: 'tag' as const, value })),
    ...one('creator', creator),
    ...one('batch', batch),
    ...one('scans', scans),
    ...one('date', from || to),
  ];
}

export type ActiveFilter = ReturnType<typeof activeFilters>[number];

export type GalleryDefaults = {
  /** What the switcher says; null for all Mini Programs. */
  appId: string | null;
  view: CodeView;
  look: Look;
};

/** What the gallery says in the address, and the view beside it. Nothing, null and an empty list say it no more. */
export type GalleryChanges = { [Name in keyof CodeFilters]?: CodeFilters[Name] | null };

function toAddress(changes: GalleryChanges & { view?: CodeView }): Record<string, string | null> {
  return Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, `${value ?? ''}` || null]));
}

/** The gallery's state in the address. Filters push an entry into the history; typing and the view replace it. */
export function useGalleryParams(defaults: GalleryDefaults) {
  'use memo';
  const [address, setAddress] = useAddress();
  const said = Object.fromEntries(address);
  const filters = readCodeFilters(said, defaults.appId);
  // Under one Mini Program, an address that names another one widens or moves the scope; taking that away could leave less.
  const appIsFilter = defaults.appId === null;
  const active = activeFilters(filters, appIsFilter);
  const set = (changes: GalleryChanges) => setAddress(toAddress(changes), 'push');
  return {
    filters,
    view: readCodeView(said) ?? defaults.view,
    set,
    setSearch: (q: string) => setAddress(toAddress({ q })),
    setFolder: (folder: string) => set({ folder }),
    setApp: (app: string) => set({ app: app === ALL_APPS ? null : app }),
    setSort: (sort: string) => set({ sort: CODE_SORTS.find((known) => known === sort) ?? null }),
    setView: (view: CodeView) => {
      rememberPreference(CODE_VIEW_COOKIE, view);
      setAddress(toAddress({ view }));
    },
    clear: () => set(appIsFilter ? { ...NOTHING, app: null } : NOTHING),
    appIsFilter,
    active,
    narrowed: active.length > 0 || filters.q !== '' || filters.folder !== '',
  };
}

export type GalleryParams = ReturnType<typeof useGalleryParams>;
