'use client';

import { useState } from 'react';
import { BulkRenameDialog } from './bulk-rename-dialog';
import { ConfirmBulk } from './confirm-bulk';
import { ConfirmPromote } from './confirm-promote';
import { MoveDialog } from './move-dialog';
import { RenameDialog } from './rename-dialog';
import { RetargetDialog } from './retarget-dialog';
import { TagDialog } from './tag-dialog';
import type { Asking, BulkActions } from './use-bulk-actions';

/** The dialog of the action that asks; it keeps its words while it fades out. */
export function BulkDialogs({ actions }: { actions: BulkActions }) {
  const [shown, setShown] = useState<Asking | null>(null);
  const { asking } = actions;
  if (asking && asking !== shown) setShown(asking);
  if (!shown) return null;
  const dialog = { asking: shown, open: asking !== null, actions };
  const [only] = shown.target.items;
  switch (shown.id) {
    case 'addTags':
      return <TagDialog {...dialog} />;
    case 'move':
      return <MoveDialog {...dialog} />;
    case 'rename':
      if (shown.target.count === 1 && only)
        return <RenameDialog item={only} open={dialog.open} actions={actions} />;
      return <BulkRenameDialog {...dialog} />;
    case 'retarget':
      return <RetargetDialog {...dialog} />;
    case 'promote':
      return <ConfirmPromote {...dialog} />;
    default:
      return <ConfirmBulk {...dialog} />;
  }
}
