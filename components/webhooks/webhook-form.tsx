'use client';

import { useTranslations } from 'next-intl';
import { useState, type SyntheticEvent } from 'react';
import { SightField } from '@/components/data/sight/sight-field';
import type { AppChoice, Sight } from '@/components/data/sight/sight-text';
import { useReach } from '@/components/data/use-reach';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';
import { Form } from '@/components/ui/form/form';
import { Input } from '@/components/ui/form/input';
import { DialogActions } from '@/components/ui/overlay/dialog';
import type { ActionResult } from '@/lib/actions/outcome';
import {
  WEBHOOK_EVENTS,
  WEBHOOK_NAME_MAX_CHARS,
  WEBHOOK_URL_MAX_CHARS,
  type WebhookEvent,
} from '@/lib/webhooks/limits';
import { EventsField } from './events-field';

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

/** The first thing that is wrong with a field, or with a part of it. */
const errorOf = (fields: Record<string, string>, field: string) =>
  Object.entries(fields).find(([name]) => name === field || name.startsWith(`${field}.`))?.[1];

export function WebhookForm<Data>(props: WebhookFormProps<Data>) {
  const { apps, known = NEW, submitLabel, save, onSaved, onCancel } = props;
  const t = useTranslations();
  const reach = useReach();
  const [values, setValues] = useState(known);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [pending, setPending] = useState(false);
  const change = (some: Partial<WebhookValues>) => setValues((before) => ({ ...before, ...some }));

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const missing = {
      ...(values.events.length === 0 && { events: t('webhooks.form.eventsNone') }),
      ...(values.appIds?.length === 0 && { appIds: t('members.sight.none') }),
    };
    setErrors(missing);
    if (Object.keys(missing).length > 0) return;
    setPending(true);
    const { data, serverError } = await reach(save(values));
    setPending(false);
    if (!serverError) return onSaved(data);
    const { fields, message } = serverError;
    setErrors(Object.keys(fields).length > 0 ? fields : { name: message });
  };
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
      <DialogActions>
        <Button variant="secondary" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" pending={pending}>
          {submitLabel}
        </Button>
      </DialogActions>
    </Form>
  );
}
