'use client';

import { useTranslations } from 'next-intl';
import type { ServiceRefusal } from '@/lib/auth/services/service-refusal';
import type { ServiceId } from '@/lib/users/sign-in-services/service-ids';
import { RefusalAlert } from './refusal-alert';
import { ServiceButtons } from './service-buttons';
import { useServiceName } from './service-name';

type ServiceWaysProps = {
  services: readonly { id: ServiceId; name: string | null }[];
  from: string;
  refusal: ServiceRefusal | null;
  /** Whether there is no form below. */
  isAlone: boolean;
};

/** Above the form for a password: the other ways in, and why one of them did not lead in. */
export function ServiceWays({ services, from, refusal, isAlone }: ServiceWaysProps) {
  const t = useTranslations('signIn.enter');
  const nameOf = useServiceName();
  const refused = services.find(({ id }) => id === refusal?.service);
  return (
    <div className={isAlone ? 'flex flex-col gap-5' : 'mb-5 flex flex-col gap-5'}>
      {refusal && refused && <RefusalAlert refusal={refusal} service={nameOf(refused)} />}
      <ServiceButtons services={services} from={from} />
      {!isAlone && (
        <div className="flex items-center gap-3 text-xs text-muted-foreground">
          <span aria-hidden className="h-px grow bg-border" />
          {t('or')}
          <span aria-hidden className="h-px grow bg-border" />
        </div>
      )}
    </div>
  );
}
