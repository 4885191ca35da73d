'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useForm, useWatch } from 'react-hook-form';
import { usePasswordWarning } from '@/components/data/use-password-warning';
import { useReach } from '@/components/data/use-reach';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';
import { Form } from '@/components/ui/form/form';
import { FormError } from '@/components/ui/form/form-error';
import { Input } from '@/components/ui/form/input';
import { signInWithPassword } from '@/lib/auth/password-sign-in';
import { translatedResolver } from '@/lib/forms/resolver';
import { applyServerError } from '@/lib/forms/server-error';
import { PASSWORD_MIN_CHARS } from '@/lib/users/limits';
import { acceptInvitationAction } from '@/lib/users/member-actions';
import type { JoinInput } from '@/lib/users/schema';

const loadSchema = async () => (await import('@/lib/users/schema')).joinSchema;

/** Accepts an invitation and signs in. The address is the invitation's. */
export function JoinForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations();
  const reach = useReach();
  const router = useRouter();
  // Without defaults: they would wipe out what a person or a password manager entered before this runs.
  const form = useForm<JoinInput>({ resolver: translatedResolver(loadSchema, t) });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (values) => {
    const result = await reach(acceptInvitationAction({ token, values }));
    if (result.serverError) return applyServerError(form, ['name', 'password'], result.serverError);
    const signedIn = await signInWithPassword(email, values.password);
    const isIn = 'error' in signedIn && signedIn.error === null;
    router.replace(isIn ? '/' : '/sign-in');
    router.refresh();
  });
  const [name, password] = useWatch({ control: form.control, name: ['name', 'password'] });
  const warning = usePasswordWarning(password ?? '', { name, email });

  return (
    <Form onSubmit={submit} className="flex flex-col gap-5">
      <FormError error={errors.root} />
      <Field label={t('auth.email')}>
        <Input type="email" autoComplete="username" value={email} readOnly />
      </Field>
      <Field label={t('auth.name')} error={errors.name?.message}>
        <Input {...form.register('name')} autoComplete="name" autoFocus required />
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
        {t('members.join.submit')}
      </Button>
    </Form>
  );
}
