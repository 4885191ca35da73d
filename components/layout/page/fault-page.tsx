'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { failureOf } from '@/lib/actions/failure';
import { ErrorPage } from './error-page';

/** Next gives faults of the server a digest; instrumentation.ts logs the stack under it. */
export type FaultPageProps = { error: Error & { digest?: string }; retry: () => void };

export function FaultPage({ error, retry }: FaultPageProps) {
  const t = useTranslations();
  if (failureOf(error, true).kind === 'unloaded')
    return (
      <ErrorPage
        title={t('layout.fault.title')}
        text={t('common.failure.unloaded')}
        actions={<Button onClick={() => window.location.reload()}>{t('common.failure.reload')}</Button>}
      />
    );
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
