'use client';

import { CopyPlus, Download, ExternalLink, Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { Menu, MenuContent, MenuItem, MenuLinkItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu';
import type { CodeMenuProps } from './code-menu';
import { downloadUrl } from './code-text';

type CodeMenuPopupProps = Pick<CodeMenuProps, 'item' | 'actions'> & { trigger: ReactElement };

/** Opens at once: it is mounted by the click on its trigger. */
export function CodeMenuPopup({ item, actions, trigger }: CodeMenuPopupProps) {
  const t = useTranslations();
  return (
    <Menu defaultOpen>
      <MenuTrigger render={trigger} />
      <MenuContent>
        <MenuLinkItem render={<Link href={`/codes/${item.id}`} />}>
          <ExternalLink aria-hidden className="text-muted-foreground" />
          {t('common.open')}
        </MenuLinkItem>
        {item.imageSha256 && (
          <MenuLinkItem href={downloadUrl(item)} download>
            <Download aria-hidden className="text-muted-foreground" />
            {t('codes.gallery.menu.download')}
          </MenuLinkItem>
        )}
        {actions && (
          <>
            <MenuLinkItem render={<Link href={`/codes/new?from=${item.id}`} />}>
              <CopyPlus aria-hidden className="text-muted-foreground" />
              {t('codes.gallery.menu.duplicate')}
            </MenuLinkItem>
            <MenuItem onClick={() => actions.rename(item)}>
              <Pencil aria-hidden className="text-muted-foreground" />
              {t('codes.gallery.menu.rename')}
            </MenuItem>
            <MenuSeparator />
            <MenuItem variant="danger" onClick={() => actions.remove([item])}>
              <Trash2 aria-hidden />
              {t('common.delete')}
            </MenuItem>
          </>
        )}
      </MenuContent>
    </Menu>
  );
}
