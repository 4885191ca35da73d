'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { SERIES_MAX } from '@/lib/batches/limits';
import { nextSeries, type CreateValues } from './create-values';
import { SequenceSample } from './sequence-sample';
import { SeriesFields } from './series-fields';

/** One number series, or several that are combined: every store with every table. */
export function SequenceSource() {
  const t = useTranslations('batches.sequence');
  const { control } = useFormContext<CreateValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'series' });
  const columns = [t('column'), t('column2'), t('column3'), t('column4')];
  return (
    <div className="flex flex-col gap-5">
      <p className="text-[0.8125rem] leading-5 text-muted-foreground">{t('hint')}</p>
      {fields.map(({ id }, index) => (
        <SeriesFields
          key={id}
          index={index}
          total={fields.length}
          onRemove={fields.length > 1 ? () => remove(index) : undefined}
        />
      ))}
      {fields.length < SERIES_MAX && (
        <Button
          variant="secondary"
          size="sm"
          className="self-start"
          onClick={() => append(nextSeries(columns[fields.length] ?? ''))}
        >
          <Plus aria-hidden />
          {t('add')}
        </Button>
      )}
      <SequenceSample />
    </div>
  );
}
