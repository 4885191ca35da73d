'use client';

import type { ReactElement } from 'react';
import { FolderPicker } from '@/components/codes/folders/folder-picker';
import { TagPicker } from '@/components/codes/tags/tag-picker';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/overlay/popover';

export type PickButtonProps = { label: string } & (
  | { kind: 'tags'; chosen: readonly string[]; onChange: (tagIds: string[]) => void }
  | { kind: 'folder'; chosen: string | null; onChange: (folderId: string | null) => void }
);

/** Opens at once: it is mounted by the click on its trigger. */
export function PickPopup({ trigger, label, ...pick }: PickButtonProps & { trigger: ReactElement }) {
  return (
    <Popover defaultOpen>
      <PopoverTrigger render={trigger} />
      <PopoverContent aria-label={label} align="end">
        {pick.kind === 'tags' ? <TagPicker canCreate {...pick} /> : <FolderPicker canCreate {...pick} />}
      </PopoverContent>
    </Popover>
  );
}
