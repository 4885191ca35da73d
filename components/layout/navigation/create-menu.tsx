'use client';

import { Layers, QrCode } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { ShortcutKeys } from '@/components/layout/keys/shortcut-keys';
import { Menu, MenuContent, MenuLinkItem, MenuTrigger } from '@/components/ui/overlay/menu';
import { GENERATE, NEW_BATCH } from './nav-items';

/** Opens at once: it is mounted by the click on its trigger. */
export function CreateMenu({ trigger }: { trigger: ReactElement }) {
  const t = useTranslations('layout.create');
  return (
    <Menu defaultOpen>
      <MenuTrigger render={trigger} />
      <MenuContent pinned align="end" className="w-52">
        <MenuLinkItem render={<Link href={GENERATE.href} />}>
          <QrCode aria-hidden className="text-muted-foreground" />
          <span className="flex-1">{t('one')}</span>
          <ShortcutKeys id="create" className="text-muted-foreground" />
        </MenuLinkItem>
        <MenuLinkItem render={<Link href={NEW_BATCH} />}>
          <Layers aria-hidden className="text-muted-foreground" />
          {t('batch')}
        </MenuLinkItem>
      </MenuContent>
    </Menu>
  );
}
