'use client';

import { Folder, FolderMinus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useListAction } from '@/components/data/actions/use-list-action';
import { PickList } from '@/components/data/pick-list';
import { createFolderAction } from '@/lib/folders/actions';
import { FOLDER_NAME_MAX_CHARS } from '@/lib/folders/limits';
import { folderListOptions } from '@/lib/folders/query-options';
import { useFolders } from './use-folders';

const OUT = '';

export type FolderPickerProps = {
  /** Null for “in no folder”; undefined while nothing is chosen. */
  chosen: string | null | undefined;
  onChange: (folderId: string | null) => void;
  /** Offers to make a folder that is not there yet. */
  canCreate?: boolean | undefined;
};

/** One folder or none; for the inside of a popover or dialog. */
export function FolderPicker({ chosen, onChange, canCreate }: FolderPickerProps) {
  const t = useTranslations('organize.folders');
  const folders = useFolders();
  const [error, setError] = useState<string>();
  const create = useListAction({
    run: (name: string) => createFolderAction({ name }),
    lists: [folderListOptions().queryKey],
    onDone: (id) => id && onChange(id),
    onRefused: (detail) => setError(detail.fields.name ?? detail.message),
  });
  const onCreate = (name: string) => {
    setError(undefined);
    create.mutate(name);
  };
  const icon = <Folder aria-hidden className="size-4 shrink-0 text-muted-foreground" />;
  const out = <FolderMinus aria-hidden className="size-4 shrink-0 text-muted-foreground" />;
  return (
    <PickList
      single
      label={t('title')}
      searchLabel={t(canCreate ? 'searchOrCreate' : 'search')}
      items={[
        { id: OUT, label: t('out'), icon: out },
        ...folders.map(({ id, name }) => ({ id, label: name, icon })),
      ]}
      chosen={chosen === undefined ? [] : [chosen ?? OUT]}
      onToggle={(id) => onChange(id === OUT ? null : id)}
      maxChars={FOLDER_NAME_MAX_CHARS}
      onCreate={canCreate ? onCreate : undefined}
      error={error}
    />
  );
}
