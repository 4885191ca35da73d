'use client';

import { useTranslations } from 'next-intl';
import { useSyncExternalStore, type ReactNode } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';

type OnlyByHttpsProps = {
  /** Where people open Suncode, if it is https; else null. */
  address: string | null;
  children: ReactNode;
};

const never = () => () => undefined;

/**
 * Cookies of a server whose address is https are kept by browsers there alone: signing in by plain http in the same network
 * would succeed and lead back to this page without a word.
 */
export function OnlyByHttps({ address, children }: OnlyByHttpsProps) {
  const t = useTranslations('auth.signIn');
  const isLost = useSyncExternalStore(
    never,
    () => address !== null && !window.isSecureContext,
    () => false,
  );
  if (!isLost || address === null) return children;
  return (
    <div className="flex flex-col gap-5">
      <Alert tone="warning">{t('onlyHttps', { here: window.location.origin, address })}</Alert>
      <Button render={<a href={address} />} className="w-full">
        {t('openHttps')}
      </Button>
    </div>
  );
}
