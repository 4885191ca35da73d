'use client';

import { useTranslations } from 'next-intl';
import { useController, useFormContext, useWatch } from 'react-hook-form';
import { RulesEditor } from '@/components/codes/live/rules/rules-editor';
import { Checkbox } from '@/components/ui/form/checkbox';
import { Field } from '@/components/ui/form/field';
import { Input } from '@/components/ui/form/input';
import { Segmented } from '@/components/ui/form/segmented';
import { PAUSE_MESSAGE_MAX_CHARS } from '@/lib/live/limits';
import type { RetargetValues } from './retarget-values';

export const typed = {
  ...{ autoComplete: 'off', autoCapitalize: 'off', spellCheck: false, className: 'font-mono' },
};

/** Another page, or none beside the one that the scan opens. */
export function PageField() {
  const t = useTranslations('live.many');
  const { control, register, formState } = useFormContext<RetargetValues>();
  const { field } = useController({ control, name: 'isScanned' });
  return (
    <div className="flex flex-col gap-1">
      <Field label={t('page')} hint={t('pageHint')} error={formState.errors.page?.message}>
        <Input {...register('page')} {...typed} disabled={field.value} />
      </Field>
      <Checkbox label={t('pageStay')} checked={field.value} onCheckedChange={field.onChange} />
    </div>
  );
}

type ChoiceProps<Name extends 'state' | 'rule'> = {
  name: Name;
  label: string;
  items: { value: RetargetValues[Name]; label: string }[];
};

function Choice<Name extends 'state' | 'rule'>({ name, label, items }: ChoiceProps<Name>) {
  const { field } = useController<RetargetValues, Name>({ name });
  return (
    <Field label={label} group>
      <Segmented
        value={field.value}
        onValueChange={field.onChange}
        items={items}
        className="self-start max-sm:self-stretch"
      />
    </Field>
  );
}

const STATES = ['keep', 'pause', 'resume'] as const;

export function StateField() {
  const t = useTranslations('live.many');
  const pause = useTranslations('live.pauseDialog');
  const common = useTranslations('common');
  const { control, register, formState } = useFormContext<RetargetValues>();
  const state = useWatch({ control, name: 'state' });
  return (
    <>
      <Choice
        name="state"
        label={t('state')}
        items={STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
      />
      {state === 'pause' && (
        <Field
          label={pause('message')}
          optionalLabel={common('optional')}
          error={formState.errors.message?.message}
        >
          <Input
            {...register('message')}
            maxLength={PAUSE_MESSAGE_MAX_CHARS}
            placeholder={pause('placeholder')}
            autoComplete="off"
          />
        </Field>
      )}
    </>
  );
}

const RULES = ['keep', 'set', 'clear'] as const;

export function RulesField() {
  const t = useTranslations('live.many');
  const { control } = useFormContext<RetargetValues>();
  const [rule, page] = useWatch({ control, name: ['rule', 'page'] });
  return (
    <>
      <Choice
        name="rule"
        label={t('rules')}
        items={RULES.map((value) => ({ value, label: t(`ruleChoices.${value}`) }))}
      />
      {rule === 'set' && (
        <>
          <p className="text-[0.8125rem] text-muted-foreground">{t('rulesHint')}</p>
          <RulesEditor page={page} />
        </>
      )}
    </>
  );
}
