'use client';

import { Languages } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Menu, MenuContent, MenuTrigger } from '@/components/ui/menu';
import { LocaleItems } from './preference-items';

export function LocaleSwitch() {
  const t = useTranslations('layout.locale');
  const locale = useLocale();
  return (
    <Menu>
      <MenuTrigger render={<Button variant="ghost" aria-label={`${t('label')}: ${t(locale)}`} />}>
        <Languages aria-hidden />
        {t(locale)}
      </MenuTrigger>
      <MenuContent className="min-w-40">
        <LocaleItems />
      </MenuContent>
    </Menu>
  );
}
