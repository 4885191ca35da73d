'use client';

import { PencilLine, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, type ReactElement } from 'react';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/overlay/menu';
import { RenameDialog } from './rename-dialog';
import { useRouter } from 'next/navigation';
import { useStartBulk } from '@/components/codes/bulk/use-start-bulk';

export type MoreMenuProps = { code: { id: string; name: string; note: string }; trigger: ReactElement };

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

/** Deletes without asking, because it can be undone: from the notice, also after the page has changed. */
function useDeleteCode(id: string) {
  const router = useRouter();
  const { mutate, isPending } = useStartBulk(() => router.push('/codes'));
  return { remove: () => mutate({ kind: 'delete', scope: { codeIds: [id] } }), pending: isPending };
}
