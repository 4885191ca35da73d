'use client';

import { CopyPlus, Download, Ellipsis, PencilLine, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { buttonVariants } from '@/components/ui/button-variants';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu';
import { RenameDialog } from './rename-dialog';
import { useDeleteCode } from './use-delete-code';

export type CodeActionsProps = {
  code: { id: string; name: string; note: string };
  canWrite: boolean;
  /** There is an intact picture to hand out. */
  hasPicture: boolean;
};

export function CodeActions({ code, canWrite, hasPicture }: CodeActionsProps) {
  const t = useTranslations('codes.detail.actions');
  return (
    <>
      {canWrite && <MoreMenu code={code} />}
      {canWrite && (
        <Button
          variant="secondary"
          render={<Link href={{ pathname: '/codes/new', query: { from: code.id } }} />}
        >
          <CopyPlus aria-hidden />
          {t('duplicate')}
        </Button>
      )}
      {hasPicture && (
        // The server names the file; `download` alone keeps the page where it is.
        <Button render={<a href={`/api/codes/${code.id}/image?download=1`} download />}>
          <Download aria-hidden />
          {t('download')}
        </Button>
      )}
    </>
  );
}

function MoreMenu({ code }: Pick<CodeActionsProps, 'code'>) {
  const t = useTranslations('codes.detail.actions');
  const common = useTranslations('common');
  const [renaming, setRenaming] = useState(false);
  const { remove, pending } = useDeleteCode(code);
  return (
    <>
      <Menu>
        <MenuTrigger
          aria-label={common('more')}
          className={buttonVariants({ variant: 'secondary', size: 'icon' })}
        >
          <Ellipsis aria-hidden />
        </MenuTrigger>
        <MenuContent>
          <MenuItem onClick={() => setRenaming(true)}>
            <PencilLine aria-hidden />
            {t('rename')}
          </MenuItem>
          <MenuSeparator />
          <MenuItem variant="danger" disabled={pending} onClick={remove}>
            <Trash2 aria-hidden />
            {t('delete')}
          </MenuItem>
        </MenuContent>
      </Menu>
      <RenameDialog code={code} open={renaming} onOpenChange={setRenaming} />
    </>
  );
}
