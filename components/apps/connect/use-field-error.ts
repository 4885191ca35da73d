import { useTranslations } from 'next-intl';
import type { UseFormReturn } from 'react-hook-form';
import type { AppFormValues } from '@/components/apps/app-form-values';
import type { ConnectionFailure } from '@/lib/apps/test-connection';

/** What WeChat says against one of the fields, at the field, in words for whoever has WeChat's console open. */
export function useFieldError(form: Pick<UseFormReturn<AppFormValues>, 'setError'>) {
  const t = useTranslations('apps.connect.wrong');
  return ({ field, explanation }: ConnectionFailure): void => {
    if (!field) return;
    const texts = { appId: t('appId'), appSecret: t('appSecret'), tokenUrl: t('tokenUrl') };
    const message = explanation.key === 'secretFrozen' ? t('frozen') : texts[field];
    form.setError(field, { type: 'server', message }, { shouldFocus: true });
  };
}
