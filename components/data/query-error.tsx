'use client';

import type { ReactNode } from 'react';
import { RequestError } from '@/lib/http/fetch-json';
import { ErrorState } from './error-state';

export type QueryErrorProps = { title: ReactNode; error: Error; onRetry: () => void; retrying: boolean };

/** In place of what a query could not read, with the server's own words. */
export function QueryError({ title, error, onRetry, retrying }: QueryErrorProps) {
  const detail = error instanceof RequestError ? error.detail : null;
  return (
    <ErrorState
      title={title}
      // A fault's own words repeat the request ID that stands below.
      text={detail?.code === 'FAULT' ? undefined : detail?.message}
      requestId={detail?.requestId}
      onRetry={onRetry}
      retrying={retrying}
    />
  );
}
