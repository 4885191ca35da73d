import { useTranslations } from 'next-intl';
import { useDayRangeText } from '@/components/data/texts/use-day-range-text';
import { NO_FOLDER } from '@/lib/codes/find/filters';
import type { ExportOutline, ScopeSummary } from '@/lib/exports/export-types';

type FilterScope = Extract<ScopeSummary, { kind: 'filter' }>;

type Filtered = Pick<FilterScope, 'filters' | 'names'>;

/** Where codes lie: folder, tags, archive. */
function usePlaceWords(): (scope: Filtered) => string[] {
  const t = useTranslations('exports.scope');
  const gone = useTranslations('codes.gallery.filters')('gone');
  const folderText = (id: string, name: string | null) =>
    id === NO_FOLDER ? t('noFolder') : t('folder', { name: name ?? gone });
  return ({ filters, names }) => [
    ...(filters.place === 'archived' ? [t('archived')] : []),
    ...(filters.folder ? [folderText(filters.folder, names.folder)] : []),
    ...(filters.tag.length > 0 ? [t('tags', { names: names.tags.join(' / ') || gone })] : []),
  ];
}

/** What a filter narrows to beside the Mini Program, each in the words of the gallery's chips. */
function useFilterWords(): (scope: Filtered) => string[] {
  const t = useTranslations('codes.gallery');
  const endpointName = useTranslations('codes.endpoints');
  const dayRange = useDayRangeText();
  const placeWords = usePlaceWords();
  const own = useTranslations('exports.scope');
  return ({ filters, names }) => [
    ...placeWords({ filters, names }),
    ...(filters.q ? [own('search', { text: filters.q })] : []),
    ...filters.endpoint.map((endpoint) => endpointName(`${endpoint}.short`)),
    ...filters.status.map((status) => t(`status.${status}`)),
    ...(filters.creator ? [t('filters.by', { name: names.creator ?? t('filters.gone') })] : []),
    ...(filters.batch ? [t('filters.ofBatch', { name: names.batch ?? t('filters.gone') })] : []),
    ...(filters.from || filters.to ? [dayRange(filters)] : []),
  ];
}

/** The Mini Program that a filter names; null when it takes all of them. */
function useAppName(): (scope: FilterScope) => string | null {
  const t = useTranslations('codes.gallery.filters');
  return ({ filters, names }) =>
    filters.app === '' || filters.app === 'all' ? null : (names.app ?? t('gone'));
}

/** “12 selected codes”, “Batch “Tables””, “Filtered codes · Ready · since 3 May”. */
export function useScopeTitle(): (scope: ScopeSummary) => string {
  const t = useTranslations('exports.scope');
  const wordsOf = useFilterWords();
  const appOf = useAppName();
  return (scope) => {
    if (scope.kind === 'selection') return t('selection', { count: scope.count });
    if (scope.kind === 'batch') return t('batch', { name: scope.name });
    const [words, app] = [wordsOf(scope), appOf(scope)];
    return [t(words.length > 0 ? 'filter' : 'all'), app, ...words].filter(Boolean).join(' · ');
  };
}

/** The same as a sentence that counts. */
export function useOutlineText(): (outline: Pick<ExportOutline, 'scope' | 'codes'>) => string {
  const t = useTranslations('exports.build.of');
  const wordsOf = useFilterWords();
  const appOf = useAppName();
  return ({ scope, codes: count }) => {
    if (scope.kind === 'selection') return t('selection', { count });
    if (scope.kind === 'batch') return t('batch', { count, name: scope.name });
    const [words, app] = [wordsOf(scope), appOf(scope)];
    if (words.length > 0) return t('filter', { count, words: [...(app ? [app] : []), ...words].join(' · ') });
    return app ? t('app', { count, name: app }) : t('all', { count });
  };
}
