'use client';

import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { usePaletteTrigger } from './palette-context';
import { ShortcutKeys } from '@/components/layout/keys/shortcut-keys';
import { ariaKeys } from '@/components/layout/keys/shortcuts';

/** Looks like a search line; says which keys open it too. */
export function PaletteButton({ className }: { className?: string | undefined }) {
  const t = useTranslations('layout.palette');
  const trigger = usePaletteTrigger();
  return (
    <button
      {...trigger}
      aria-keyshortcuts={ariaKeys('palette')}
      className={cn(
        'flex h-9 w-full items-center gap-2.5 rounded-md border border-border bg-surface/60 px-2.5 text-muted-foreground focus-ring transition-colors hover:bg-surface hover:text-foreground',
        className,
      )}
    >
      <Search aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 flex-1 truncate text-start text-[0.8125rem]">{t('open')}</span>
      <ShortcutKeys id="palette" />
    </button>
  );
}
