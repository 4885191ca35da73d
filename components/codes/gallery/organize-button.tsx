'use client';

import { ChevronDown, FolderCog } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy, useState } from 'react';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';
import { buttonVariants } from '@/components/ui/button-variants';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import type { Organized } from './organize-popup';

const load = () => import('./organize-popup');
const OrganizePopup = lazy(() => load().then((room) => ({ default: room.OrganizePopup })));
const TagsDialog = lazy(() =>
  import('@/components/codes/tags/tags-dialog').then((room) => ({ default: room.TagsDialog })),
);
const FoldersDialog = lazy(() =>
  import('@/components/codes/folders/folders-dialog').then((room) => ({ default: room.FoldersDialog })),
);

/** Leads to the team's tags and folders. */
export function OrganizeButton() {
  const t = useTranslations('organize');
  const [open, setOpen] = useState<Organized | null>(null);
  const close = () => setOpen(null);
  const trigger = (
    <button type="button" className={buttonVariants({ variant: 'secondary', size: 'sm' })}>
      <FolderCog aria-hidden className="max-sm:hidden" />
      {t('button')}
      <ChevronDown aria-hidden className="size-3.5 text-muted-foreground max-sm:hidden" />
    </button>
  );
  return (
    <>
      <DeferredPopup trigger={trigger} haspopup="menu" preload={load}>
        <OrganizePopup trigger={trigger} onOpen={setOpen} />
      </DeferredPopup>
      <OnceWanted when={open === 'tags'}>
        <TagsDialog open={open === 'tags'} onClose={close} />
      </OnceWanted>
      <OnceWanted when={open === 'folders'}>
        <FoldersDialog open={open === 'folders'} onClose={close} />
      </OnceWanted>
    </>
  );
}
