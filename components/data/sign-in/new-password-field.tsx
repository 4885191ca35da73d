'use client';

import { useTranslations } from 'next-intl';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { Field } from '@/components/ui/form/field';
import { Input } from '@/components/ui/form/input';
import { PASSWORD_MIN_CHARS } from '@/lib/users/limits';
import type { PasswordOwner } from '@/lib/users/password-strength';
import { usePasswordWarning } from './use-password-warning';

export type NewPasswordFieldProps = {
  label: string;
  field: UseFormRegisterReturn;
  error: string | undefined;
  /** What is typed so far; undefined before anything is. */
  password: string | undefined;
  /** Whose it will be: it is judged against their own data. */
  owner: PasswordOwner;
  autoFocus?: boolean;
};

/** A password that is being chosen, with what speaks against it while it is typed. */
export function NewPasswordField({
  label,
  field,
  error,
  password,
  owner,
  autoFocus = false,
}: NewPasswordFieldProps) {
  const t = useTranslations('auth');
  const warning = usePasswordWarning(password ?? '', owner);
  return (
    <Field
      label={label}
      hint={t('passwordHint', { min: PASSWORD_MIN_CHARS })}
      error={error}
      warning={warning}
    >
      <Input {...field} type="password" autoComplete="new-password" autoFocus={autoFocus} required />
    </Field>
  );
}
