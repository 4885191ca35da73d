'use client';

import { FaultPage } from '@/components/layout/page/fault-page';

type ErrorProps = { error: Error & { digest?: string }; retry: () => void };

export default function ErrorBoundary({ error, retry }: ErrorProps) {
  return <FaultPage error={error} retry={retry} />;
}
