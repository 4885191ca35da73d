'use client';

import { useTranslations } from 'next-intl';
import { ScopeNote } from '@/components/layout/scope/scope-note';
import { useScope } from '@/components/layout/scope/scope-context';
import { useFailedElsewhere } from './use-elsewhere';
import type { GalleryParams } from './use-gallery-params';

/** Which Mini Program the list is narrowed to by the scope, and what of the others must not be missed. */
export function GalleryScope({ params, className }: { params: GalleryParams; className?: string }) {
  const t = useTranslations('codes.gallery');
  const { switchTo } = useScope();
  const failed = useFailedElsewhere(params.appIsFilter ? '' : params.filters.app);
  if (params.appIsFilter) return null;
  const showFailed = () => switchTo(null, () => params.set({ app: null, status: ['FAILED'], place: '' }));
  return (
    <ScopeNote shown={params.filters.app} className={className}>
      {failed > 0 && (
        <button
          type="button"
          onClick={showFailed}
          className="rounded-xs text-danger-text underline-offset-4 focus-ring hover:underline max-md:min-h-11"
        >
          {t('failedElsewhere', { count: failed })}
        </button>
      )}
    </ScopeNote>
  );
}
