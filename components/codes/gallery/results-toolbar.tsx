'use client';

import { LayoutGrid, Rows3 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Checkbox } from '@/components/ui/form/checkbox';
import { Segmented } from '@/components/ui/form/segmented';
import { ExactCount } from './count-line';
import { LookMenu } from '@/components/codes/gallery/look/look-menu';
import type { GalleryParams } from './use-gallery-params';
import type { LookState } from '@/components/codes/gallery/look/use-look';
import type { Selection } from '@/components/codes/gallery/selection/use-selection';

export type ResultsToolbarProps = {
  params: GalleryParams;
  selection: Selection;
  /** “123 codes”; empty until counted. */
  countText: string;
  loaded: number;
  tools: ReactNode;
  look: LookState;
};

export function ResultsToolbar({ params, selection, countText, loaded, tools, look }: ResultsToolbarProps) {
  const t = useTranslations('codes.gallery');
  return (
    <div className="flex min-h-9 items-center gap-2 max-sm:flex-wrap sm:gap-4">
      {loaded > 0 && params.view === 'cards' && (
        <div className="flex ps-0.5">
          <Checkbox
            aria-label={t('selectAll', { count: loaded })}
            title={t('selectAll', { count: loaded })}
            checked={selection.all}
            indeterminate={selection.some}
            onCheckedChange={selection.toggleAll}
          />
        </div>
      )}
      <div className="flex min-w-0 flex-1 items-center gap-1 text-muted-foreground max-sm:order-first max-sm:basis-full">
        <p className="truncate">{countText}</p>
        <ExactCount filters={params.filters} />
      </div>
      <div className="ms-auto flex items-center gap-2">{tools}</div>
      <Segmented
        iconOnly
        aria-label={t('view.label')}
        value={params.view}
        onValueChange={params.setView}
        items={[
          { value: 'cards', label: t('view.cards'), icon: <LayoutGrid aria-hidden /> },
          { value: 'table', label: t('view.table'), icon: <Rows3 aria-hidden /> },
        ]}
      />
      <LookMenu view={params.view} look={look} />
    </div>
  );
}
