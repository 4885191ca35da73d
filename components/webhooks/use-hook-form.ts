'use client';

import { useTranslations } from 'next-intl';
import { useState, type SyntheticEvent } from 'react';
import { useReach } from '@/components/data/actions/use-reach';
import type { Sight } from '@/components/data/sight/sight-text';
import type { ActionResult } from '@/lib/actions/outcome';

type HookValues = { events: readonly unknown[]; appIds: Sight };

export type HookForm<Values, Data> = {
  start: Values;
  save: (values: Values) => Promise<ActionResult<Data>>;
  onSaved: (data: Data | undefined) => void;
};

/** What is typed of a webhook or a robot, and how it is sent: without events or Mini Programs it is not. */
export function useHookForm<Values extends HookValues, Data>({
  start,
  save,
  onSaved,
}: HookForm<Values, Data>) {
  const t = useTranslations();
  const reach = useReach();
  const [values, setValues] = useState(start);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [pending, setPending] = useState(false);

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
  const change = (some: Partial<Values>) => setValues((before) => ({ ...before, ...some }));
  return { values, change, errors, pending, submit };
}
