'use client';

import { Plus, QrCode, SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { EmptyState } from '@/components/data/empty-state';
import { ShortcutKeys } from '@/components/layout/keys/shortcut-keys';
import { ariaKeys } from '@/components/layout/keys/shortcuts';
import { ElsewhereButton } from '@/components/layout/scope/elsewhere';
import { Button } from '@/components/ui/button';
import type { GalleryParams } from '@/components/codes/gallery/use-gallery-params';
import { useMatchesElsewhere } from '@/components/codes/gallery/use-elsewhere';
import type { FilterProps } from '@/components/codes/gallery/filters/use-filters';

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

export function NothingYet({ params, options }: FilterProps) {
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

export function NoMatch({ params }: { params: GalleryParams }) {
  const t = useTranslations();
  const elsewhere = useMatchesElsewhere(params.filters, !params.appIsFilter);
  return (
    <EmptyState
      variant="no-match"
      icon={<SearchX />}
      title={t('codes.gallery.noMatch.title')}
      text={t(`codes.gallery.noMatch.${elsewhere?.count ? 'textElsewhere' : 'text'}`)}
      action={
        <>
          <Button variant="secondary" onClick={params.clear}>
            {t('common.clearFilters')}
          </Button>
          {elsewhere && <ElsewhereButton count={elsewhere.count} more={elsewhere.capped} />}
        </>
      }
    />
  );
}
