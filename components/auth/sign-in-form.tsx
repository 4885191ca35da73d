'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { CodeField } from '@/components/data/code-field';
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
  // Only whoever knows the password learns that there is a second step.
  const [wantsCode, setWantsCode] = useState(false);
  const needCode = (texts: Record<string, string>, { code }: SignInInput) =>
    wantsCode && !code?.trim() ? { ...texts, code: t('errors.issues.required', { field: 'code' }) } : texts;
  // Without defaults: they would wipe out what a person or a password manager entered before this runs.
  const form = useForm<SignInInput>({ resolver: translatedResolver(loadSchema, t, needCode) });
  const { errors, isSubmitting } = form.formState;

  const failed = useFailure();
  const refuse = (answer: SignInAnswer) => {
    const refusal = 'error' in answer ? parseSignInError(answer.error) : null;
    if (refusal?.code === 'SECOND_STEP_NEEDED') return setWantsCode(true);
    const message = refusal ? t(`errors.codes.${refusal.code}`, refusal.values) : reason(answer);
    if (refusal?.code === 'SECOND_STEP_WRONG')
      return form.setError('code', { message }, { shouldFocus: true });
    form.setError('root', { message });
    form.setFocus(refusal?.code === 'TOO_MANY_CODES' ? 'code' : 'password');
  };
  const reason = (answer: SignInAnswer) => {
    if ('failure' in answer) return failed(answer.failure);
    return t(answer.error === WRONG_CREDENTIALS ? 'auth.signIn.wrong' : 'common.failure.foreign');
  };

  const submit = form.handleSubmit(async ({ email, password, code }) => {
    const answer = await signInWithPassword({ email, password, code: wantsCode ? code : undefined });
    if (!isSignedIn(answer)) return refuse(answer);
    router.replace(from);
    router.refresh();
  });
  const another = { onChange: () => setWantsCode(false) };

  return (
    <Form onSubmit={submit} className="flex flex-col gap-5">
      <FormError error={errors.root} />
      <Field label={t('auth.email')} error={errors.email?.message}>
        <Input {...form.register('email', another)} type="email" autoComplete="username" autoFocus required />
      </Field>
      <Field label={t('auth.password')} error={errors.password?.message}>
        <Input {...form.register('password')} type="password" autoComplete="current-password" required />
      </Field>
      {wantsCode && (
        <CodeField
          field={form.register('code')}
          error={errors.code?.message}
          onSwitch={() => form.resetField('code', { defaultValue: '' })}
          autoFocus
        />
      )}
      <Button type="submit" pending={isSubmitting} className="w-full">
        {t('auth.signIn.submit')}
      </Button>
    </Form>
  );
}
