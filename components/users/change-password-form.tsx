'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useForm, useWatch } from 'react-hook-form';
import { useReach } from '@/components/data/actions/use-reach';
import { NewPasswordField } from '@/components/data/sign-in/new-password-field';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';
import { Form } from '@/components/ui/form/form';
import { FormError } from '@/components/ui/form/form-error';
import { Input } from '@/components/ui/form/input';
import { toast } from '@/components/ui/overlay/toast';
import { isSignedIn, signInWithPassword } from '@/lib/auth/passwords/password-sign-in';
import { applyServerError } from '@/lib/forms/server-error';
import { translatedResolver } from '@/lib/forms/resolver';
import { changePasswordAction } from '@/lib/users/actions';

const loadSchema = async () => (await import('@/lib/users/schema')).changePasswordSchema;

const FIELDS = ['currentPassword', 'newPassword', 'repeatPassword'] as const;

/** Changing the password ends every session, so this one signs in again at once. */
export function ChangePasswordForm({ email, name }: { email: string; name: string }) {
  const t = useTranslations();
  const router = useRouter();
  const reach = useReach();
  const form = useForm({
    resolver: translatedResolver(loadSchema, t),
    defaultValues: { currentPassword: '', newPassword: '', repeatPassword: '' },
  });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (values) => {
    const result = await reach(changePasswordAction(values));
    if (result.serverError) return applyServerError(form, FIELDS, result.serverError);
    const signedIn = await signInWithPassword({ email, password: values.newPassword });
    form.reset();
    toast.success(
      t(isSignedIn(signedIn) ? 'auth.account.passwordChanged' : 'auth.account.passwordChangedSignIn'),
    );
    router.refresh();
  });
  const [currentPassword, newPassword] = useWatch({
    control: form.control,
    name: ['currentPassword', 'newPassword'],
  });

  return (
    <Form onSubmit={submit} className="flex max-w-md flex-col gap-5">
      <FormError error={errors.root} />
      {/* Password managers file the new password under the name that stands in the form. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <Field label={t('auth.account.currentPassword')} error={errors.currentPassword?.message}>
        <Input
          {...form.register('currentPassword')}
          type="password"
          autoComplete="current-password"
          required
        />
      </Field>
      <NewPasswordField
        label={t('auth.account.newPassword')}
        field={form.register('newPassword')}
        error={errors.newPassword?.message}
        password={newPassword}
        owner={{ name, email, oldPassword: currentPassword }}
      />
      <Field label={t('auth.account.repeatPassword')} error={errors.repeatPassword?.message}>
        <Input {...form.register('repeatPassword')} type="password" autoComplete="new-password" required />
      </Field>
      <div>
        <Button type="submit" variant="secondary" pending={isSubmitting}>
          {t('auth.account.changePassword')}
        </Button>
      </div>
    </Form>
  );
}
