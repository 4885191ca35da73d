'use client';

import { Route } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { useBulkActions, type Asking } from '@/components/codes/bulk/use-bulk-actions';
import { Button } from '@/components/ui/button';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import type { Led } from '@/lib/apps/pages/page-codes';

const RetargetDialog = lazy(() =>
  import('@/components/codes/bulk/retarget-dialog').then((room) => ({ default: room.RetargetDialog })),
);

export type LeadElsewhereProps = {
  led: Led;
  /** The page that the dialog begins with. */
  page: string;
  canWrite: boolean;
};

/** The live codes that lead to a page which is gone, and the way to have them lead elsewhere. */
export function LeadElsewhere({ led: { count, codeIds }, page, canWrite }: LeadElsewhereProps) {
  const t = useTranslations('appPages.lost');
  const actions = useBulkActions(() => undefined);
  if (count === 0) return null;
  const target = { scope: { codeIds }, count: codeIds.length, items: [], isMatching: false };
  const asking: Asking = { id: 'retarget', target, begin: { page } };
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="text-[0.8125rem] text-muted-foreground">{t('led', { count })}</span>
      {canWrite && (
        <Button variant="secondary" size="sm" onClick={() => actions.act('retarget', target)}>
          <Route aria-hidden />
          {t('leadElsewhere', { count: codeIds.length })}
        </Button>
      )}
      <OnceWanted when={actions.asking !== null}>
        <RetargetDialog asking={asking} open={actions.asking !== null} actions={actions} />
      </OnceWanted>
    </div>
  );
}
