'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';
import { Input } from '@/components/ui/form/input';

export type CodeFieldProps = {
  field: UseFormRegisterReturn;
  error: string | undefined;
  autoFocus?: boolean;
  /** Of who has passkeys and no app only a recovery code can come. */
  hasApp?: boolean;
  /** What was typed is of the other kind then, and so is what was said about it. None where only the app's code will do. */
  onSwitch?: () => void;
};

/** The code of the second step. A recovery code goes into the same field, with letters on the keyboard. */
export function CodeField({ field, error, autoFocus = false, hasApp = true, onSwitch }: CodeFieldProps) {
  const t = useTranslations('auth.code');
  const [isRecovery, setRecovery] = useState(!hasApp);
  const recoveryHint = t(hasApp ? 'recoveryHint' : 'recoveryOnly');
  return (
    <div className="flex flex-col items-start gap-2">
      <Field
        className="w-full"
        label={t(isRecovery ? 'recovery' : 'label')}
        hint={isRecovery ? recoveryHint : t('hint')}
        error={error}
      >
        <Input
          {...field}
          autoComplete="one-time-code"
          inputMode={isRecovery ? 'text' : 'numeric'}
          autoCapitalize="none"
          spellCheck={false}
          autoFocus={autoFocus}
          className="font-mono"
          required
        />
      </Field>
      {hasApp && onSwitch && (
        <Button
          type="button"
          variant="link"
          size="sm"
          onClick={() => {
            setRecovery(!isRecovery);
            onSwitch();
          }}
        >
          {t(isRecovery ? 'useApp' : 'useRecovery')}
        </Button>
      )}
    </div>
  );
}
