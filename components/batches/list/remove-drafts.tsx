'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useListAction } from '@/components/data/actions/use-list-action';
import type { Ticks } from '@/components/data/use-ticks';
import { TickBar } from '@/components/data/work-list/tick-bar';
import { ConfirmDialog } from '@/components/ui/overlay/alert-dialog';
import { deleteDraftsAction } from '@/lib/batches/actions';
import { batchKeys } from '@/lib/batches/report/batch-keys';

/** Asks first: the tables and settings of drafts are nowhere else. */
export function RemoveDrafts({ ticks }: { ticks: Ticks }) {
  const t = useTranslations();
  const [asking, setAsking] = useState(false);
  const count = ticks.ids.length;
  const remove = useListAction({
    run: (batchIds: string[]) => deleteDraftsAction({ batchIds }),
    lists: [batchKeys.lists],
    said: (batchIds) => t('batches.removeDrafts.done', { count: batchIds.length }),
    onDone: () => {
      ticks.clear();
      setAsking(false);
    },
  });
  return (
    <>
      <TickBar
        ticks={ticks}
        removeLabel={t('batches.removeDrafts.button')}
        pending={remove.isPending}
        onRemove={() => setAsking(true)}
      />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('batches.removeDrafts.title', { count })}
        description={t('batches.removeDrafts.text')}
        confirmLabel={t('batches.removeDrafts.button')}
        cancelLabel={t('common.cancel')}
        pending={remove.isPending}
        onConfirm={() => remove.mutate(ticks.ids)}
      />
    </>
  );
}
