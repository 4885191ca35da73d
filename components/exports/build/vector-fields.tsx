'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/form/field';
import { Segmented } from '@/components/ui/form/segmented';
import { VECTOR_TYPES } from '@/lib/exports/options';
import { DIFFERENCE_MOST, percentOf } from '@/lib/print/vector/vector';
import type { PictureSectionProps } from './print-fields';
import { WidthField } from './width-field';

const TYPE_NAMES = { svg: 'SVG', pdf: 'PDF' };

/** Codes as shapes: how wide, in which file, and what happens to those that are not close enough. */
export function VectorFields({ values, onChange, problem }: PictureSectionProps) {
  const t = useTranslations('exports.build');
  return (
    <div className="flex flex-col gap-5 rounded-lg border border-border bg-background/60 p-4">
      <div className="grid gap-5 sm:grid-cols-[minmax(0,1fr)_auto]">
        <WidthField {...{ values, onChange, problem }} />
        <Field label={t('print.type')} group>
          <Segmented
            value={values.shapes}
            onValueChange={(shapes) => onChange({ shapes })}
            items={VECTOR_TYPES.map((value) => ({ value, label: TYPE_NAMES[value] }))}
          />
        </Field>
      </div>
      <p className="text-[0.8125rem] leading-5 text-muted-foreground">
        {t('vector.text', { percent: percentOf(DIFFERENCE_MOST) })}
      </p>
    </div>
  );
}
