'use client';

import { Dialog } from '@base-ui/react/dialog';
import { Command, defaultFilter } from 'cmdk';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DialogBackdrop } from '@/components/ui/overlay/dialog';
import { useOpener } from '@/components/ui/overlay/use-opener';
import { SEARCH_MAX_CHARS } from '@/lib/codes/find/filters';
import type { ShellCan } from '@/components/layout/navigation/nav-items';
import { allDestinations } from '@/components/layout/navigation/settings-items';
import { PaletteCodes } from './palette-codes';
import { PaletteViews } from './palette-views';
import { PaletteCommands, PLACES, type PaletteCommandsProps } from './palette-commands';

export type PaletteProps = Omit<PaletteCommandsProps, 'onDone'> & {
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Whatever can be done or gone to, by typing its name. */
export function Palette({ open, onOpenChange, ...commands }: PaletteProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <DialogBackdrop />
        <Content {...commands} onDone={() => onOpenChange(false)} />
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/**
 * A page whose whole name is typed is meant, and not a command that has the name in its own. (cmdk sorts rows by how well
 * they match, but not its groups.)
 */
function usePageFirst(can: ShellCan) {
  const t = useTranslations('layout');
  const names = [
    ...allDestinations(can).map(({ key }) => t(`nav.${key}`)),
    ...PLACES.map(({ place }) => t(`palette.places.${place}`)),
  ];
  const pages = new Set(names.map((name) => name.toLowerCase()));
  return (value: string, typed: string, keywords: string[] = []): number => {
    const name = typed.trim().toLowerCase();
    if (pages.has(name)) return keywords[0]?.toLowerCase() === name ? 1 : 0;
    return defaultFilter(value, typed, keywords);
  };
}

/** Mounted anew with each opening, so that it begins with an empty line. */
function Content(props: PaletteCommandsProps) {
  const t = useTranslations('layout.palette');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState('');
  return (
    <Dialog.Popup
      data-slot="palette"
      aria-label={t('title')}
      finalFocus={useOpener()}
      className="fixed inset-x-3 top-3 z-50 mx-auto flex max-h-[70dvh] max-w-xl flex-col overflow-hidden rounded-xl border border-border bg-surface-raised shadow-lg transition-[opacity,scale] duration-150 outline-none data-ending-style:scale-[0.98] data-ending-style:opacity-0 data-starting-style:scale-[0.98] data-starting-style:opacity-0 sm:top-[14vh]"
    >
      <Command
        label={t('title')}
        loop
        filter={usePageFirst(props.can)}
        value={chosen}
        onValueChange={setChosen}
        className="flex min-h-0 flex-col"
      >
        <div className="flex items-center gap-2.5 border-b border-border px-4">
          <Search aria-hidden className="size-4 shrink-0 text-muted-foreground" />
          <Command.Input
            autoFocus
            value={text}
            onValueChange={setText}
            maxLength={SEARCH_MAX_CHARS}
            placeholder={t('placeholder')}
            className="h-12 w-full bg-transparent text-base outline-none placeholder:text-muted-foreground md:text-[0.9375rem]"
          />
        </div>
        <Command.List
          label={t('results')}
          className="min-h-0 overflow-y-auto overscroll-contain p-1.5 [&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted-foreground"
        >
          <PaletteCommands {...props} />
          <PaletteViews onDone={props.onDone} />
          {/* Last, since they come late: what is under the finger does not move. */}
          <PaletteCodes text={text} onDone={props.onDone} onChoose={setChosen} />
        </Command.List>
      </Command>
    </Dialog.Popup>
  );
}
