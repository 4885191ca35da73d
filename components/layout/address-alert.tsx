'use client';

import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';

export type AddressAlertProps = { origin: string; host: string; appUrl: string | null };

/** The page is open at an address that the server does not know as its own. */
export function AddressAlert({ origin, host, appUrl }: AddressAlertProps) {
  const t = useTranslations('common.failure');
  return (
    <Alert tone="warning" title={t('addressTitle')} className="mb-6">
      {appUrl ? t('originOther', { origin, appUrl }) : t('origin', { origin, host })}
    </Alert>
  );
}
