'use client';

import { useTranslations } from 'next-intl';
import { useForm, useWatch } from 'react-hook-form';
import { useReach } from '@/components/data/actions/use-reach';
import { NewPasswordField } from '@/components/data/sign-in/new-password-field';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';
import { Form } from '@/components/ui/form/form';
import { FormError } from '@/components/ui/form/form-error';
import { Input } from '@/components/ui/form/input';
import { translatedResolver } from '@/lib/forms/resolver';
import { applyServerError } from '@/lib/forms/server-error';
import { resetPasswordAction } from '@/lib/users/member-actions';
import type { ResetPasswordInput } from '@/lib/users/schema';
import { useEnter } from './use-enter';

const loadSchema = async () => (await import('@/lib/users/schema')).resetPasswordSchema;

/** Sets a new password by a one-time link and signs in. */
export function ResetForm({ token, email, name }: { token: string; email: string; name: string }) {
  const t = useTranslations();
  const reach = useReach();
  const enter = useEnter();
  const form = useForm<ResetPasswordInput>({ resolver: translatedResolver(loadSchema, t) });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (values) => {
    const result = await reach(resetPasswordAction({ token, values }));
    if (result.serverError)
      return applyServerError(form, ['newPassword', 'repeatPassword'], result.serverError);
    await enter(email, values.newPassword);
  });
  const newPassword = useWatch({ control: form.control, name: 'newPassword' });

  return (
    <Form onSubmit={submit} className="flex flex-col gap-5">
      <FormError error={errors.root} />
      <Field label={t('auth.email')}>
        <Input type="email" autoComplete="username" value={email} readOnly />
      </Field>
      <NewPasswordField
        label={t('auth.account.newPassword')}
        field={form.register('newPassword')}
        error={errors.newPassword?.message}
        password={newPassword}
        owner={{ name, email }}
        autoFocus
      />
      <Field label={t('auth.account.repeatPassword')} error={errors.repeatPassword?.message}>
        <Input {...form.register('repeatPassword')} type="password" autoComplete="new-password" required />
      </Field>
      <Button type="submit" pending={isSubmitting} className="w-full">
        {t('members.reset.submit')}
      </Button>
    </Form>
  );
}
