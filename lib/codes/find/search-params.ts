import { ALL_APPS } from '@/lib/apps/all-apps';
import { isDay, toStorable } from '@/lib/input/text';
import { ENDPOINTS } from '@/lib/wechat/rules/limits';
import { CODE_PLACES, CODE_SORTS, SEARCH_MAX_CHARS, type CodeFilters } from './filters';
import { CODE_STATUSES } from '@/lib/codes/limits';

export const CODE_VIEWS = ['cards', 'table'] as const;
export type CodeView = (typeof CODE_VIEWS)[number];

/** Keeps the view that was last chosen; the address wins over it. */
export const CODE_VIEW_COOKIE = 'suncode_codes_view';

const ID_MAX_CHARS = 64;
const TAGS_MAX = 20;

/** The query of an address, as a page or the browser gets it. */
export type Address = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Of what is said twice, the last, which is also what the browser's own address comes to. */
function said(address: Address, name: string): string {
  return toStorable([address[name]].flat().at(-1) ?? '');
}

/** In a fixed order and once each, so that the same choice is the same query. */
function inOrder<T extends string>(all: readonly T[], text: string): T[] {
  const chosen = text.split(',');
  return all.filter((value) => chosen.includes(value));
}

function oneOf<T extends string>(all: readonly T[], text: string): T | undefined {
  return all.find((value) => value === text);
}

/**
 * What the address asks for. Whatever someone types into it, what comes out passes `codeFiltersSchema`.
 * @param scopeAppId what the switcher says; null for all Mini Programs
 */
export function readCodeFilters(address: Address, scopeAppId: string | null): CodeFilters {
  const idIn = (name: string) => said(address, name).slice(0, ID_MAX_CHARS);
  const dayIn = (name: string) => (isDay(said(address, name)) ? said(address, name) : '');
  const tags = said(address, 'tag').split(',');
  return {
    q: said(address, 'q').slice(0, SEARCH_MAX_CHARS).trim(),
    app: idIn('app') || scopeAppId || ALL_APPS,
    endpoint: inOrder(ENDPOINTS, said(address, 'endpoint')),
    status: inOrder(CODE_STATUSES, said(address, 'status')),
    cause: idIn('cause'),
    creator: idIn('creator'),
    batch: idIn('batch'),
    from: dayIn('from'),
    to: dayIn('to'),
    tag: [...new Set(tags.map((id) => id.slice(0, ID_MAX_CHARS)))].filter(Boolean).sort().slice(0, TAGS_MAX),
    folder: idIn('folder'),
    place: oneOf(CODE_PLACES, said(address, 'place')) ?? '',
    scans: said(address, 'scans') === 'never' ? 'never' : '',
    sort: oneOf(CODE_SORTS, said(address, 'sort')) ?? '',
  };
}

export function readCodeView(address: Address): CodeView | undefined {
  return oneOf(CODE_VIEWS, said(address, 'view'));
}
