'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { PrintSample } from '@/lib/print/print-types';
import { usePlaceholder } from '@/components/exports/design/use-placeholder';
import { previewOf } from '@/lib/print/preview-of';
import { WholePiece } from './piece-picture';
import type { DesignChoice } from './print-values';

export type DesignPickerProps = {
  designs: readonly DesignChoice[];
  sample: PrintSample | null;
  value: string;
  onChange: (chosen: DesignChoice) => void;
};

/** The designs, each with a code of one's own in it. */
export function DesignPicker({ designs, sample, value, onChange }: DesignPickerProps) {
  const t = useTranslations('exports.print');
  const name = useId();
  const placeholder = usePlaceholder();
  return (
    <div
      role="radiogroup"
      aria-label={t('design')}
      className="grid grid-cols-[repeat(auto-fill,minmax(7.5rem,1fr))] gap-3"
    >
      {designs.map((choice) => {
        const { key, design, builtIn } = choice;
        return (
          <label
            key={key}
            className="relative flex cursor-pointer flex-col items-center gap-2 rounded-lg border border-border bg-surface p-3 text-center transition-colors hover:border-input has-checked:border-accent has-checked:bg-accent-subtle/60 has-checked:shadow-[inset_0_0_0_1px_var(--accent)]"
          >
            <input
              type="radio"
              name={name}
              value={key}
              checked={key === value}
              onChange={() => onChange(choice)}
              className="absolute inset-0 z-1 cursor-pointer appearance-none rounded-lg focus-ring"
            />
            <svg
              aria-hidden
              viewBox={`-0.5 -0.5 ${design.width + 1} ${design.height + 1}`}
              className="h-24 w-full drop-shadow-sm"
            >
              <WholePiece {...previewOf(design, sample ?? placeholder)} />
            </svg>
            <span className="text-[0.8125rem] leading-5 font-medium wrap-anywhere">
              {builtIn ? t(`designs.${builtIn}`) : design.name}
            </span>
            <span className="-mt-1.5 text-xs leading-4 text-muted-foreground tabular-nums">
              {t('size', {
                width: Number(design.width.toFixed(1)),
                height: Number(design.height.toFixed(1)),
              })}
            </span>
          </label>
        );
      })}
    </div>
  );
}
