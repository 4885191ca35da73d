'use client';

import { Route } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy, useState } from 'react';
import { Button } from '@/components/ui/button';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import type { Led } from '@/lib/apps/pages/page-codes';

const LeadDialog = lazy(() => import('./lead-dialog').then((room) => ({ default: room.LeadDialog })));

export type LeadElsewhereProps = {
  led: Led;
  /** The page that the dialog begins with. */
  page: string;
  canWrite: boolean;
};

/** The live codes that lead to a page which is gone, and the way to have them lead elsewhere. */
export function LeadElsewhere({ led: { count, codeIds }, page, canWrite }: LeadElsewhereProps) {
  const t = useTranslations('appPages.lost');
  const [isOpen, setOpen] = useState(false);
  if (count === 0) return null;
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
      {(!canWrite || count > codeIds.length) && (
        <span className="text-[0.8125rem] text-muted-foreground">{t('led', { count })}</span>
      )}
      {canWrite && (
        <Button variant="secondary" size="sm" onClick={() => setOpen(true)}>
          <Route aria-hidden />
          {t('leadElsewhere', { count: codeIds.length })}
        </Button>
      )}
      <OnceWanted when={isOpen}>
        <LeadDialog {...{ codeIds, page }} open={isOpen} onClose={() => setOpen(false)} />
      </OnceWanted>
    </div>
  );
}
