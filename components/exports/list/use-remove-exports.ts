'use client';

import { useTranslations } from 'next-intl';
import { useListAction } from '@/components/data/actions/use-list-action';
import { toast } from '@/components/ui/overlay/toast';
import { removeExportsAction, restoreExportsAction } from '@/lib/exports/actions';
import { exportKeys } from '@/lib/exports/query-options';

const UNDO_SHOWN_MS = 10_000;

/** Takes exports off the list without asking: nothing but the entry is lost, and the notice takes it back. */
export function useRemoveExports() {
  const t = useTranslations();
  const restore = useListAction({
    run: (exportIds: string[]) => restoreExportsAction({ exportIds }),
    lists: [exportKeys.lists],
    said: (exportIds) => t('exports.remove.undone', { count: exportIds.length }),
  });
  const remove = useListAction({
    run: (exportIds: string[]) => removeExportsAction({ exportIds }),
    lists: [exportKeys.lists],
  });
  return {
    isPending: remove.isPending,
    mutate: (exportIds: string[], { onSuccess }: { onSuccess?: () => void } = {}) =>
      remove.mutate(exportIds, {
        onSuccess: () => {
          onSuccess?.();
          toast.success(t('exports.remove.done', { count: exportIds.length }), {
            action: { label: t('common.undo'), onClick: () => restore.mutate(exportIds) },
            duration: UNDO_SHOWN_MS,
          });
        },
      }),
  };
}
