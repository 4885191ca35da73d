'use client';

import { useQueries, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { CircleCheck, Plus, QrCode, SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { EmptyState } from '@/components/data/states/empty-state';
import { ShortcutKeys } from '@/components/layout/keys/shortcut-keys';
import { ariaKeys } from '@/components/layout/keys/shortcuts';
import { ElsewhereButton } from '@/components/layout/scope/elsewhere';
import { Button } from '@/components/ui/button';
import type { GalleryParams } from '@/components/codes/gallery/use-gallery-params';
import { useMatchesElsewhere } from '@/components/codes/gallery/use-elsewhere';
import type { FilterProps } from '@/components/codes/gallery/filters/use-filters';
import { codeCountOptions } from '@/lib/codes/find/query-options';
import type { CodeView } from '@/lib/codes/find/search-params';
import type { Look } from '@/lib/codes/picture/look';
import { EmptyPlace } from './empty-place';
import { ListSkeleton } from './gallery-skeleton';
import { ListFoot } from './list-foot';

/** Opens the form; its key cap says that `C` does too. */
function GenerateButton() {
  const t = useTranslations('codes.gallery');
  return (
    <Button render={<Link href="/codes/new" aria-keyshortcuts={ariaKeys('create')} />}>
      <Plus aria-hidden />
      {t('generate')}
      <ShortcutKeys id="create" className="max-lg:hidden" />
    </Button>
  );
}

function NothingYet({ params, options }: FilterProps) {
  const t = useTranslations('codes.gallery.empty');
  const app = options.apps.find(({ id }) => id === params.filters.app);
  const elsewhere = useMatchesElsewhere(params.filters, true);
  const noApp = options.apps.length === 0;
  return (
    <EmptyState
      icon={<QrCode />}
      title={app && options.apps.length > 1 ? t('titleElsewhere', { name: app.name }) : t('title')}
      text={options.canWrite ? t('text') : t('textViewer')}
      action={
        <>
          {options.canWrite && !noApp && <GenerateButton />}
          {elsewhere && <ElsewhereButton count={elsewhere.count} more={elsewhere.capped} />}
        </>
      }
    />
  );
}

const OTHER_PLACES = ['archived', 'trash'] as const;

/** Of a list without matches: where else they lie, such as a code that was replaced and is looked for by its old name. */
function useOtherPlaces({ filters }: GalleryParams) {
  const asked = OTHER_PLACES.map((place) => ({
    ...codeCountOptions({ ...filters, place }),
    enabled: filters.place === '',
  }));
  return useQueries({ queries: asked }).flatMap(({ data }, at) => {
    const place = OTHER_PLACES[at];
    return place && data && data.count > 0 ? [{ place, count: data.count }] : [];
  });
}

/** The tab of what failed, and nothing did. */
const isNoFailure = ({ filters: { status, q, folder }, active }: GalleryParams) =>
  `${status}` === 'FAILED' && active.length === 1 && q === '' && folder === '';

function NoMatch({ params }: { params: GalleryParams }) {
  const t = useTranslations('codes.gallery.noMatch');
  const common = useTranslations('common');
  const elsewhere = useMatchesElsewhere(params.filters, !params.appIsFilter);
  const places = useOtherPlaces(params);
  if (isNoFailure(params))
    return (
      <EmptyState
        icon={<CircleCheck />}
        title={t('noFailure')}
        text={t('noFailureText')}
        action={elsewhere && <ElsewhereButton count={elsewhere.count} more={elsewhere.capped} />}
      />
    );
  return (
    <EmptyState
      variant="no-match"
      icon={<SearchX />}
      title={t('title')}
      text={t(places.length > 0 ? 'textPlaces' : elsewhere?.count ? 'textElsewhere' : 'text')}
      action={
        <>
          {places.map(({ place, count }) => (
            <Button key={place} onClick={() => params.set({ place })}>
              {t(place, { count })}
            </Button>
          ))}
          <Button variant="secondary" onClick={params.clear}>
            {common('clearFilters')}
          </Button>
          {elsewhere && <ElsewhereButton count={elsewhere.count} more={elsewhere.capped} />}
        </>
      }
    />
  );
}

/** Nothing among the newest codes yet; the server looks at some thousand at a time, and its foot asks it to go on. */
function Searching({ list, view, look }: { list: UseInfiniteQueryResult; view: CodeView; look: Look }) {
  const t = useTranslations('codes.gallery');
  return (
    <>
      <p role="status" className="py-2 text-center text-muted-foreground">
        {t('searchingOlder')}
      </p>
      <ListFoot
        shown={0}
        hasMore
        loading={list.isFetchingNextPage}
        failed={list.isFetchNextPageError}
        onLoadMore={() => void list.fetchNextPage()}
      />
      <ListSkeleton view={view} size={look.size} />
    </>
  );
}

export type NothingProps = FilterProps & {
  look: Look;
  /** Where there may be more: another one at every answer, with which what the server has drawn here would be drawn anew. */
  list?: UseInfiniteQueryResult | undefined;
};

/** In place of a list, for whom there is none. */
export function Nothing({ params, options, look, list }: NothingProps) {
  const { place } = params.filters;
  if (list) return <Searching {...{ list, look }} view={params.view} />;
  if (params.narrowed) return <NoMatch params={params} />;
  if (place !== '') return <EmptyPlace place={place} filters={params.filters} />;
  return <NothingYet params={params} options={options} />;
}
