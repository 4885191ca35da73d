'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { GalleryParams } from './use-gallery-params';

// No place, and looked for like one: what failed has a name that is in sight.
const TABS = ['', 'recent', 'failed', 'archived', 'trash'] as const;

/** Where codes lie: the gallery, what was used last, what failed, the archive, the trash; at the end what is listed of it. */
export function PlaceTabs({ params, children }: { params: GalleryParams; children: ReactNode }) {
  const t = useTranslations('bulk.places');
  const { place, status } = params.filters;
  const open = place === '' && `${status}` === 'FAILED' ? 'failed' : place;
  const go = (tab: (typeof TABS)[number]) =>
    tab === 'failed'
      ? params.set({ place: '', status: ['FAILED'] })
      : params.set({ place: tab, ...(open === 'failed' && { status: null, cause: null }) });
  return (
    <div className="flex items-center justify-between gap-x-4 border-b border-border">
      <nav aria-label={t('label')} className="-mx-1 -mb-px min-w-0 overflow-x-auto max-md:fade-end">
        <ul className="flex w-max gap-4 px-1 max-md:pe-8">
          {TABS.map((tab) => (
            <li key={tab}>
              <button
                type="button"
                aria-pressed={open === tab}
                onClick={() => go(tab)}
                className="h-9 rounded-t-sm border-b-2 border-transparent px-0.5 text-muted-foreground focus-ring transition-colors hover:text-foreground aria-pressed:border-foreground aria-pressed:font-medium aria-pressed:text-foreground max-md:h-11 max-md:min-w-11"
              >
                {t(tab === '' ? 'all' : tab)}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </div>
  );
}
