import { ALL_APPS } from '@/lib/apps/all-apps';
import { toStorable } from '@/lib/input/text';

export const LIST_SEARCH_MAX_CHARS = 100;

/** What a list of work is narrowed by: a Mini Program or ALL_APPS, one of its tabs, and a search. */
export type ListParams<Tab extends string> = { app: string; tab: Tab; q: string };

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/**
 * What an address says; whatever it cannot mean is as if it said nothing.
 * @param tabs the first one is where nothing is said
 */
export function readListParams<Tab extends string>(
  params: { app?: unknown; tab?: unknown; q?: unknown },
  tabs: readonly [Tab, ...Tab[]],
): ListParams<Tab> {
  const q = toStorable(textOf(params.q).slice(0, LIST_SEARCH_MAX_CHARS)).trim();
  return { app: textOf(params.app) || ALL_APPS, tab: tabs.find((tab) => tab === params.tab) ?? tabs[0], q };
}

/** The other side of `readListParams`: what is as usual is not said. */
export function listQuery<Tab extends string>(
  { app, tab, q }: ListParams<Tab>,
  tabs: readonly [Tab, ...Tab[]],
): URLSearchParams {
  const said = new URLSearchParams();
  if (app !== ALL_APPS) said.set('app', app);
  if (tab !== tabs[0]) said.set('tab', tab);
  if (q !== '') said.set('q', q);
  return said;
}
