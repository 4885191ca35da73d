'use client';

import { useTranslations } from 'next-intl';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { Field } from '@/components/ui/form/field';
import { Input } from '@/components/ui/form/input';

type OwnPasswordProps = { email: string; field: UseFormRegisterReturn; error: string | undefined };

/** The current password, asked for before anything that signing in depends on. */
export function OwnPassword({ email, field, error }: OwnPasswordProps) {
  const t = useTranslations('auth.account');
  return (
    <>
      {/* Password managers file what stands here under this name. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <Field label={t('currentPassword')} error={error}>
        <Input {...field} type="password" autoComplete="current-password" required />
      </Field>
    </>
  );
}
