'use client';

import { useTranslations } from 'next-intl';
import { RequestId } from '@/components/data/states/request-id';
import { Alert } from '@/components/ui/alert';
import type { ServiceRefusal } from '@/lib/auth/services/service-refusal';

/** Why signing in by a service, or connecting one, came to nothing. `service` is its name. */
export function RefusalAlert({ refusal, service }: { refusal: ServiceRefusal; service: string }) {
  const t = useTranslations('errors.codes');
  const { code, requestId } = refusal;
  return (
    <Alert tone={code === 'SERVICE_CANCELLED' ? 'info' : 'danger'} role="alert">
      <p>{t(code, { service })}</p>
      {requestId && <RequestId id={requestId} className="mt-1" />}
    </Alert>
  );
}
