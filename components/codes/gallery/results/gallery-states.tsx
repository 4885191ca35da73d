'use client';

import { Plus, QrCode, SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { EmptyState } from '@/components/data/empty-state';
import { ShortcutKeys } from '@/components/layout/keys/shortcut-keys';
import { ariaKeys } from '@/components/layout/keys/shortcuts';
import { Button } from '@/components/ui/button';
import { ALL_APPS } from '@/lib/codes/find/search-params';
import type { FilterProps } from '@/components/codes/gallery/filters/use-filters';

/** Opens the form; its key cap says that `C` does too. */
export function GenerateButton({ className }: { className?: string | undefined }) {
  const t = useTranslations('codes.gallery');
  return (
    <Button render={<Link href="/codes/new" aria-keyshortcuts={ariaKeys('create')} />} className={className}>
      <Plus aria-hidden />
      {t('generate')}
      <ShortcutKeys id="create" className="max-lg:hidden" />
    </Button>
  );
}

export function NothingYet({ params, options }: FilterProps) {
  const t = useTranslations('codes.gallery.empty');
  const oneOfMany = params.filters.app !== ALL_APPS && options.apps.length > 1;
  const noApp = options.apps.length === 0;
  return (
    <EmptyState
      icon={<QrCode />}
      title={oneOfMany ? t('titleApp') : t('title')}
      text={options.canWrite ? t('text') : t('textViewer')}
      action={
        <>
          {options.canWrite && !noApp && <GenerateButton />}
          {oneOfMany && (
            <Button variant="secondary" onClick={() => params.setApp(ALL_APPS)}>
              {t('showAll')}
            </Button>
          )}
        </>
      }
    />
  );
}

export function NoMatch({ onClear }: { onClear: () => void }) {
  const t = useTranslations();
  return (
    <EmptyState
      variant="no-match"
      icon={<SearchX />}
      title={t('codes.gallery.noMatch.title')}
      text={t('codes.gallery.noMatch.text')}
      action={
        <Button variant="secondary" onClick={onClear}>
          {t('common.clearFilters')}
        </Button>
      }
    />
  );
}
