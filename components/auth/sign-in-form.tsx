'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { useFailure } from '@/components/data/use-reach';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';
import { Form } from '@/components/ui/form/form';
import { FormError } from '@/components/ui/form/form-error';
import { Input } from '@/components/ui/form/input';
import { isSignedIn, signInWithPassword, type SignInAnswer } from '@/lib/auth/password-sign-in';
import { translatedResolver } from '@/lib/forms/resolver';
import { parseSignInError, WRONG_CREDENTIALS } from '@/lib/auth/sign-in-error';
import type { SignInInput } from '@/lib/users/schema';

const loadSchema = async () => (await import('@/lib/users/schema')).signInSchema;

/** `from` is where signing in leads: a path of ours, checked by the page. */
export function SignInForm({ from }: { from: Route }) {
  const t = useTranslations();
  const router = useRouter();
  // Without defaults: they would wipe out what a person or a password manager entered before this runs.
  const form = useForm<SignInInput>({ resolver: translatedResolver(loadSchema, t) });
  const { errors, isSubmitting } = form.formState;

  const failed = useFailure();
  const reason = (answer: SignInAnswer) => {
    if ('failure' in answer) return failed(answer.failure);
    if (answer.error === WRONG_CREDENTIALS) return t('auth.signIn.wrong');
    const refusal = parseSignInError(answer.error);
    return refusal ? t(`errors.codes.${refusal.code}`, refusal.values) : t('common.failure.foreign');
  };

  const submit = form.handleSubmit(async ({ email, password }) => {
    const answer = await signInWithPassword(email, password);
    if (isSignedIn(answer)) {
      router.replace(from);
      router.refresh();
      return;
    }
    form.setError('root', { message: reason(answer) });
    form.setFocus('password');
  });

  return (
    <Form onSubmit={submit} className="flex flex-col gap-5">
      <FormError error={errors.root} />
      <Field label={t('auth.email')} error={errors.email?.message}>
        <Input {...form.register('email')} type="email" autoComplete="username" autoFocus required />
      </Field>
      <Field label={t('auth.password')} error={errors.password?.message}>
        <Input {...form.register('password')} type="password" autoComplete="current-password" required />
      </Field>
      <Button type="submit" pending={isSubmitting} className="w-full">
        {t('auth.signIn.submit')}
      </Button>
    </Form>
  );
}
