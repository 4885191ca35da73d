'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { BulkDialogProps } from '@/components/codes/bulk/use-bulk-actions';
import { FolderPicker } from '@/components/codes/folders/folder-picker';
import { PickDialog } from './pick-dialog';

/** Into a folder, or out of it. */
export function MoveDialog({ asking, ...dialog }: BulkDialogProps) {
  const t = useTranslations('bulk.move');
  const [chosen, setChosen] = useState<{ asking: BulkDialogProps['asking']; folderId: string | null }>();
  // Another opening begins with nothing chosen.
  const folderId = chosen?.asking === asking ? chosen.folderId : undefined;
  const { scope, count } = asking.target;
  return (
    <PickDialog
      {...dialog}
      title={t('title', { count })}
      count={count}
      confirmLabel={t('confirm')}
      locked={folderId === undefined}
      onConfirm={() => {
        if (folderId !== undefined) dialog.actions.start({ kind: 'move', values: { folderId }, scope });
      }}
    >
      <FolderPicker canCreate chosen={folderId} onChange={(id) => setChosen({ asking, folderId: id })} />
    </PickDialog>
  );
}
