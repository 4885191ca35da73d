'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { RequestError } from '@/lib/http/fetch-json';
import { ErrorState } from './error-state';

export type QueryErrorProps = { title: ReactNode; error: Error; onRetry: () => void; retrying: boolean };

/** In place of what a query could not read, with the server's own words. */
export function QueryError({ title, error, onRetry, retrying }: QueryErrorProps) {
  const t = useTranslations('common.error');
  const isAnswered = error instanceof RequestError;
  const detail = isAnswered ? error.detail : null;
  // A fault's own words repeat the request ID that stands below.
  const said = detail?.code === 'FAULT' ? undefined : detail?.message;
  return (
    <ErrorState
      title={title}
      text={isAnswered ? said : t('unanswered')}
      requestId={detail?.requestId}
      onRetry={onRetry}
      retrying={retrying}
    />
  );
}
