'use client';

import { ArrowUp, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useController, useFormContext, useWatch } from 'react-hook-form';
import { Checkbox } from '@/components/ui/form/checkbox';
import { Field } from '@/components/ui/form/field';
import { Input } from '@/components/ui/form/input';
import { NumberInput } from '@/components/ui/form/number-input';
import { Segmented } from '@/components/ui/form/segmented';
import { Textarea } from '@/components/ui/form/textarea';
import { IconButton } from '@/components/ui/icon-button';
import { PAUSE_MESSAGE_MAX_CHARS } from '@/lib/live/limits';
import { useWeekdayName, WEEKDAYS } from './rule-when';
import type { RulesFormValues } from './rule-values';

export type RuleFieldsProps = { at: number; onRemove: () => void; onUp: (() => void) | undefined };

const typed = { autoComplete: 'off', autoCapitalize: 'off', spellCheck: false, className: 'font-mono' };

export function RuleFields({ at, onRemove, onUp }: RuleFieldsProps) {
  const t = useTranslations('live.rules');
  const number = at + 1;
  return (
    <fieldset className="flex min-w-0 flex-col gap-4 rounded-lg border border-border p-4">
      {/* Only a first child names a fieldset, and it stands in no row with others. */}
      <legend className="sr-only">{t('rule', { number })}</legend>
      <div className="flex items-center gap-1">
        <span aria-hidden className="me-auto text-[0.8125rem] font-medium">
          {t('rule', { number })}
        </span>
        {onUp && (
          <IconButton label={t('up', { number })} size="icon-sm" onClick={onUp}>
            <ArrowUp aria-hidden />
          </IconButton>
        )}
        <IconButton label={t('remove', { number })} size="icon-sm" onClick={onRemove}>
          <Trash2 aria-hidden />
        </IconButton>
      </div>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <WhenField at={at} part="from" type="date" />
        <WhenField at={at} part="to" type="date" />
        <WhenField at={at} part="startTime" type="time" />
        <WhenField at={at} part="endTime" type="time" />
      </div>
      <Weekdays at={at} />
      <Share at={at} />
      <Then at={at} />
    </fieldset>
  );
}

type WhenFieldProps = { at: number; part: 'from' | 'to' | 'startTime' | 'endTime'; type: 'date' | 'time' };

function WhenField({ at, part, type }: WhenFieldProps) {
  const t = useTranslations('live.rules');
  const { register, getFieldState, formState } = useFormContext<RulesFormValues>();
  const { error } = getFieldState(`rules.${at}.${part}`, formState);
  return (
    <Field label={t(part)} error={error?.message}>
      <Input type={type} {...register(`rules.${at}.${part}`)} />
    </Field>
  );
}

function Weekdays({ at }: { at: number }) {
  const t = useTranslations('live.rules');
  const name = useWeekdayName();
  const { control } = useFormContext<RulesFormValues>();
  const { field } = useController({ control, name: `rules.${at}.weekdays` });
  const toggle = (day: number, isOn: boolean) =>
    field.onChange(isOn ? [...field.value, day].sort() : field.value.filter((other) => other !== day));
  return (
    <Field label={t('weekdays')} group>
      <div className="flex flex-wrap gap-x-5">
        {WEEKDAYS.map((day) => (
          <Checkbox
            key={day}
            label={name(day)}
            checked={field.value.includes(day)}
            onCheckedChange={(isOn) => toggle(day, isOn)}
          />
        ))}
      </div>
    </Field>
  );
}

function Share({ at }: { at: number }) {
  const t = useTranslations('live.rules');
  const { control } = useFormContext<RulesFormValues>();
  const { field, fieldState } = useController({ control, name: `rules.${at}.share` });
  return (
    <Field label={t('share')} hint={t('shareHint')} error={fieldState.error?.message}>
      <NumberInput
        {...{ value: field.value, onValueChange: field.onChange, onBlur: field.onBlur, inputRef: field.ref }}
        {...{ min: 1, max: 100, step: 5, unit: '%' }}
        decreaseLabel={t('less')}
        increaseLabel={t('more')}
      />
    </Field>
  );
}

const THEN = ['open', 'message'] as const;

/** What those get whom the rule is about. */
function Then({ at }: { at: number }) {
  const t = useTranslations('live.rules');
  const dialog = useTranslations('live.dialog');
  const pause = useTranslations('live.pauseDialog');
  const { control, register, getFieldState, formState } = useFormContext<RulesFormValues>();
  const { field } = useController({ control, name: `rules.${at}.then` });
  const then = useWatch({ control, name: `rules.${at}.then` });
  const errorOf = (part: 'page' | 'parameters' | 'message') =>
    getFieldState(`rules.${at}.${part}`, formState).error?.message;
  return (
    <>
      <Field label={t('then')} group>
        <Segmented
          value={field.value}
          onValueChange={field.onChange}
          items={THEN.map((value) => ({ value, label: t(`thens.${value}`) }))}
          className="self-start max-sm:self-stretch"
        />
      </Field>
      {then === 'message' ? (
        <Field label={pause('message')} error={errorOf('message')}>
          <Input
            {...register(`rules.${at}.message`)}
            maxLength={PAUSE_MESSAGE_MAX_CHARS}
            placeholder={t('messagePlaceholder')}
            autoComplete="off"
          />
        </Field>
      ) : (
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <Field label={dialog('page')} hint={t('pageHint')} error={errorOf('page')}>
            <Input {...register(`rules.${at}.page`)} {...typed} />
          </Field>
          <Field label={dialog('parameters')} hint={t('parametersHint')} error={errorOf('parameters')}>
            <Textarea {...register(`rules.${at}.parameters`)} {...typed} rows={2} />
          </Field>
        </div>
      )}
    </>
  );
}
