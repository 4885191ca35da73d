'use client';

import { useRouter } from 'next/navigation';
import { lazy, useState } from 'react';
import { OnceWanted } from '@/components/ui/once-wanted';
import { toast } from '@/components/ui/toast';
import { useTranslations } from 'next-intl';
import type { ShellApp } from './app-switcher-parts';
import { GENERATE } from './nav-items';
import { PaletteButton } from './palette-button';
import { useShortcuts } from './use-shortcuts';

const loadPalette = () => import('./palette');
const Palette = lazy(() => loadPalette().then((room) => ({ default: room.Palette })));
const ShortcutSheet = lazy(() =>
  import('./shortcut-sheet').then((room) => ({ default: room.ShortcutSheet })),
);

export type ConsoleKeysProps = {
  apps: readonly ShellApp[];
  currentAppId: string | null;
  onSwitchApp: (appId: string) => Promise<void>;
  canGenerate: boolean;
  className?: string | undefined;
};

/** The button of the palette, and the keys that work on every page behind the sign-in. */
export function ConsoleKeys({ className, ...props }: ConsoleKeysProps) {
  const t = useTranslations('layout.apps');
  const router = useRouter();
  const [open, setOpen] = useState<'palette' | 'help' | null>(null);
  useShortcuts({
    palette: () => setOpen('palette'),
    help: () => setOpen('help'),
    create: props.canGenerate ? () => router.push(GENERATE.href) : undefined,
  });
  return (
    <>
      <PaletteButton onOpen={() => setOpen('palette')} preload={loadPalette} className={className} />
      <OnceWanted when={open === 'palette'}>
        <Palette
          {...props}
          open={open === 'palette'}
          onOpenChange={(on) => setOpen(on ? 'palette' : null)}
          onSwitchApp={(id) => props.onSwitchApp(id).catch(() => void toast.error(t('failed')))}
          onHelp={() => setOpen('help')}
        />
      </OnceWanted>
      <OnceWanted when={open === 'help'}>
        <ShortcutSheet
          open={open === 'help'}
          onOpenChange={(on) => setOpen(on ? 'help' : null)}
          writer={props.canGenerate}
        />
      </OnceWanted>
    </>
  );
}
