'use client';

import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';

/** A sticker, a table card, a door, and the larger lines of WeChat's table. */
const SIZES_CM = [3, 5, 8, 12, 30, 50];

export type SizeChipsProps = { cm: number | null; onChoose: (cm: number) => void };

/** Usual sizes on paper, one press each. */
export function SizeChips({ cm, onChoose }: SizeChipsProps) {
  const t = useTranslations('purposes.form');
  return (
    <div role="group" aria-label={t('sizes')} className="flex flex-wrap gap-1.5">
      {SIZES_CM.map((size) => (
        <button
          key={size}
          type="button"
          aria-pressed={cm === size}
          onClick={() => onChoose(size)}
          className={cn(
            'h-9 rounded-md border border-border bg-surface px-2.5 text-[0.8125rem] tabular-nums focus-ring transition-colors hover:border-input max-md:h-11',
            cm === size && 'border-accent bg-accent-subtle/60 shadow-[inset_0_0_0_1px_var(--accent)]',
          )}
        >
          {t('sizeChip', { cm: size })}
        </button>
      ))}
    </div>
  );
}
