'use client';

import { Folder } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useListAction } from '@/components/data/actions/use-list-action';
import { NameForm } from '@/components/data/name-form';
import { NamedRow } from '@/components/data/named-row';
import { Dialog, DialogContent } from '@/components/ui/overlay/dialog';
import { createFolderAction, deleteFolderAction, renameFolderAction } from '@/lib/folders/actions';
import { FOLDER_NAME_MAX_CHARS } from '@/lib/folders/limits';
import type { FolderItem } from '@/lib/folders/queries';
import { folderListOptions } from '@/lib/folders/query-options';
import { useFolders } from './use-folders';

const lists = [folderListOptions().queryKey];

export type FoldersDialogProps = { open: boolean; onClose: () => void };

/** Makes, renames and deletes the team's folders. */
export function FoldersDialog({ open, onClose }: FoldersDialogProps) {
  const t = useTranslations();
  const folders = useFolders();
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()}>
      <DialogContent
        size="sm"
        title={t('organize.folders.manage')}
        description={t('organize.folders.manageText')}
        closeLabel={t('common.close')}
      >
        <FolderForm />
        <ul aria-label={t('organize.folders.title')} className="mt-5 flex flex-col">
          {folders.map((folder) => (
            <li key={folder.id}>
              <FolderRow folder={folder} />
            </li>
          ))}
          {folders.length === 0 && <li className="text-muted-foreground">{t('organize.folders.none')}</li>}
        </ul>
      </DialogContent>
    </Dialog>
  );
}

function FolderRow({ folder }: { folder: FolderItem }) {
  const t = useTranslations('organize.folders');
  const remove = useListAction({
    run: () => deleteFolderAction({ folderId: folder.id }),
    lists: [...lists, ['codes']],
    said: () => t('deleted', { name: folder.name }),
  });
  return (
    <NamedRow
      name={folder.name}
      fixed={!folder.canChange}
      appNames={folder.appNames}
      form={(close) => <FolderForm folder={folder} onClose={close} />}
      deleteTitle={t('deleteTitle', { name: folder.name })}
      deleteText={t('deleteText')}
      onDelete={() => remove.mutate(undefined)}
      deleting={remove.isPending}
    >
      <span className="flex min-h-9 items-center gap-2.5">
        <Folder aria-hidden className="size-4 shrink-0 text-muted-foreground" />
        <span className="truncate">{folder.name}</span>
      </span>
    </NamedRow>
  );
}

/** Without a folder it makes a new one. */
function FolderForm({ folder, onClose }: { folder?: FolderItem; onClose?: () => void }) {
  const t = useTranslations();
  return (
    <NameForm<unknown>
      label={t(folder ? 'organize.name' : 'organize.folders.new')}
      submitLabel={t(folder ? 'common.save' : 'common.create')}
      initial={folder?.name}
      maxChars={FOLDER_NAME_MAX_CHARS}
      lists={lists}
      run={(name) =>
        folder ? renameFolderAction({ folderId: folder.id, values: { name } }) : createFolderAction({ name })
      }
      onDone={() => onClose?.()}
      onCancel={onClose}
      autoFocus={Boolean(folder)}
    />
  );
}
