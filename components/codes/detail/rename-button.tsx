'use client';

import { Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy, useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import type { RenameDialogProps } from './rename-dialog';

const RenameDialog = lazy(() => import('./rename-dialog').then((room) => ({ default: room.RenameDialog })));

export function RenameButton({ code: { id, name, note } }: Pick<RenameDialogProps, 'code'>) {
  const t = useTranslations('codes.detail.actions');
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton label={t('rename')} size="icon-sm" onClick={() => setOpen(true)}>
        <Pencil aria-hidden />
      </IconButton>
      <OnceWanted when={open}>
        <RenameDialog code={{ id, name, note }} open={open} onOpenChange={setOpen} />
      </OnceWanted>
    </>
  );
}
