'use client';

import { useTranslations } from 'next-intl';
import { useState, type SyntheticEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';
import { Form } from '@/components/ui/form/form';
import { Input } from '@/components/ui/form/input';
import { savePresetAction } from '@/lib/batches/actions';
import { PRESET_NAME_MAX_CHARS } from '@/lib/batches/limits';
import { usePresetAction } from './use-preset-action';

/** Keeps the plan, which stores itself as it changes, under a name. */
export function SavePreset({ batchId }: { batchId: string }) {
  const t = useTranslations('batches.presets');
  const [name, setName] = useState('');
  const [error, setError] = useState<string>();
  const save = usePresetAction({
    run: () => savePresetAction({ name, batchId }),
    said: () => t('saved', { name }),
    onDone: () => setName(''),
    onRefused: (detail) => setError(detail.fields.name ?? detail.message),
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    // Inside the popup, but React hands it on to the form around the popup's trigger.
    event.stopPropagation();
    if (name.trim() === '') return setError(t('nameRequired'));
    setError(undefined);
    save.mutate();
  };
  return (
    <Form onSubmit={submit} className="flex flex-col gap-2 border-t border-border p-4">
      <Field label={t('name')} error={error}>
        <Input
          value={name}
          onChange={({ target }) => setName(target.value)}
          maxLength={PRESET_NAME_MAX_CHARS}
          autoComplete="off"
        />
      </Field>
      <Button type="submit" variant="secondary" size="sm" pending={save.isPending}>
        {t('save')}
      </Button>
    </Form>
  );
}
