'use client';

import { RetargetDialog } from '@/components/codes/bulk/retarget-dialog';
import { useStartBulk } from '@/components/codes/bulk/use-start-bulk';

export type LeadDialogProps = { codeIds: string[]; page: string; open: boolean; onClose: () => void };

/** Other targets for live codes that are known by their ids, beginning with a page. */
export function LeadDialog({ codeIds, page, open, onClose }: LeadDialogProps) {
  const start = useStartBulk(onClose, onClose);
  const target = { scope: { codeIds }, count: codeIds.length, items: [], isMatching: false };
  return (
    <RetargetDialog
      asking={{ id: 'retarget', target, begin: { page } }}
      open={open}
      actions={{ close: onClose, start: start.mutate, pending: start.isPending }}
    />
  );
}
