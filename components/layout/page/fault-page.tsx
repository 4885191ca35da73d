'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ErrorPage } from './error-page';

/** Next gives faults of the server a digest; instrumentation.ts logs the stack under it. */
export type FaultPageProps = { error: Error & { digest?: string }; retry: () => void };

export function FaultPage({ error, retry }: FaultPageProps) {
  const t = useTranslations();
  return (
    <ErrorPage
      code={t('layout.fault.code')}
      title={t('layout.fault.title')}
      text={t('layout.fault.text')}
      requestId={error.digest}
      actions={<Button onClick={retry}>{t('common.retry')}</Button>}
    />
  );
}
