'use client';

import { Moon, Sun } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Menu, MenuContent, MenuTrigger } from '@/components/ui/menu';
import { ThemeItems } from './preference-items';

export function ThemeToggle() {
  const t = useTranslations('layout.theme');
  return (
    <Menu>
      <MenuTrigger render={<Button variant="ghost" size="icon" aria-label={t('label')} />}>
        <Sun aria-hidden className="size-4 dark:hidden" />
        <Moon aria-hidden className="hidden size-4 dark:block" />
      </MenuTrigger>
      <MenuContent className="min-w-40">
        <ThemeItems />
      </MenuContent>
    </Menu>
  );
}
