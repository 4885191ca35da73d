'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useReach } from '@/components/data/actions/use-reach';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';
import { Form } from '@/components/ui/form/form';
import { FormError } from '@/components/ui/form/form-error';
import { Input } from '@/components/ui/form/input';
import { translatedResolver } from '@/lib/forms/resolver';
import { applyServerError } from '@/lib/forms/server-error';
import { requestResetAction } from '@/lib/users/member-actions';
import type { ForgottenInput } from '@/lib/users/schema';

const loadSchema = async () => (await import('@/lib/users/schema')).forgottenSchema;

/** Asks for a letter with a link for a new password. What it says then is the same for every address. */
export function ForgotForm() {
  const t = useTranslations();
  const reach = useReach();
  const [askedFor, setAskedFor] = useState<string>();
  const form = useForm<ForgottenInput>({ resolver: translatedResolver(loadSchema, t) });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (values) => {
    const result = await reach(requestResetAction(values));
    if (result.serverError) return applyServerError(form, ['email'], result.serverError);
    setAskedFor(values.email);
  });

  if (askedFor !== undefined)
    return (
      <p role="status" className="text-pretty wrap-anywhere">
        {t('auth.forgot.asked', { email: askedFor })}
      </p>
    );
  return (
    <Form onSubmit={submit} className="flex flex-col gap-5">
      <FormError error={errors.root} />
      <Field label={t('auth.email')} error={errors.email?.message}>
        <Input {...form.register('email')} type="email" autoComplete="username" autoFocus required />
      </Field>
      <Button type="submit" pending={isSubmitting} className="w-full">
        {t('auth.forgot.submit')}
      </Button>
    </Form>
  );
}
