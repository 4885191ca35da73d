'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/icon-button';
import type { PrintSample } from '@/lib/print/print-types';

export type SampleStepperProps = {
  samples: readonly PrintSample[];
  shown: number;
  onShow: (at: number) => void;
};

/** The same design with another code in it: long names show what short ones hide. */
export function SampleStepper({ samples, shown, onShow }: SampleStepperProps) {
  const t = useTranslations('designs.samples');
  return (
    <div className="flex items-center justify-center gap-1 text-[0.8125rem] text-muted-foreground">
      <IconButton label={t('before')} size="icon-sm" disabled={shown === 0} onClick={() => onShow(shown - 1)}>
        <ChevronLeft aria-hidden />
      </IconButton>
      <span aria-live="polite" className="max-w-64 min-w-0 truncate tabular-nums">
        {t('shown', { at: shown + 1, count: samples.length, name: samples[shown]?.values.name ?? '' })}
      </span>
      <IconButton
        label={t('after')}
        size="icon-sm"
        disabled={shown === samples.length - 1}
        onClick={() => onShow(shown + 1)}
      >
        <ChevronRight aria-hidden />
      </IconButton>
    </div>
  );
}
