'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CODE_PLACES } from '@/lib/codes/find/filters';
import type { GalleryParams } from './use-gallery-params';

/** Where codes lie: the gallery, what was used last, the archive, the trash; at the end what is listed of it. */
export function PlaceTabs({ params, children }: { params: GalleryParams; children: ReactNode }) {
  const t = useTranslations('bulk.places');
  return (
    <div className="flex items-center justify-between gap-x-4 border-b border-border">
      <nav aria-label={t('label')} className="-mx-1 -mb-px min-w-0 overflow-x-auto">
        <ul className="flex w-max gap-4 px-1">
          {CODE_PLACES.map((place) => (
            <li key={place}>
              <button
                type="button"
                aria-pressed={params.filters.place === place}
                onClick={() => params.set({ place })}
                className="h-9 rounded-t-sm border-b-2 border-transparent px-0.5 text-muted-foreground focus-ring transition-colors hover:text-foreground aria-pressed:border-foreground aria-pressed:font-medium aria-pressed:text-foreground max-md:h-11 max-md:min-w-11"
              >
                {t(place === '' ? 'all' : place)}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </div>
  );
}
