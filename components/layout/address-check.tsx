'use client';

import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { Alert } from '@/components/ui/alert';

const never = () => () => undefined;

export type AddressCheckProps = { seenHost: string; appUrl: string | null };

/**
 * For administrators: says when the page is open at an address that the server does not know as its own, since every
 * change is refused there. Only the browser knows where it is.
 */
export function AddressCheck({ seenHost, appUrl }: AddressCheckProps) {
  const t = useTranslations('common.failure');
  const origin = useSyncExternalStore(
    never,
    () => window.location.origin,
    () => null,
  );
  if (origin === null || origin === appUrl || new URL(origin).host === seenHost) return null;
  return (
    <Alert tone="warning" title={t('addressTitle')} className="mb-6">
      {appUrl ? t('originOther', { origin, appUrl }) : t('origin', { origin, host: seenHost })}
    </Alert>
  );
}
