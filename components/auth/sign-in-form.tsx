'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useFailure } from '@/components/data/actions/use-reach';
import { CodeField } from '@/components/data/sign-in/code-field';
import { PasskeyButton } from '@/components/data/sign-in/passkey-button';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';
import { Form } from '@/components/ui/form/form';
import { FormError } from '@/components/ui/form/form-error';
import { Input } from '@/components/ui/form/input';
import {
  isSignedIn,
  signInWithPasskey,
  signInWithPassword,
  type SignInAnswer,
} from '@/lib/auth/passwords/password-sign-in';
import { parseSignInError, WRONG_CREDENTIALS } from '@/lib/auth/passwords/sign-in-error';
import { translatedResolver } from '@/lib/forms/resolver';
import type { SignInInput } from '@/lib/users/schema';

const loadSchema = async () => (await import('@/lib/users/schema')).signInSchema;

type SignInFormProps = {
  /** Where signing in leads: a path of ours, checked by the page. */
  from: Route;
  /** The address that passkeys work at; null where nobody has one. */
  passkeyOrigin: string | null;
};

/** What the second step may be, once the password was right: only whoever knows it learns that there is one. */
type Wanted = { app: boolean; passkeys: boolean };

const wantedOf = ({ app, passkeys }: Record<string, string | number>): Wanted => ({
  app: app !== 0,
  passkeys: Number(passkeys) > 0,
});

/** What is to be typed anew; nothing where a passkey was refused. */
function focusAfter(code: string | undefined): 'code' | 'password' | null {
  if (code === 'PASSKEY_WRONG') return null;
  return code === 'TOO_MANY_CODES' ? 'code' : 'password';
}

export function SignInForm({ from, passkeyOrigin }: SignInFormProps) {
  const t = useTranslations();
  const router = useRouter();
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const needCode = (texts: Record<string, string>, { code }: SignInInput) =>
    wanted && !code?.trim() ? { ...texts, code: t('errors.issues.required', { field: 'code' }) } : texts;
  // Without defaults: they would wipe out what a person or a password manager entered before this runs.
  const form = useForm<SignInInput>({ resolver: translatedResolver(loadSchema, t, needCode) });
  const { errors, isSubmitting } = form.formState;

  const failed = useFailure();
  const refuse = (answer: SignInAnswer) => {
    const refusal = 'error' in answer ? parseSignInError(answer.error) : null;
    if (refusal?.code === 'SECOND_STEP_NEEDED') return setWanted(wantedOf(refusal.values));
    const message = refusal ? t(`errors.codes.${refusal.code}`, refusal.values) : reason(answer);
    if (refusal?.code === 'SECOND_STEP_WRONG')
      return form.setError('code', { message }, { shouldFocus: true });
    form.setError('root', { message });
    const next = focusAfter(refusal?.code);
    if (next) form.setFocus(next);
  };
  const reason = (answer: SignInAnswer) => {
    if ('failure' in answer) return failed(answer.failure);
    return t(answer.error === WRONG_CREDENTIALS ? 'auth.signIn.wrong' : 'common.failure.foreign');
  };
  const finish = (answer: SignInAnswer) => {
    if (!isSignedIn(answer)) return refuse(answer);
    router.replace(from);
    router.refresh();
  };

  const submit = form.handleSubmit(async ({ email, password, code }) =>
    finish(await signInWithPassword({ email, password, code: wanted ? code : undefined })),
  );
  // With the password it is the second step; alone it is both.
  const byPasskey = async (passkey: string) => {
    const { email, password } = form.getValues();
    finish(await (wanted ? signInWithPassword({ email, password, passkey }) : signInWithPasskey(passkey)));
  };
  const another = { onChange: () => setWanted(null) };
  const passkeyLabel = t(wanted ? 'auth.passkey.step' : 'auth.passkey.signIn');

  return (
    <Form onSubmit={submit} className="flex flex-col gap-5">
      <FormError error={errors.root} />
      <Field label={t('auth.email')} error={errors.email?.message}>
        <Input {...form.register('email', another)} type="email" autoComplete="username" autoFocus required />
      </Field>
      <Field label={t('auth.password')} error={errors.password?.message}>
        <Input {...form.register('password')} type="password" autoComplete="current-password" required />
      </Field>
      {wanted && (
        <CodeField
          field={form.register('code')}
          error={errors.code?.message}
          hasApp={wanted.app}
          onSwitch={() => form.resetField('code', { defaultValue: '' })}
          autoFocus
        />
      )}
      <Button type="submit" pending={isSubmitting} className="w-full">
        {t('auth.signIn.submit')}
      </Button>
      {passkeyOrigin !== null && (!wanted || wanted.passkeys) && (
        <PasskeyButton
          origin={passkeyOrigin}
          label={passkeyLabel}
          onAnswer={byPasskey}
          onRefused={(message) => form.setError('root', { message })}
        />
      )}
    </Form>
  );
}
