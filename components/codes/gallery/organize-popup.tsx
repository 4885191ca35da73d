'use client';

import { Folder, Tag } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/overlay/menu';

export type Organized = 'tags' | 'folders';

export type OrganizePopupProps = { trigger: ReactElement; onOpen: (what: Organized) => void };

/** Opens at once: it is mounted by the click on its trigger. */
export function OrganizePopup({ trigger, onOpen }: OrganizePopupProps) {
  const t = useTranslations('organize');
  return (
    <Menu defaultOpen>
      <MenuTrigger render={trigger} />
      <MenuContent>
        <MenuItem onClick={() => onOpen('tags')}>
          <Tag aria-hidden className="text-muted-foreground" />
          {t('tags.manage')}
        </MenuItem>
        <MenuItem onClick={() => onOpen('folders')}>
          <Folder aria-hidden className="text-muted-foreground" />
          {t('folders.manage')}
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
