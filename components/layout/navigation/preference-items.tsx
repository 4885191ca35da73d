'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { MenuLabel, MenuRadioGroup, MenuRadioItem } from '@/components/ui/overlay/menu';
import { useTheme } from '@/components/layout/navigation/use-theme';
import { isLocale, LOCALES } from '@/lib/i18n/locale';
import { isTheme } from '@/lib/users/theme';
import { useSetLocale, useSetTheme, type Chooser } from './use-preferences';

const THEMES = [
  { value: 'system', icon: Monitor },
  { value: 'light', icon: Sun },
  { value: 'dark', icon: Moon },
] as const;

/** Only inside an open menu: before that the browser's theme is not known to the server. */
export function ThemeItems(chooser: Chooser) {
  const t = useTranslations('layout.theme');
  const theme = useTheme();
  const setTheme = useSetTheme(chooser);
  return (
    <MenuRadioGroup value={theme} onValueChange={(value) => isTheme(value) && setTheme(value)}>
      <MenuLabel>{t('label')}</MenuLabel>
      {THEMES.map(({ value, icon: Icon }) => (
        <MenuRadioItem key={value} value={value} closeOnClick>
          <Icon aria-hidden className="text-muted-foreground" />
          {t(value)}
        </MenuRadioItem>
      ))}
    </MenuRadioGroup>
  );
}

export function LocaleItems(chooser: Chooser) {
  const t = useTranslations('layout.locale');
  const locale = useLocale();
  const setLocale = useSetLocale(chooser);
  return (
    <MenuRadioGroup value={locale} onValueChange={(value) => isLocale(value) && setLocale(value)}>
      <MenuLabel>{t('label')}</MenuLabel>
      {LOCALES.map((value) => (
        <MenuRadioItem key={value} value={value} closeOnClick lang={value}>
          {t(value)}
        </MenuRadioItem>
      ))}
    </MenuRadioGroup>
  );
}
