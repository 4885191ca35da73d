'use client';

import { useState, type ComponentType } from 'react';
import type { BulkActionId } from '@/components/codes/bulk/asks-first';
import { RetargetDialog } from '@/components/codes/bulk/retarget/retarget-dialog';
import type { Asking, BulkActions, BulkDialogProps } from '@/components/codes/bulk/use-bulk-actions';
import { BulkRenameDialog } from './bulk-rename-dialog';
import { ConfirmBulk } from './confirm-bulk';
import { ConfirmPromote } from './confirm-promote';
import { MoveDialog } from './move-dialog';
import { RenameDialog } from './rename-dialog';
import { TagDialog } from './tag-dialog';

const DIALOGS: Partial<Record<BulkActionId, ComponentType<BulkDialogProps>>> = {
  addTags: TagDialog,
  move: MoveDialog,
  rename: BulkRenameDialog,
  retarget: RetargetDialog,
  promote: ConfirmPromote,
};

/** The dialog of the action that asks; it keeps its words while it fades out. */
export function BulkDialogs({ actions }: { actions: BulkActions }) {
  const [shown, setShown] = useState<Asking | null>(null);
  const { asking } = actions;
  if (asking && asking !== shown) setShown(asking);
  if (!shown) return null;
  const dialog = { asking: shown, open: asking !== null, actions };
  const [only] = shown.target.items;
  if (shown.id === 'rename' && shown.target.count === 1 && only)
    return <RenameDialog item={only} open={dialog.open} actions={actions} />;
  const Dialog = DIALOGS[shown.id] ?? ConfirmBulk;
  return <Dialog {...dialog} />;
}
