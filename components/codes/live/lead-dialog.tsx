'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { RetargetDialog } from '@/components/codes/bulk/retarget/retarget-dialog';
import { useReach } from '@/components/data/actions/use-reach';
import { toast } from '@/components/ui/overlay/toast';
import { startBulkAction, undoBulkAction } from '@/lib/bulk/actions';
import type { BulkInput } from '@/lib/bulk/kinds';

export type LeadDialogProps = { codeIds: string[]; page: string; open: boolean; onClose: () => void };

/**
 * Other targets for live codes that are known by their ids, beginning with a page. It starts the action by itself: what the
 * gallery does so with would, shared with another page, make the first load of the gallery larger.
 */
export function LeadDialog({ codeIds, page, open, onClose }: LeadDialogProps) {
  const t = useTranslations();
  const reach = useReach();
  const router = useRouter();
  const [pending, go] = useTransition();
  const undo = (bulkId: string) =>
    go(async () => {
      const { serverError } = await reach(undoBulkAction({ bulkId }));
      if (serverError) toast.error(serverError.message);
      router.refresh();
    });
  const start = (input: BulkInput) =>
    go(async () => {
      const { data, serverError } = await reach(startBulkAction(input));
      if (serverError || !data) return void toast.error(serverError?.message ?? '');
      onClose();
      router.refresh();
      const action = { label: t('common.undo'), onClick: () => undo(data.id) };
      toast.success(t(data.isPlan ? 'live.savedPlan' : 'live.saved'), data.canUndo ? { action } : {});
    });
  const target = { scope: { codeIds }, count: codeIds.length, items: [], isMatching: false };
  return (
    <RetargetDialog
      asking={{ id: 'retarget', target, begin: { page } }}
      open={open}
      actions={{ close: onClose, start, pending }}
    />
  );
}
