'use client';

import { RotateCcw, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useController, useFormContext, useWatch } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/form/checkbox';
import { Field } from '@/components/ui/form/field';
import { Input } from '@/components/ui/form/input';
import { Select } from '@/components/ui/form/select';
import { Textarea } from '@/components/ui/form/textarea';
import {
  NAME_MAX_CHARS,
  PARAMETER_TYPES,
  SHORT_MAX_CHARS,
  type ParameterType,
} from '@/lib/apps/parameters/declaration';
import type { DeclareValues } from './form-values';

export type ParameterFieldsProps = {
  at: number;
  /** Of one that was never saved. */
  onRemove: (() => void) | undefined;
};

/** One parameter; of a saved one, how it is written stays as it is. */
export function ParameterFields({ at, onRemove }: ParameterFieldsProps) {
  const t = useTranslations('appPages.declared');
  const { control } = useFormContext<DeclareValues>();
  const { type, isRemoved, isSaved, name } = useWatch({ control, name: `parameters.${at}` });
  const number = t('parameter', { number: at + 1 });
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      {/* Only a first child names a fieldset, and it stands in no row with others. */}
      <legend className="sr-only">{number}</legend>
      <div className="flex min-h-8 items-center justify-between gap-2">
        <span aria-hidden className="text-[0.8125rem] text-muted-foreground">
          {isRemoved ? t('removedName', { name }) : number}
        </span>
        {isSaved && <Keep at={at} />}
        {onRemove && (
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={t('remove', { name: name || number })}
            onClick={onRemove}
          >
            <Trash2 aria-hidden />
          </Button>
        )}
      </div>
      {!isRemoved && <Written at={at} type={type} isFixed={isSaved} />}
    </fieldset>
  );
}

type WrittenProps = { at: number; type: ParameterType; isFixed: boolean };

/** What it is called, and how it is written. */
function Written({ at, type, isFixed }: WrittenProps) {
  const t = useTranslations('appPages.declared');
  const shorter = { number: 'compactNumber', choice: 'compactChoice' } as const;
  const compact = type === 'number' || type === 'choice' ? shorter[type] : null;
  return (
    <>
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <Text at={at} part="name" isFixed={isFixed} />
        <Text at={at} part="short" isFixed={isFixed} />
        <Type at={at} isFixed={isFixed} />
      </div>
      {type === 'choice' && <Choices at={at} />}
      <div className="flex flex-wrap gap-x-6 gap-y-1">
        <Tick at={at} part="isRequired" label={t('required')} />
        {compact && (
          <Tick {...{ at, isFixed }} part="isCompact" label={t(compact)} description={t(`${compact}Hint`)} />
        )}
      </div>
    </>
  );
}

type PartProps = { at: number; isFixed?: boolean };

/** Takes one out that codes may be printed with, and back: it is still read. */
function Keep({ at }: PartProps) {
  const t = useTranslations('appPages.declared');
  const { control } = useFormContext<DeclareValues>();
  const { field } = useController({ control, name: `parameters.${at}.isRemoved` });
  const name = useWatch({ control, name: `parameters.${at}.name` });
  return (
    <Button
      variant="ghost"
      size="icon-sm"
      aria-label={t(field.value ? 'restore' : 'remove', { name })}
      title={t(field.value ? 'restore' : 'remove', { name })}
      onClick={() => field.onChange(!field.value)}
    >
      {field.value ? <RotateCcw aria-hidden /> : <Trash2 aria-hidden />}
    </Button>
  );
}

function Text({ at, part, isFixed }: PartProps & { part: 'name' | 'short' }) {
  const t = useTranslations('appPages.declared');
  const common = useTranslations('common');
  const { control } = useFormContext<DeclareValues>();
  const { field, fieldState } = useController({ control, name: `parameters.${at}.${part}` });
  const isName = part === 'name';
  return (
    <Field
      label={t(part)}
      required={isName && !isFixed}
      optionalLabel={isName || isFixed ? undefined : common('optional')}
      hint={isFixed ? undefined : t(isName ? 'nameHint' : 'shortHint')}
      error={fieldState.error?.message}
    >
      <Input
        {...field}
        disabled={isFixed}
        required={isName}
        maxLength={isName ? NAME_MAX_CHARS : SHORT_MAX_CHARS}
        placeholder={isFixed ? undefined : isName ? 'table' : 't'}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        className="font-mono"
      />
    </Field>
  );
}

function Type({ at, isFixed }: PartProps) {
  const t = useTranslations('appPages.declared');
  const types = useTranslations('appPages.declared.types');
  const { control } = useFormContext<DeclareValues>();
  const { field } = useController({ control, name: `parameters.${at}.type` });
  return (
    <Field label={t('type')}>
      <Select
        items={PARAMETER_TYPES.map((value) => ({ value, label: types(value) }))}
        value={field.value}
        onValueChange={field.onChange}
        disabled={isFixed}
      />
    </Field>
  );
}

function Choices({ at }: PartProps) {
  const t = useTranslations('appPages.declared');
  const { control } = useFormContext<DeclareValues>();
  const { field, fieldState } = useController({ control, name: `parameters.${at}.choices` });
  return (
    <Field label={t('choices')} required hint={t('choicesHint')} error={fieldState.error?.message}>
      <Textarea {...field} rows={3} required autoComplete="off" />
    </Field>
  );
}

type TickProps = PartProps & {
  part: 'isRequired' | 'isCompact';
  label: string;
  description?: string;
};

function Tick({ at, part, isFixed, ...texts }: TickProps) {
  const { control } = useFormContext<DeclareValues>();
  const { field } = useController({ control, name: `parameters.${at}.${part}` });
  return <Checkbox {...texts} checked={field.value} disabled={isFixed} onCheckedChange={field.onChange} />;
}
