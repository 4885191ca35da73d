'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

export type LoadMoreProps = {
  /** Rows on the screen now. */
  shown: number;
  /** All rows that match, when the server has counted them. */
  total?: number | undefined;
  hasMore: boolean;
  loading: boolean;
  onLoadMore: () => void;
  /** The last attempt failed; the button then tries again. */
  failed?: boolean | undefined;
};

/** The foot of a keyset list. The status is spoken when rows have come in. */
export function LoadMore({ shown, total, hasMore, loading, onLoadMore, failed }: LoadMoreProps) {
  const t = useTranslations('common');
  const status =
    total === undefined ? t('list.shown', { count: shown }) : t('list.shownOf', { count: shown, total });
  return (
    <div data-slot="load-more" className="flex flex-col items-center gap-3 py-6">
      {hasMore && (
        <Button variant="secondary" pending={loading} onClick={onLoadMore}>
          {failed ? t('retry') : t('loadMore')}
        </Button>
      )}
      <p role="status" className="text-xs text-muted-foreground">
        {failed ? t('list.loadFailed') : status}
      </p>
    </div>
  );
}
