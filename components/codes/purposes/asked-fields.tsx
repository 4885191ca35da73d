'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useController, useFieldArray, useFormContext } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/form/checkbox';
import { Field } from '@/components/ui/form/field';
import { FormError } from '@/components/ui/form/form-error';
import { Input } from '@/components/ui/form/input';
import { FIELD_LABEL_MAX_CHARS, FIELD_VALUE_MAX_CHARS, PURPOSE_FIELDS_MAX } from '@/lib/purposes/purpose';
import { Section } from '@/components/codes/generate/fields/section';
import { newField, type PurposeFormValues } from './purpose-form-values';

/** What is asked of the person who makes a code. */
export function AskedFields() {
  const t = useTranslations('purposes.settings');
  const { control, formState } = useFormContext<PurposeFormValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'definition.fields', keyName: 'rowId' });
  return (
    <Section title={t('fields')} text={t('fieldsText')}>
      <FormError error={formState.errors.definition?.fields?.root} />
      <ol className="flex flex-col gap-4">
        {fields.map(({ rowId }, at) => (
          <li key={rowId} className="rounded-lg border border-border p-4">
            <AskedField at={at} onRemove={fields.length > 1 ? () => remove(at) : undefined} />
          </li>
        ))}
      </ol>
      {fields.length < PURPOSE_FIELDS_MAX && (
        <Button
          variant="secondary"
          size="sm"
          className="self-start"
          onClick={() => append(newField(fields), { focusName: `definition.fields.${fields.length}.label` })}
        >
          <Plus aria-hidden />
          {t('addField')}
        </Button>
      )}
    </Section>
  );
}

type AskedFieldProps = { at: number; onRemove: (() => void) | undefined };

function AskedField({ at, onRemove }: AskedFieldProps) {
  const t = useTranslations('purposes.settings');
  const { control } = useFormContext<PurposeFormValues>();
  const { field: label } = useController({ control, name: `definition.fields.${at}.label` });
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      {/* Only a first child names a fieldset, and it stands in no row with others. */}
      <legend className="sr-only">{t('field', { number: at + 1 })}</legend>
      <div className="flex items-center justify-between gap-2">
        <span aria-hidden className="text-[0.8125rem] text-muted-foreground">
          {t('field', { number: at + 1 })}
        </span>
        {onRemove && (
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={t('removeField', { label: label.value || t('field', { number: at + 1 }) })}
            onClick={onRemove}
          >
            <Trash2 aria-hidden />
          </Button>
        )}
      </div>
      <div className="grid items-start gap-x-4 gap-y-4 sm:grid-cols-3">
        <TextField at={at} part="label" />
        <TextField at={at} part="parameter" />
        <TextField at={at} part="example" />
      </div>
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        <Tick at={at} part="required" />
        <Tick at={at} part="counts" />
        <Tick at={at} part="whole" />
      </div>
    </fieldset>
  );
}

type PartProps<Part> = { at: number; part: Part };

function TextField({ at, part }: PartProps<'label' | 'parameter' | 'example'>) {
  const t = useTranslations('purposes.settings');
  const { control } = useFormContext<PurposeFormValues>();
  const { field, fieldState } = useController({ control, name: `definition.fields.${at}.${part}` });
  const { field: whole } = useController({ control, name: `definition.fields.${at}.whole` });
  const taken = part === 'parameter' && whole.value;
  return (
    <Field label={t(part)} required={part === 'label'} error={fieldState.error?.message}>
      <Input
        {...field}
        value={taken ? '' : field.value}
        disabled={taken}
        maxLength={part === 'label' ? FIELD_LABEL_MAX_CHARS : FIELD_VALUE_MAX_CHARS}
        placeholder={part === 'parameter' && !taken ? t('parameterPlaceholder') : undefined}
        autoComplete="off"
        {...(part === 'parameter' && { autoCapitalize: 'off', spellCheck: false })}
      />
    </Field>
  );
}

function Tick({ at, part }: PartProps<'required' | 'counts' | 'whole'>) {
  const t = useTranslations('purposes.settings');
  const { control } = useFormContext<PurposeFormValues>();
  const { field } = useController({ control, name: `definition.fields.${at}.${part}` });
  return <Checkbox label={t(part)} checked={field.value} onCheckedChange={field.onChange} />;
}
