'use client';

import type { ReactElement } from 'react';
import { Menu, MenuContent, MenuTrigger } from '@/components/ui/overlay/menu';
import { LocaleItems, ThemeItems } from './preference-items';

export function PreferenceMenu({ of, trigger }: { of: 'theme' | 'locale'; trigger: ReactElement }) {
  return (
    <Menu defaultOpen>
      <MenuTrigger render={trigger} />
      <MenuContent className="min-w-40">{of === 'theme' ? <ThemeItems /> : <LocaleItems />}</MenuContent>
    </Menu>
  );
}
