'use client';

import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonVariants } from '@/components/ui/button-variants';
import { cn } from '@/components/ui/cn';
import { ariaKeys } from '@/components/layout/keys/shortcuts';
import { usePaletteTrigger } from './palette-context';

/** Beside the switcher; its name says what can be looked for. */
export function PaletteButton() {
  const t = useTranslations('layout.palette');
  return (
    <button
      {...usePaletteTrigger()}
      aria-label={t('open')}
      title={t('open')}
      aria-keyshortcuts={ariaKeys('palette')}
      className={cn(buttonVariants({ variant: 'ghost', size: 'icon' }), 'size-10 text-muted-foreground')}
    >
      <Search aria-hidden />
    </button>
  );
}
