'use client';

import { LayoutGrid, Rows3 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { cn } from '@/components/ui/cn';
import { Checkbox } from '@/components/ui/form/checkbox';
import { Segmented } from '@/components/ui/form/segmented';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import type { Counted } from './use-counted';
import { LookMenu } from '@/components/codes/gallery/look/look-menu';
import type { GalleryParams } from './use-gallery-params';
import type { LookState } from '@/components/codes/gallery/look/use-look';
import type { Selection } from '@/components/codes/gallery/selection/use-selection';

/** Up to ten thousand codes are counted exactly. */
const ExactCount = lazy(() => import('./exact-count').then((room) => ({ default: room.ExactCount })));

type CountLineProps = Counted & { params: GalleryParams; className?: string };

type ListedLineProps = Omit<CountLineProps, 'className'> & { selection: Selection; loaded: number };

/** “123 codes”: at the end of the places, and on phones, where those fill their line, beside the title. */
export function CountLine({ params, counted, countText, className }: CountLineProps) {
  const text = (
    // It comes late, and where English fills the line on phones it would push the list down.
    <p
      className={cn(
        'whitespace-nowrap text-muted-foreground tabular-nums max-md:[&:lang(en)]:min-w-24',
        className,
      )}
    >
      {countText}
    </p>
  );
  if (!counted?.capped && !counted?.estimated) return text;
  return (
    <OnceWanted when fallback={text}>
      <ExactCount filters={params.filters} text={countText} className={className} />
    </OnceWanted>
  );
}

/** How many codes are listed, and the tick for those that are loaded; the table has that tick in its head. */
export function ListedLine({ selection, loaded, ...line }: ListedLineProps) {
  const t = useTranslations('codes.gallery');
  return (
    <div className="flex h-9 shrink-0 items-center gap-2.5 max-md:h-11">
      <CountLine {...line} className="max-md:hidden" />
      {loaded > 0 && line.params.view === 'cards' && (
        <Checkbox
          aria-label={t('selectAll', { count: loaded })}
          title={t('selectAll', { count: loaded })}
          checked={selection.all}
          indeterminate={selection.some}
          onCheckedChange={selection.toggleAll}
        />
      )}
    </div>
  );
}

/** Cards or table, and how either looks. */
export function ViewTools({ params, look }: { params: GalleryParams; look: LookState }) {
  const t = useTranslations('codes.gallery');
  return (
    <div className="flex shrink-0 items-center gap-2">
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
