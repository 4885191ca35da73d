'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { useFailure } from '@/components/data/actions/use-reach';
import { CodeField } from '@/components/data/sign-in/code-field';
import { PasskeyButton } from '@/components/data/sign-in/passkey-button';
import { Button } from '@/components/ui/button';
import { Form } from '@/components/ui/form/form';
import { FormError } from '@/components/ui/form/form-error';
import { isSignedIn, signInWithStep, type SignInAnswer } from '@/lib/auth/passwords/password-sign-in';
import { parseSignInError } from '@/lib/auth/passwords/sign-in-error';

type StepFormProps = {
  /** Where signing in leads: a path of ours, checked by the page. */
  from: Route;
  hasApp: boolean;
  /** The address that passkeys work at; null for who has none. */
  passkeyOrigin: string | null;
};

/** The second step of whom a sign-in service has vouched for. */
export function StepForm({ from, hasApp, passkeyOrigin }: StepFormProps) {
  const t = useTranslations();
  const router = useRouter();
  const form = useForm({ defaultValues: { code: '' } });
  const { errors, isSubmitting } = form.formState;
  const failed = useFailure();
  const reason = (answer: SignInAnswer): string => {
    if ('failure' in answer) return failed(answer.failure);
    const refusal = parseSignInError(answer.error);
    return refusal ? t(`errors.codes.${refusal.code}`, refusal.values) : t('signIn.enter.tooLong');
  };
  const refuse = (message: string) => form.setError('root', { message });
  const enter = () => {
    router.replace(from);
    router.refresh();
  };
  const submit = form.handleSubmit(async ({ code }) => {
    if (!code.trim())
      return form.setError('code', { message: t('errors.issues.required', { field: 'code' }) });
    const answer = await signInWithStep({ code });
    if (!isSignedIn(answer)) return form.setError('code', { message: reason(answer) }, { shouldFocus: true });
    enter();
  });
  const byPasskey = async (passkey: string) => {
    const answer = await signInWithStep({ passkey });
    if (isSignedIn(answer)) enter();
    else refuse(reason(answer));
  };
  return (
    <Form onSubmit={submit} className="flex flex-col gap-5">
      <FormError error={errors.root} />
      <CodeField
        field={form.register('code')}
        error={errors.code?.message}
        hasApp={hasApp}
        onSwitch={() => form.resetField('code', { defaultValue: '' })}
        autoFocus
      />
      <Button type="submit" pending={isSubmitting} className="w-full">
        {t('auth.signIn.submit')}
      </Button>
      {passkeyOrigin !== null && (
        <PasskeyButton
          origin={passkeyOrigin}
          label={t('auth.passkey.step')}
          onAnswer={byPasskey}
          onRefused={refuse}
        />
      )}
      <Button variant="ghost" className="w-full" render={<Link href="/sign-in" />}>
        {t('signIn.enter.otherWay')}
      </Button>
    </Form>
  );
}
