'use client';

import { useTranslations } from 'next-intl';
import { Select } from '@/components/ui/form/select';
import { NO_FOLDER } from '@/lib/codes/find/filters';
import type { FolderItem } from '@/lib/folders/queries';

export type FolderSelectProps = {
  folders: readonly FolderItem[];
  /** As in the filters: '' for any. */
  chosen: string;
  onChoose: (folder: string) => void;
};

/** The strip of folders on phones, where nothing is dropped. */
export function FolderSelect({ folders, chosen, onChoose }: FolderSelectProps) {
  const t = useTranslations('organize.folders');
  if (folders.length === 0) return null;
  const items = [
    { value: '', label: t('anyFolder') },
    { value: NO_FOLDER, label: t('out') },
    ...folders.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return <Select aria-label={t('one')} value={chosen} onValueChange={onChoose} items={items} />;
}
