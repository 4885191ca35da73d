'use client';

import { useTranslations } from 'next-intl';
import { useController, useFormContext } from 'react-hook-form';
import { Field } from '@/components/ui/form/field';
import { NumberInput } from '@/components/ui/form/number-input';
import { Select } from '@/components/ui/form/select';
import { Switch } from '@/components/ui/form/switch';
import { Textarea } from '@/components/ui/form/textarea';
import { HYALINE_TYPES, WIDTH_BEHAVIOURS } from '@/lib/apps/choices';
import type { SandboxPlay } from '@/lib/apps/sandbox/schema';

type NumberFieldProps = {
  name: 'latencyMs' | 'failurePercent' | 'quotaLimit' | 'quotaElsewhere' | 'tokenLifetimeSeconds';
  unit?: string;
  step?: number;
};

export function NumberField({ name, unit, step }: NumberFieldProps) {
  const t = useTranslations();
  const { field, fieldState } = useController<SandboxPlay, typeof name>({ name });
  return (
    <Field
      label={t(`sandbox.fields.${name}`)}
      hint={t(`sandbox.effects.${name}`)}
      error={fieldState.error?.message}
    >
      <NumberInput
        inputRef={field.ref}
        value={field.value}
        onValueChange={field.onChange}
        onBlur={field.onBlur}
        unit={unit}
        step={step}
        decreaseLabel={t('common.decrease')}
        increaseLabel={t('common.increase')}
      />
    </Field>
  );
}

const OPTIONS = { hyalineContentType: HYALINE_TYPES, widthOutOfRange: WIDTH_BEHAVIOURS };

export function SelectField({ name }: { name: 'hyalineContentType' | 'widthOutOfRange' }) {
  const t = useTranslations('sandbox');
  const { field } = useController<SandboxPlay, typeof name>({ name });
  const items = OPTIONS[name].map((value) => ({
    value: String(value),
    label: value === 'clamp' ? t('clamp') : value,
  }));
  return (
    <Field label={t(`fields.${name}`)} hint={t(`effects.${name}`)}>
      <Select items={items} value={field.value} onValueChange={field.onChange} onBlur={field.onBlur} />
    </Field>
  );
}

export function SwitchField({ name }: { name: 'numUsed' }) {
  const t = useTranslations('sandbox');
  const { field } = useController<SandboxPlay, typeof name>({ name });
  return (
    <Switch
      label={t(`fields.${name}`)}
      description={t(`effects.${name}`)}
      checked={field.value}
      onCheckedChange={field.onChange}
    />
  );
}

export function PagesField() {
  const t = useTranslations('sandbox');
  const { register, formState } = useFormContext<SandboxPlay>();
  return (
    <Field
      label={t('fields.releasedPages')}
      hint={t('effects.releasedPages')}
      error={formState.errors.releasedPages?.message}
    >
      <Textarea
        {...register('releasedPages')}
        spellCheck={false}
        className="font-mono"
        placeholder={'pages/index/index\npages/store/detail'}
      />
    </Field>
  );
}
