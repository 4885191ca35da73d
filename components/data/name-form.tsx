'use client';

import { useTranslations } from 'next-intl';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';
import { Form } from '@/components/ui/form/form';
import { Input } from '@/components/ui/form/input';
import type { ActionResult } from '@/lib/actions/outcome';
import type { PublicError } from '@/lib/i18n/translate-error';
import { useListAction, type ListAction } from './actions/use-list-action';

export type NameFormProps<Data> = Pick<ListAction<string, Data>, 'lists' | 'said'> & {
  label: string;
  submitLabel: string;
  initial?: string | undefined;
  maxChars: number;
  /** Gets the name as it was typed, without spaces around it. */
  run: (name: string) => Promise<ActionResult<Data>>;
  onDone: (data: Data | undefined) => void;
  onCancel?: (() => void) | undefined;
  autoFocus?: boolean | undefined;
  /** Further fields, under the name. */
  children?: ReactNode;
};

/** Makes or renames one entry of a short list. What is refused stands under the name. */
export function NameForm<Data>(props: NameFormProps<Data>) {
  const { label, submitLabel, initial = '', maxChars, run, onDone, onCancel, autoFocus, children } = props;
  const t = useTranslations();
  const [name, setName] = useState(initial);
  const [error, setError] = useState<string>();
  const action = useListAction({
    ...{ run, lists: props.lists, ...(props.said ? { said: props.said } : {}) },
    onDone: (data) => {
      setName('');
      onDone(data);
    },
    onRefused: (detail: PublicError) => setError(detail.fields.name ?? detail.message),
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    // Inside a popup, but React hands it on to the form around the popup's trigger.
    event.stopPropagation();
    const typed = name.trim();
    if (typed === '') return setError(t('errors.issues.required', { field: 'name' }));
    setError(undefined);
    action.mutate(typed);
  };
  return (
    <Form onSubmit={submit} className="flex flex-col gap-2.5">
      <Field label={label} error={error}>
        <Input
          value={name}
          onChange={({ target }) => setName(target.value)}
          maxLength={maxChars}
          autoComplete="off"
          autoFocus={autoFocus}
        />
      </Field>
      {children}
      <div className="flex justify-end gap-2">
        {onCancel && (
          <Button variant="secondary" size="sm" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        )}
        <Button
          type="submit"
          size="sm"
          variant={onCancel ? 'primary' : 'secondary'}
          pending={action.isPending}
        >
          {submitLabel}
        </Button>
      </div>
    </Form>
  );
}
