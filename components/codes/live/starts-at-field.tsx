import { useTranslations } from 'next-intl';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { Field } from '@/components/ui/form/field';
import { Input } from '@/components/ui/form/input';

export type StartsAtFieldProps = { input: UseFormRegisterReturn; error: string | undefined };

/** From when on a change counts, by the server's clock. */
export function StartsAtField({ input, error }: StartsAtFieldProps) {
  const t = useTranslations('live.startsAt');
  const common = useTranslations('common');
  return (
    <Field label={t('label')} optionalLabel={common('optional')} hint={t('hint')} error={error}>
      <Input type="datetime-local" {...input} />
    </Field>
  );
}
