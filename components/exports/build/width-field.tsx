'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/form/field';
import { NumberInput } from '@/components/ui/form/number-input';
import { PRINT_CM } from '@/lib/exports/options';
import type { Problems } from './builder-values';
import type { SectionProps } from './format-section';

export type WidthFieldProps = SectionProps & { problem: Problems['width']; hint?: string | undefined };

function useProblemText(problem: Problems['width']) {
  const t = useTranslations('exports');
  if (problem === 'range') return t('build.print.range', PRINT_CM);
  return problem && t(`issues.${problem.key}`, problem.values);
}

/** How wide a code is to be on paper. */
export function WidthField({ values, onChange, problem, hint }: WidthFieldProps) {
  const t = useTranslations();
  return (
    <Field label={t('exports.build.print.width')} error={useProblemText(problem)} hint={hint}>
      <NumberInput
        value={values.widthCm}
        onValueChange={(widthCm) => onChange({ widthCm })}
        min={PRINT_CM.min}
        max={PRINT_CM.max}
        unit={t('exports.build.print.cm')}
        decreaseLabel={t('common.decrease')}
        increaseLabel={t('common.increase')}
      />
    </Field>
  );
}
