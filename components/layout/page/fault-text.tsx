'use client';

import { useTranslations } from 'next-intl';
import { RequestId } from '@/components/data/states/request-id';
import { Button } from '@/components/ui/button';
import { ErrorPage } from './error-page';

export type FaultTextProps = { error: Error & { digest?: string }; retry: () => void };

/** The page of a fault, once its code is there. */
export function FaultText({ error, retry }: FaultTextProps) {
  const t = useTranslations();
  if (error.name === 'ChunkLoadError')
    return (
      <ErrorPage
        title={t('layout.fault.title')}
        text={t('common.failure.unloaded')}
        actions={<Button onClick={() => window.location.reload()}>{t('common.failure.reload')}</Button>}
      />
    );
  return (
    <ErrorPage
      code={error.digest && t('layout.fault.code')}
      title={t('layout.fault.title')}
      text={t(error.digest ? 'layout.fault.text' : 'layout.fault.textHere')}
      actions={<Button onClick={retry}>{t('common.retry')}</Button>}
    >
      {error.digest && <RequestId id={error.digest} className="mt-6" />}
    </ErrorPage>
  );
}
