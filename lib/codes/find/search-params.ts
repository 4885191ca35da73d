import { createLoader, createParser, parseAsArrayOf, parseAsStringLiteral } from 'nuqs/server';
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

const parseAsDay = createParser({
  parse: (value) => (isDay(value) ? value : null),
  serialize: (value) => value,
});

function textUpTo(maxChars: number) {
  return createParser({
    parse: (value) => toStorable(value.slice(0, maxChars)),
    serialize: (value) => value,
  });
}

/** The address of the gallery. Whatever someone types into it, what comes out passes `codeFiltersSchema`. */
export const codeParams = {
  q: textUpTo(SEARCH_MAX_CHARS).withDefault(''),
  app: textUpTo(ID_MAX_CHARS),
  endpoint: parseAsArrayOf(parseAsStringLiteral(ENDPOINTS)).withDefault([]),
  status: parseAsArrayOf(parseAsStringLiteral(CODE_STATUSES)).withDefault([]),
  cause: textUpTo(ID_MAX_CHARS).withDefault(''),
  creator: textUpTo(ID_MAX_CHARS).withDefault(''),
  batch: textUpTo(ID_MAX_CHARS).withDefault(''),
  from: parseAsDay.withDefault(''),
  to: parseAsDay.withDefault(''),
  tag: parseAsArrayOf(textUpTo(ID_MAX_CHARS)).withDefault([]),
  folder: textUpTo(ID_MAX_CHARS).withDefault(''),
  place: parseAsStringLiteral(CODE_PLACES).withDefault(''),
  sort: parseAsStringLiteral(CODE_SORTS).withDefault(''),
  view: parseAsStringLiteral(CODE_VIEWS),
};

export const loadCodeParams = createLoader(codeParams);

export type CodeParams = Awaited<ReturnType<typeof loadCodeParams>>;

/** In a fixed order and once each, so that the same choice is the same query. */
function inOrder<T extends string>(all: readonly T[], chosen: readonly T[]): T[] {
  return all.filter((value) => chosen.includes(value));
}

/** What the address asks for. @param scopeAppId what the switcher says; null for all Mini Programs */
export function toFilters(params: CodeParams, scopeAppId: string | null): CodeFilters {
  const { q, app, endpoint, status, tag, ...rest } = params;
  return {
    q: q.trim(),
    app: app || scopeAppId || ALL_APPS,
    endpoint: inOrder(ENDPOINTS, endpoint),
    status: inOrder(CODE_STATUSES, status),
    tag: [...new Set(tag)].filter(Boolean).sort().slice(0, TAGS_MAX),
    cause: rest.cause,
    creator: rest.creator,
    batch: rest.batch,
    from: rest.from,
    to: rest.to,
    folder: rest.folder,
    place: rest.place,
    sort: rest.sort,
  };
}
