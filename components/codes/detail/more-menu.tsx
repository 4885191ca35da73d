'use client';

import { Archive, ArchiveRestore, PencilLine, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, type ReactElement } from 'react';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/overlay/menu';
import { RenameDialog } from './rename-dialog';
import { useRouter } from 'next/navigation';
import type { CodeDetail } from '@/lib/codes/find/queries';
import { useStartBulk } from '@/components/codes/bulk/use-start-bulk';

export type MoreMenuProps = {
  code: Pick<CodeDetail, 'id' | 'name' | 'note' | 'status' | 'archivedAt'>;
  trigger: ReactElement;
};

/** Opens at once: it is mounted by the click on its trigger. */
export function MoreMenu({ code, trigger }: MoreMenuProps) {
  const t = useTranslations();
  const [renaming, setRenaming] = useState(false);
  const { remove, putAway, pending } = useWays(code);
  const isBusy = code.status === 'QUEUED' || code.status === 'GENERATING';
  return (
    <>
      <Menu defaultOpen>
        <MenuTrigger render={trigger} />
        <MenuContent>
          <MenuItem onClick={() => setRenaming(true)}>
            <PencilLine aria-hidden />
            {t('codes.detail.actions.rename')}
          </MenuItem>
          <MenuItem disabled={pending} onClick={putAway}>
            {code.archivedAt ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
            {t(code.archivedAt ? 'bulk.actions.unarchive' : 'bulk.actions.archive')}
          </MenuItem>
          <MenuSeparator />
          <MenuItem variant="danger" disabled={pending || isBusy} onClick={remove}>
            <Trash2 aria-hidden />
            {t('codes.detail.actions.delete')}
          </MenuItem>
        </MenuContent>
      </Menu>
      <RenameDialog code={code} open={renaming} onOpenChange={setRenaming} />
    </>
  );
}

/** Archives and deletes without asking, because both can be undone: from the notice, also after the page has changed. */
function useWays({ id, archivedAt }: MoreMenuProps['code']) {
  const router = useRouter();
  const scope = { codeIds: [id] };
  const away = useStartBulk(() => router.push('/codes'));
  const kept = useStartBulk(() => undefined);
  return {
    remove: () => away.start({ kind: 'delete', scope }),
    putAway: () => kept.start({ kind: archivedAt ? 'unarchive' : 'archive', scope }),
    pending: away.pending || kept.pending,
  };
}
