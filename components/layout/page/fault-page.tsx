'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { RequestId } from '@/components/data/request-id';
import { primaryButton } from '@/components/ui/primary-button';
import { ErrorPage } from './error-page';

/** Next gives faults of the server a digest; instrumentation.ts logs the stack under it. */
export type FaultPageProps = { error: Error & { digest?: string }; retry: () => void };

export function FaultPage({ error, retry }: FaultPageProps) {
  const t = useTranslations();
  if (error.name === 'ChunkLoadError')
    return (
      <ErrorPage
        title={t('layout.fault.title')}
        text={t('common.failure.unloaded')}
        actions={
          <PlainButton onClick={() => window.location.reload()}>{t('common.failure.reload')}</PlainButton>
        }
      />
    );
  return (
    <ErrorPage
      code={t('layout.fault.code')}
      title={t('layout.fault.title')}
      text={t('layout.fault.text')}
      actions={<PlainButton onClick={retry}>{t('common.retry')}</PlainButton>}
    >
      {error.digest && <RequestId id={error.digest} className="mt-6" />}
    </ErrorPage>
  );
}

/** Every page carries its fault page: without what `Button` can do beside. */
function PlainButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" onClick={onClick} className={primaryButton}>
      {children}
    </button>
  );
}
