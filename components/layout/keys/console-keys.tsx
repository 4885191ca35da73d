'use client';

import { useRouter } from 'next/navigation';
import { lazy, useMemo, useState, type ReactNode } from 'react';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import { GENERATE, type ShellCan } from '@/components/layout/navigation/nav-items';
import { PaletteOpenerProvider } from '@/components/layout/palette/palette-context';
import { useShortcuts } from './use-shortcuts';

const loadPalette = () => import('@/components/layout/palette/palette');
const Palette = lazy(() => loadPalette().then((room) => ({ default: room.Palette })));
const ShortcutSheet = lazy(() =>
  import('./shortcut-sheet').then((room) => ({ default: room.ShortcutSheet })),
);

export type ConsoleKeysProps = {
  can: ShellCan;
  children: ReactNode;
};

/** The palette for the buttons inside, and the keys that work on every page behind the sign-in. */
export function ConsoleKeys({ children, can }: ConsoleKeysProps) {
  const router = useRouter();
  const [open, setOpen] = useState<'palette' | 'help' | null>(null);
  const opener = useMemo(() => ({ open: () => setOpen('palette'), preload: loadPalette }), []);
  useShortcuts({
    palette: opener.open,
    help: () => setOpen('help'),
    create: can.generate ? () => router.push(GENERATE.href) : undefined,
  });
  return (
    <PaletteOpenerProvider value={opener}>
      {children}
      <OnceWanted when={open === 'palette'}>
        <Palette
          can={can}
          open={open === 'palette'}
          onOpenChange={(on) => setOpen(on ? 'palette' : null)}
          onHelp={() => setOpen('help')}
        />
      </OnceWanted>
      <OnceWanted when={open === 'help'}>
        <ShortcutSheet
          open={open === 'help'}
          onOpenChange={(on) => setOpen(on ? 'help' : null)}
          writer={can.generate}
        />
      </OnceWanted>
    </PaletteOpenerProvider>
  );
}
