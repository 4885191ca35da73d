'use client';

import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import type { Reread } from './use-reread';

const ConfirmDialog = lazy(() =>
  import('@/components/ui/overlay/alert-dialog').then((room) => ({ default: room.ConfirmDialog })),
);

/** Asks before edits of the table are lost with another reading. */
export function RereadQuestion({ reread: { question, answer } }: { reread: Reread }) {
  const t = useTranslations();
  const { cells = 0, removed = 0 } = question ?? {};
  return (
    <OnceWanted when={question !== null}>
      <ConfirmDialog
        open={question !== null}
        onOpenChange={() => answer(false)}
        title={t('batches.grid.dropTitle')}
        description={t('batches.grid.dropText', { cells, removed })}
        confirmLabel={t('batches.grid.drop')}
        cancelLabel={t('common.cancel')}
        onConfirm={() => answer(true)}
      />
    </OnceWanted>
  );
}
