'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFailure } from '@/components/data/actions/use-reach';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { addressOfService } from '@/lib/auth/passwords/password-sign-in';
import type { ServiceId } from '@/lib/users/sign-in-services/service-ids';
import { ServiceMark } from './service-mark';
import { useServiceName } from './service-name';

type ServiceButtonsProps = { services: readonly { id: ServiceId; name: string | null }[]; from: string };

/** A way to each sign-in service. `from` is where signing in leads. */
export function ServiceButtons({ services, from }: ServiceButtonsProps) {
  const t = useTranslations('signIn.enter');
  const nameOf = useServiceName();
  const failed = useFailure();
  const [going, setGoing] = useState<ServiceId | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const go = async (id: ServiceId) => {
    setGoing(id);
    setFailure(null);
    try {
      // The button waits until the browser has left.
      window.location.assign(await addressOfService(id, from));
    } catch (error) {
      setFailure(failed(error));
      setGoing(null);
    }
  };
  return (
    <div className="flex flex-col gap-2.5">
      {failure && (
        <Alert tone="danger" role="alert">
          {failure}
        </Alert>
      )}
      {services.map((service) => (
        <Button
          key={service.id}
          variant="secondary"
          className="w-full"
          pending={going === service.id}
          disabled={going !== null}
          onClick={() => void go(service.id)}
        >
          <ServiceMark id={service.id} />
          {t('by', { service: nameOf(service) })}
        </Button>
      ))}
    </div>
  );
}
