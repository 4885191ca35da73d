'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useController, useFormContext } from 'react-hook-form';
import { Field } from '@/components/ui/form/field';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/form/input';
import { NumberInput } from '@/components/ui/form/number-input';
import { SERIES_TEXT_MAX_CHARS } from '@/lib/batches/limits';
import type { CreateValues } from './create-values';

export type SeriesFieldsProps = { index: number; total: number; onRemove: (() => void) | undefined };

/** One series: what stands before the number, the numbers, what stands behind. */
export function SeriesFields({ index, total, onRemove }: SeriesFieldsProps) {
  const t = useTranslations('batches.sequence');
  return (
    <fieldset className="min-w-0 rounded-lg border border-border p-4">
      <legend className={total > 1 ? 'px-1.5 text-[0.8125rem] font-medium' : 'sr-only'}>
        {t('series', { number: index + 1 })}
      </legend>
      <div className="grid grid-cols-2 gap-x-4 gap-y-5 sm:grid-cols-12">
        <TextPart index={index} name="name" className="col-span-2 sm:col-span-4" />
        <TextPart index={index} name="prefix" className="sm:col-span-4" />
        <TextPart index={index} name="suffix" className="sm:col-span-4" />
        <NumberPart index={index} name="start" />
        <NumberPart index={index} name="count" />
        <NumberPart index={index} name="step" />
        <NumberPart index={index} name="pad" />
      </div>
      {onRemove && (
        <div className="mt-3 -mb-1 flex justify-end">
          <IconButton label={t('remove', { number: index + 1 })} size="icon-sm" onClick={onRemove}>
            <Trash2 aria-hidden />
          </IconButton>
        </div>
      )}
    </fieldset>
  );
}

type PartProps<Name> = { index: number; name: Name; className?: string | undefined };

function TextPart({ index, name, className }: PartProps<'name' | 'prefix' | 'suffix'>) {
  const t = useTranslations('batches.sequence');
  const { register, formState } = useFormContext<CreateValues>();
  return (
    <Field
      label={t(name)}
      error={formState.errors.series?.[index]?.[name]?.message}
      className={className}
      required={name === 'name'}
    >
      <Input
        {...register(`series.${index}.${name}`)}
        maxLength={SERIES_TEXT_MAX_CHARS}
        autoComplete="off"
        spellCheck={false}
        className={name === 'name' ? undefined : 'font-mono'}
      />
    </Field>
  );
}

function NumberPart({ index, name }: PartProps<'start' | 'count' | 'step' | 'pad'>) {
  const t = useTranslations('batches.sequence');
  const common = useTranslations('common');
  const { field, fieldState } = useController<CreateValues, `series.${number}.${typeof name}`>({
    name: `series.${index}.${name}`,
  });
  return (
    <Field
      label={t(name)}
      hint={name === 'pad' ? t('padHint') : undefined}
      error={fieldState.error?.message}
      className="sm:col-span-3"
    >
      <NumberInput
        className="max-w-none"
        value={field.value}
        onValueChange={field.onChange}
        onBlur={field.onBlur}
        inputRef={field.ref}
        // A series may begin below zero and count down.
        min={name === 'start' || name === 'step' ? -Infinity : 0}
        decreaseLabel={common('decrease')}
        increaseLabel={common('increase')}
      />
    </Field>
  );
}
