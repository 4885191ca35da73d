'use client';

import { CopyPlus, Download, Ellipsis, ExternalLink, Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Menu, MenuContent, MenuItem, MenuLinkItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu';
import type { CodeItem } from '@/lib/codes/query-options';
import { downloadUrl } from './code-text';

/** Null for those who may only look. */
export type CodeActions = { rename: (item: CodeItem) => void; remove: (items: CodeItem[]) => void } | null;

export type CodeMenuProps = { item: CodeItem; actions: CodeActions; className?: string | undefined };

export function CodeMenu({ item, actions, className }: CodeMenuProps) {
  const t = useTranslations();
  return (
    <Menu>
      <MenuTrigger
        render={
          <Button
            variant="ghost"
            size="icon-sm"
            className={className}
            aria-label={t('codes.gallery.menu.label', { name: item.name })}
          />
        }
      >
        <Ellipsis aria-hidden />
      </MenuTrigger>
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
