'use client';

import type { ReactElement } from 'react';
import { Menu, MenuContent, MenuTrigger } from '@/components/ui/overlay/menu';
import { LocaleItems, ThemeItems } from './preference-items';

/** Beside the pages of strangers. */
export function PreferenceMenu({ of, trigger }: { of: 'theme' | 'locale'; trigger: ReactElement }) {
  return (
    <Menu defaultOpen>
      <MenuTrigger render={trigger} />
      <MenuContent className="min-w-40">
        {of === 'theme' ? <ThemeItems isSignedIn={false} /> : <LocaleItems isSignedIn={false} />}
      </MenuContent>
    </Menu>
  );
}
