'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type SyntheticEvent } from 'react';
import { useErrorToast } from '@/components/data/actions/use-error-toast';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';
import { Form } from '@/components/ui/form/form';
import { RadioCardGroup } from '@/components/ui/form/radio-card';
import { Textarea } from '@/components/ui/form/textarea';
import { toast } from '@/components/ui/overlay/toast';
import { ActionRefusal, outcomeOf } from '@/lib/actions/outcome';
import { setPrintStateAction } from '@/lib/print/records/actions';
import { PRINT_NOTE_MAX_CHARS, PRINT_STATES } from '@/lib/print/records/record-types';

export type PrintStateFormProps = { exportId: string; state: (typeof PRINT_STATES)[number] };

/** What became of a print, and a note: another state, a note, or both. */
export function PrintStateForm({ exportId, state: known }: PrintStateFormProps) {
  const t = useTranslations('prints');
  const router = useRouter();
  const showError = useErrorToast();
  const [state, setState] = useState(known);
  const [note, setNote] = useState('');
  const [error, setError] = useState<string>();
  const save = useMutation({
    mutationFn: () => outcomeOf(setPrintStateAction({ exportId, values: { state, note } })),
    onSuccess: () => {
      toast.success(t('form.saved'));
      router.refresh();
    },
    onError: (refused) => {
      const said = refused instanceof ActionRefusal ? refused.detail.fields.note : undefined;
      if (said) setError(said);
      else showError(refused);
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (state === known && note.trim() === '') return setError(t('form.nothing'));
    setError(undefined);
    save.mutate();
  };
  return (
    <Form onSubmit={submit} className="flex flex-col gap-4">
      <RadioCardGroup
        aria-label={t('form.state')}
        value={state}
        onValueChange={setState}
        className="grid-cols-2"
        items={PRINT_STATES.map((value) => ({ value, title: t(`states.${value}`) }))}
      />
      <Field label={t('form.note')} error={error} hint={t('form.noteHint')}>
        <Textarea
          value={note}
          onChange={({ target }) => setNote(target.value)}
          maxLength={PRINT_NOTE_MAX_CHARS}
        />
      </Field>
      <Button type="submit" variant="secondary" className="self-start" pending={save.isPending}>
        {t('form.save')}
      </Button>
    </Form>
  );
}
