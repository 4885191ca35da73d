'use client';

import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { useReach } from '@/components/data/actions/use-reach';
import { usePasskeyPrompt, type MakeOptions } from '@/components/data/sign-in/passkey-prompt';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';
import { Form } from '@/components/ui/form/form';
import { FormError } from '@/components/ui/form/form-error';
import { Input } from '@/components/ui/form/input';
import { applyServerError } from '@/lib/forms/server-error';
import { addPasskeyAction } from '@/lib/users/passkeys/actions';
import { PASSKEY_NAME_MAX_CHARS } from '@/lib/users/passkeys/limits';

type MakePasskeyProps = {
  options: MakeOptions;
  origin: string;
  /** What the device is called. */
  deviceName: string | null;
  /** Gets recovery codes where the second step was off. */
  onDone: (recoveryCodes: readonly string[] | null) => void;
};

/** Names the passkey and has the browser make it, by a press of its own: some browsers ask for nothing without one. */
export function MakePasskey({ options, origin, deviceName, onDone }: MakePasskeyProps) {
  const t = useTranslations('secondStep.passkeys');
  const reach = useReach();
  const prompt = usePasskeyPrompt(origin);
  const form = useForm({ defaultValues: { name: deviceName ?? t('defaultName') } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ name }) => {
    const said = await prompt.make(options);
    if ('refusal' in said) return form.setError('root', { message: said.refusal });
    const { data, serverError } = await reach(addPasskeyAction({ name, answer: said.answer }));
    if (serverError) return applyServerError(form, ['name'], serverError);
    onDone(data?.recoveryCodes ?? null);
  });
  return (
    <Form onSubmit={submit} className="flex flex-col gap-5">
      <FormError error={errors.root} />
      <Field label={t('name')} hint={t('nameHint')} error={errors.name?.message}>
        <Input {...form.register('name')} maxLength={PASSKEY_NAME_MAX_CHARS} autoFocus required />
      </Field>
      <p className="text-[0.8125rem] leading-5 text-muted-foreground">{t('makeText')}</p>
      <div className="flex sm:justify-end">
        <Button type="submit" pending={isSubmitting} className="w-full sm:w-auto">
          {t('make')}
        </Button>
      </div>
    </Form>
  );
}
