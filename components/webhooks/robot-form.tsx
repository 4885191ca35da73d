'use client';

import { useLocale, useTranslations } from 'next-intl';
import { errorOf } from '@/components/data/actions/error-of';
import { SubmitActions } from '@/components/data/submit-actions';
import { SightField } from '@/components/data/sight/sight-field';
import type { AppChoice, Sight } from '@/components/data/sight/sight-text';
import { Field } from '@/components/ui/form/field';
import { Form } from '@/components/ui/form/form';
import { Input } from '@/components/ui/form/input';
import { Segmented } from '@/components/ui/form/segmented';
import type { ActionResult } from '@/lib/actions/outcome';
import { isLocale, LOCALES, type Locale } from '@/lib/i18n/locale';
import { WEBHOOK_NAME_MAX_CHARS, WEBHOOK_URL_MAX_CHARS } from '@/lib/webhooks/limits';
import { ROBOT_EVENTS, ROBOT_SECRET_MAX_CHARS, type RobotEvent } from '@/lib/webhooks/robots';
import { EventsField } from './events-field';
import { useHookForm } from './use-hook-form';

export type RobotValues = {
  name: string;
  url: string;
  secret: string;
  events: RobotEvent[];
  appIds: Sight;
  locale: Locale;
};

type RobotFormProps<Data> = {
  apps: readonly AppChoice[];
  /** What it is, for a robot that there is; its address and secret are told nobody. */
  known?: RobotValues | undefined;
  submitLabel: string;
  save: (values: RobotValues) => Promise<ActionResult<Data>>;
  onSaved: () => void;
  onCancel: () => void;
};

export function RobotForm<Data>({ apps, known, submitLabel, save, onSaved, onCancel }: RobotFormProps<Data>) {
  const t = useTranslations();
  const locale = useLocale();
  const start: RobotValues = known ?? {
    ...{ name: '', url: '', secret: '', appIds: null, events: [...ROBOT_EVENTS] },
    locale: isLocale(locale) ? locale : LOCALES[0],
  };
  const { values, change, errors, pending, submit } = useHookForm({ start, save, onSaved });
  return (
    <Form onSubmit={submit} className="flex flex-col gap-5">
      <Field label={t('webhooks.form.name')} error={errors.name}>
        <Input
          value={values.name}
          maxLength={WEBHOOK_NAME_MAX_CHARS}
          placeholder={t('webhooks.robot.namePlaceholder')}
          autoComplete="off"
          onChange={({ target }) => change({ name: target.value })}
        />
      </Field>
      <Access {...{ values, change, errors }} isKnown={known !== undefined} />
      <EventsField
        events={ROBOT_EVENTS}
        value={values.events}
        onChange={(events) => change({ events })}
        error={errorOf(errors, 'events')}
      />
      <SightField
        apps={apps}
        value={values.appIds}
        onChange={(appIds) => change({ appIds })}
        error={errorOf(errors, 'appIds')}
      />
      <Field group label={t('webhooks.robot.locale')}>
        <Segmented
          value={values.locale}
          onValueChange={(chosen) => change({ locale: chosen })}
          items={LOCALES.map((value) => ({ value, label: t(`webhooks.robot.locales.${value}`) }))}
        />
      </Field>
      <SubmitActions submitLabel={submitLabel} pending={pending} onCancel={onCancel} />
    </Form>
  );
}

type AccessProps = {
  values: RobotValues;
  change: (some: Partial<RobotValues>) => void;
  errors: Record<string, string>;
  isKnown: boolean;
};

/** The address and the secret: both are kept encrypted and shown no more. */
function Access({ values, change, errors, isKnown }: AccessProps) {
  const t = useTranslations('webhooks.robot');
  return (
    <>
      <Field label={t('url')} hint={t(isKnown ? 'urlKept' : 'urlHint')} error={errors.url}>
        <Input
          value={values.url}
          maxLength={WEBHOOK_URL_MAX_CHARS}
          placeholder="https://"
          inputMode="url"
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => change({ url: target.value })}
        />
      </Field>
      <Field label={t('secret')} hint={t(isKnown ? 'secretKept' : 'secretHint')} error={errors.secret}>
        <Input
          value={values.secret}
          maxLength={ROBOT_SECRET_MAX_CHARS}
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => change({ secret: target.value })}
        />
      </Field>
    </>
  );
}
