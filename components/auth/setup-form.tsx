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
import { applyServerError } from '@/lib/forms/server-error';
import { translatedResolver } from '@/lib/forms/resolver';
import { completeSetupAction } from '@/lib/setup/actions';
import type { NewUserInput } from '@/lib/users/schema';
import { useEnter } from './use-enter';

const loadSchema = async () => (await import('@/lib/users/schema')).newUserSchema;

export function SetupForm({ token }: { token: string }) {
  const t = useTranslations();
  const reach = useReach();
  const enter = useEnter();
  // Without defaults: they would wipe out what a person or a password manager entered before this runs.
  const form = useForm<NewUserInput>({ resolver: translatedResolver(loadSchema, t) });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (values) => {
    const result = await reach(completeSetupAction({ token, values }));
    if (result.serverError) return applyServerError(form, ['name', 'email', 'password'], result.serverError);
    await enter(values.email, values.password);
  });
  const [name, email, password] = useWatch({ control: form.control, name: ['name', 'email', 'password'] });

  return (
    <Form onSubmit={submit} className="flex flex-col gap-5">
      <FormError error={errors.root} />
      <Field label={t('auth.name')} error={errors.name?.message}>
        <Input {...form.register('name')} autoComplete="name" autoFocus required />
      </Field>
      <Field label={t('auth.email')} error={errors.email?.message}>
        <Input {...form.register('email')} type="email" autoComplete="username" required />
      </Field>
      <NewPasswordField
        label={t('auth.password')}
        field={form.register('password')}
        error={errors.password?.message}
        password={password}
        owner={{ name, email }}
      />
      <Button type="submit" pending={isSubmitting} className="w-full">
        {t('auth.setup.submit')}
      </Button>
    </Form>
  );
}
