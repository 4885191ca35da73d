'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { useErrorToast } from '@/components/data/actions/use-error-toast';
import { Button } from '@/components/ui/button';
import { outcomeOf } from '@/lib/actions/outcome';
import { countMatchingAction } from '@/lib/bulk/actions';
import { TRASH_DAYS } from '@/lib/bulk/kinds';
import type { GalleryParams } from './use-gallery-params';
import type { CodeActions } from '@/components/codes/gallery/results/code-menu-popup';

export type TrashNoteProps = {
  params: GalleryParams;
  /** Null for those who may only look, and when there is nothing. */
  actions: CodeActions;
};

/** How long codes stay in the trash, and the way to empty it. */
export function TrashNote({ params, actions }: TrashNoteProps) {
  const t = useTranslations('bulk.trash');
  const showError = useErrorToast();
  const [pending, start] = useTransition();
  const { filters } = params;
  const empty = () =>
    start(async () => {
      try {
        const found = await outcomeOf(countMatchingAction({ filters }));
        if (!found || found.count === 0) return;
        actions?.act('purge', {
          scope: { filters, ...found },
          count: found.count,
          items: [],
          isMatching: true,
        });
      } catch (error) {
        showError(error);
      }
    });
  if (filters.place !== 'trash') return null;
  return (
    <div className="flex items-center gap-3 rounded-lg bg-muted px-4 py-2.5 text-muted-foreground max-sm:flex-col max-sm:items-stretch">
      <p className="min-w-0 flex-1 text-pretty">{t('note', { days: TRASH_DAYS })}</p>
      {actions && (
        <Button variant="secondary" size="sm" className="text-danger-text" pending={pending} onClick={empty}>
          {t(params.narrowed ? 'emptyMatching' : 'empty')}
        </Button>
      )}
    </div>
  );
}
