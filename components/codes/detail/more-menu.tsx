'use client';

import { PencilLine, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, type ReactElement } from 'react';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/overlay/menu';
import type { CodeActionsProps } from './code-actions';
import { RenameDialog } from './rename-dialog';
import { useDeleteCode } from './use-delete-code';

type MoreMenuProps = Pick<CodeActionsProps, 'code'> & { trigger: ReactElement };

/** Opens at once: it is mounted by the click on its trigger. */
export function MoreMenu({ code, trigger }: MoreMenuProps) {
  const t = useTranslations('codes.detail.actions');
  const [renaming, setRenaming] = useState(false);
  const { remove, pending } = useDeleteCode(code.id);
  return (
    <>
      <Menu defaultOpen>
        <MenuTrigger render={trigger} />
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
