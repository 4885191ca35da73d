'use client';

import { Maximize2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonVariants } from '@/components/ui/button-variants';
import { cn } from '@/components/ui/cn';
import type { CodeItem } from '@/lib/codes/find/query-options';

export type PreviewButtonProps = { item: CodeItem; onPreview: (id: string) => void };

/** Opens the large picture. */
export function PreviewButton({ item, onPreview }: PreviewButtonProps) {
  const t = useTranslations('codes.gallery.lightbox');
  const label = t('open', { name: item.name });
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      data-preview
      onClick={() => onPreview(item.id)}
      className={cn(
        buttonVariants({ variant: 'secondary', size: 'icon-sm' }),
        'pointer-events-auto size-7 max-md:size-7',
        // On the code's own white, whatever the theme.
        'border-transparent bg-black/60 text-white hover:border-transparent hover:bg-black/75 dark:bg-black/60 dark:hover:bg-black/75',
        'pointer-coarse:size-full pointer-coarse:border-0 pointer-coarse:bg-transparent pointer-coarse:shadow-none',
      )}
    >
      <Maximize2 aria-hidden className="size-3.5 pointer-coarse:hidden" />
    </button>
  );
}
