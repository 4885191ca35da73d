'use client';

import { useTranslations } from 'next-intl';
import { errorOf } from '@/components/data/actions/error-of';
import { SubmitActions } from '@/components/data/submit-actions';
import { SightField } from '@/components/data/sight/sight-field';
import type { AppChoice, Sight } from '@/components/data/sight/sight-text';
import { Field } from '@/components/ui/form/field';
import { Form } from '@/components/ui/form/form';
import { Input } from '@/components/ui/form/input';
import type { ActionResult } from '@/lib/actions/outcome';
import {
  WEBHOOK_EVENTS,
  WEBHOOK_NAME_MAX_CHARS,
  WEBHOOK_URL_MAX_CHARS,
  type WebhookEvent,
} from '@/lib/webhooks/limits';
import { EventsField } from './events-field';
import { useHookForm } from './use-hook-form';

export type WebhookValues = { name: string; url: string; events: WebhookEvent[]; appIds: Sight };

type WebhookFormProps<Data> = {
  apps: readonly AppChoice[];
  /** What it is, for a webhook that there is. */
  known?: WebhookValues | undefined;
  submitLabel: string;
  save: (values: WebhookValues) => Promise<ActionResult<Data>>;
  onSaved: (data: Data | undefined) => void;
  onCancel: () => void;
};

const NEW: WebhookValues = {
  ...{ name: '', url: '', appIds: null },
  events: ['batch.finished', 'batch.stopped', 'export.ready', 'quota.threshold'],
};

export function WebhookForm<Data>(props: WebhookFormProps<Data>) {
  const { apps, known = NEW, submitLabel, save, onSaved, onCancel } = props;
  const t = useTranslations();
  const { values, change, errors, pending, submit } = useHookForm({ start: known, save, onSaved });
  return (
    <Form onSubmit={submit} className="flex flex-col gap-5">
      <Field label={t('webhooks.form.name')} error={errors.name}>
        <Input
          value={values.name}
          maxLength={WEBHOOK_NAME_MAX_CHARS}
          placeholder={t('webhooks.form.namePlaceholder')}
          autoComplete="off"
          onChange={({ target }) => change({ name: target.value })}
        />
      </Field>
      <Field label={t('webhooks.form.url')} hint={t('webhooks.form.urlHint')} error={errors.url}>
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
      <EventsField
        events={WEBHOOK_EVENTS}
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
      <SubmitActions submitLabel={submitLabel} pending={pending} onCancel={onCancel} />
    </Form>
  );
}
