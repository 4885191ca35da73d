'use client';

import { useReach } from '@/components/data/use-reach';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useForm, useWatch } from 'react-hook-form';
import { usePasswordWarning } from '@/components/data/use-password-warning';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';
import { Form } from '@/components/ui/form/form';
import { FormError } from '@/components/ui/form/form-error';
import { Input } from '@/components/ui/form/input';
import { signInWithPassword } from '@/lib/auth/password-sign-in';
import { applyServerError } from '@/lib/forms/server-error';
import { translatedResolver } from '@/lib/forms/resolver';
import { completeSetupAction } from '@/lib/setup/actions';
import { PASSWORD_MIN_CHARS } from '@/lib/users/limits';
import type { NewUserInput } from '@/lib/users/schema';

const loadSchema = async () => (await import('@/lib/users/schema')).newUserSchema;

export function SetupForm({ token }: { token: string }) {
  const t = useTranslations();
  const reach = useReach();
  const router = useRouter();
  // Without defaults: they would wipe out what a person or a password manager entered before this runs.
  const form = useForm<NewUserInput>({ resolver: translatedResolver(loadSchema, t) });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (values) => {
    const result = await reach(completeSetupAction({ token, values }));
    if (result.serverError) return applyServerError(form, ['name', 'email', 'password'], result.serverError);
    await signInWithPassword(values.email, values.password);
    router.replace('/');
    router.refresh();
  });
  const [name, email, password] = useWatch({ control: form.control, name: ['name', 'email', 'password'] });
  const warning = usePasswordWarning(password ?? '', { name, email });

  return (
    <Form onSubmit={submit} className="flex flex-col gap-5">
      <FormError error={errors.root} />
      <Field label={t('auth.name')} error={errors.name?.message}>
        <Input {...form.register('name')} autoComplete="name" autoFocus required />
      </Field>
      <Field label={t('auth.email')} error={errors.email?.message}>
        <Input {...form.register('email')} type="email" autoComplete="username" required />
      </Field>
      <Field
        label={t('auth.password')}
        hint={t('auth.passwordHint', { min: PASSWORD_MIN_CHARS })}
        error={errors.password?.message}
        warning={warning}
      >
        <Input {...form.register('password')} type="password" autoComplete="new-password" required />
      </Field>
      <Button type="submit" pending={isSubmitting} className="w-full">
        {t('auth.setup.submit')}
      </Button>
    </Form>
  );
}
