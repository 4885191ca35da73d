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
import { acceptInvitationAction } from '@/lib/users/member-actions';
import type { JoinInput } from '@/lib/users/schema';
import { useEnter } from './use-enter';

const loadSchema = async () => (await import('@/lib/users/schema')).joinSchema;

/** Accepts an invitation and signs in. The address is the invitation's. */
export function JoinForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations();
  const reach = useReach();
  const enter = useEnter();
  // Without defaults: they would wipe out what a person or a password manager entered before this runs.
  const form = useForm<JoinInput>({ resolver: translatedResolver(loadSchema, t) });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (values) => {
    const result = await reach(acceptInvitationAction({ token, values }));
    if (result.serverError) return applyServerError(form, ['name', 'password'], result.serverError);
    await enter(email, values.password);
  });
  const [name, password] = useWatch({ control: form.control, name: ['name', 'password'] });

  return (
    <Form onSubmit={submit} className="flex flex-col gap-5">
      <FormError error={errors.root} />
      <Field label={t('auth.email')}>
        <Input type="email" autoComplete="username" value={email} readOnly />
      </Field>
      <Field label={t('auth.name')} error={errors.name?.message}>
        <Input {...form.register('name')} autoComplete="name" autoFocus required />
      </Field>
      <NewPasswordField
        label={t('auth.password')}
        field={form.register('password')}
        error={errors.password?.message}
        password={password}
        owner={{ name, email }}
      />
      <Button type="submit" pending={isSubmitting} className="w-full">
        {t('members.join.submit')}
      </Button>
    </Form>
  );
}
